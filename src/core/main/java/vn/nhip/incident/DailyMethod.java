package vn.nhip.incident;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.season.Occasions;

/**
 * Judges each day by those before it: a robust score against weekday, level and the days of the calendar.
 *
 * <p>A day that is not like others, such as the third of Tết, is judged by its own kind in earlier years, and without
 * one not at all.
 */
final class DailyMethod {

    /** So many usual deviations off is an alarm. */
    static final double ALARM = 3.5;

    /** Five weeks of ordinary days, before which nothing is said. */
    private static final int FEWEST = 35;

    private static final int FULL = 56;
    private static final int WEEKS = 70;
    private static final int LEVEL_DAYS = 14;
    private static final double SMALLEST_SPREAD = 0.02;
    private static final double YOUNG = 1.3;

    /** What the same day of one earlier year leaves open, as a variance; two earlier years leave half of it. */
    private static final double YEAR = 0.03;

    private final Scale scale;
    private final List<Past> ordinary = new ArrayList<>();
    private final Map<String, List<Double>> kinds = new HashMap<>();
    private final List<Double> lately = new ArrayList<>();

    private record Past(LocalDate day, double place, double off) {}

    private record Guess(double place, double spread) {}

    private DailyMethod(Scale scale) {
        this.scale = scale;
    }

    /** Points in order of their days; days may be missing. */
    static List<Judged> judge(Scale scale, List<Point> points) {
        if (points.isEmpty()) {
            return List.of();
        }
        Occasions occasions = Occasions.between(
                points.get(0).start(), points.get(points.size() - 1).start());
        DailyMethod method = new DailyMethod(scale);
        return points.stream()
                .map(point -> method.next(point, occasions.on(point.start())))
                .toList();
    }

    private Judged next(Point point, Optional<String> occasion) {
        double place = scale.place(point);
        if (ordinary.size() < FEWEST) {
            if (occasion.isEmpty()) {
                ordinary.add(new Past(point.start(), place, Double.NaN));
            }
            return Judged.unknown(point);
        }
        double[] week = week();
        double plain = level(week) + week[index(point.start().getDayOfWeek())];
        double off = place - plain;
        Optional<Guess> guess = guess(plain, point, occasion);
        Judged judged = guess.map(found -> judged(point, place, found)).orElse(Judged.unknown(point));
        learn(point, place, off, occasion);
        return judged;
    }

    private Optional<Guess> guess(double plain, Point point, Optional<String> occasion) {
        double usual = spread();
        double floor = Math.max(SMALLEST_SPREAD, usual) * (ordinary.size() < FULL ? YOUNG : 1);
        if (occasion.isEmpty()) {
            return Optional.of(new Guess(plain, Math.sqrt(variance(plain, floor, point))));
        }
        List<Double> earlier = kinds.getOrDefault(occasion.get(), List.of());
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        double[] effects = earlier.stream().mapToDouble(Double::doubleValue).toArray();
        double effect = Robust.median(effects);
        double doubt = YEAR / effects.length;
        double expected = plain + effect;
        return Optional.of(new Guess(expected, Math.sqrt(variance(expected, floor, point) + doubt)));
    }

    /** The usual deviation holds chance already, at the level of the last weeks; where less is expected chance weighs more. */
    private double variance(double expected, double usual, Point point) {
        double square = usual * usual;
        return Math.max(square, square / 2 + scale.chance(expected, point.sample()));
    }

    private Judged judged(Point point, double place, Guess guess) {
        double score = (place - guess.place) / guess.spread;
        lately.add(score);
        return new Judged(
                point,
                scale.value(guess.place),
                scale.value(guess.place - ALARM * guess.spread),
                scale.value(guess.place + ALARM * guess.spread),
                score,
                lasting(score));
    }

    /** Three of the last four off to one side by twice the usual. */
    private boolean lasting(double score) {
        int from = Math.max(0, lately.size() - 4);
        long same = lately.subList(from, lately.size()).stream()
                .filter(each -> Math.abs(each) >= 2 && Math.signum(each) == Math.signum(score))
                .count();
        return same >= 3 && Math.abs(score) >= 2;
    }

    private void learn(Point point, double place, double off, Optional<String> occasion) {
        if (occasion.isPresent()) {
            kinds.computeIfAbsent(occasion.get(), key -> new ArrayList<>()).add(off);
        } else {
            ordinary.add(new Past(point.start(), place, off));
        }
    }

    private List<Past> recent(int days) {
        return ordinary.subList(Math.max(0, ordinary.size() - days), ordinary.size());
    }

    private double level(double[] week) {
        return Robust.median(recent(LEVEL_DAYS).stream()
                .mapToDouble(past -> past.place - week[index(past.day.getDayOfWeek())])
                .toArray());
    }

    /** How far each weekday lies from the middle of all. */
    private double[] week() {
        double[] week = new double[DayOfWeek.values().length];
        for (DayOfWeek weekday : DayOfWeek.values()) {
            double[] places = recent(WEEKS).stream()
                    .filter(past -> past.day.getDayOfWeek() == weekday)
                    .mapToDouble(Past::place)
                    .toArray();
            week[index(weekday)] = places.length == 0 ? 0 : Robust.median(places);
        }
        double middle = Arrays.stream(week).average().orElse(0);
        return Arrays.stream(week).map(place -> place - middle).toArray();
    }

    private static int index(DayOfWeek weekday) {
        return weekday.getValue() - 1;
    }

    private double spread() {
        double[] offs = recent(WEEKS).stream()
                .mapToDouble(Past::off)
                .filter(off -> !Double.isNaN(off))
                .toArray();
        return offs.length < 7 ? 0.1 : Robust.spread(offs);
    }
}
