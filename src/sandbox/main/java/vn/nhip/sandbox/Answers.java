package vn.nhip.sandbox;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import vn.nhip.sandbox.truth.Answer;

/** Satisfaction scores, in a form every day and on the phone on weekdays; late deliveries after 11/11 cost some. */
final class Answers {
    private static final double[] ORDINARY = {0.03, 0.04, 0.11, 0.34, 0.48};
    private static final double[] AFTER_THE_RUSH = {0.08, 0.11, 0.19, 0.31, 0.31};

    private Answers() {}

    static List<Answer> of(long seed, LocalDate firstDay, LocalDate lastDay) {
        List<Answer> answers = new ArrayList<>();
        for (LocalDate day = firstDay; !day.isAfter(lastDay); day = day.plusDays(1)) {
            Dice dice = Dice.of(seed, "answers", day.toEpochDay());
            boolean called = day.getDayOfWeek().getValue() <= 5 && Math.abs(LunarDays.fromTet(day)) > 4;
            answers.addAll(day(day, dice, dice.poisson(4), false));
            answers.addAll(day(day, dice, called ? dice.poisson(2) : 0, true));
        }
        answers.sort(Comparator.comparing(Answer::at).thenComparing(Answer::id));
        return answers;
    }

    private static List<Answer> day(LocalDate day, Dice dice, int count, boolean byPhone) {
        double[] weights = afterTheRush(day) ? AFTER_THE_RUSH : ORDINARY;
        List<Answer> answers = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String id = String.format(Locale.ROOT, "%s-%s-%02d", byPhone ? "DT" : "KS", day, i);
            int score = 1 + dice.weighted(weights);
            answers.add(new Answer(id, Moments.on(day, dice, 9, byPhone ? 17 : 22), score, byPhone));
        }
        return answers;
    }

    private static boolean afterTheRush(LocalDate day) {
        return day.getMonth() == Month.NOVEMBER && day.getDayOfMonth() > 12;
    }
}
