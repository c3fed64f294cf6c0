package vn.nhip.season;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * How far a period should have come by now, and where it will end.
 *
 * <p>Shape: {@code share} of the whole period that its days through {@code through} usually bring, 0–1; {@code landing} is
 * where the period ends if the rest goes as the days so far did, between {@code low} and {@code high} in two of three
 * cases.
 */
public record Pace(double share, double reached, double landing, double low, double high) {

    /** Fewer days of a month say too little to judge it by; of a week three have to do. */
    private static final int FEWEST_DAYS = 5;

    private static final int FEWEST_OF_A_WEEK = 3;
    private static final int WEEK = 7;

    private static final double SMALLEST_SHARE = 0.02;

    /**
     * The pace of a period of days that add up; nothing before enough of them are there.
     *
     * @param days values of single days, the period's and as many before it as there are
     */
    public static Optional<Pace> of(
            NavigableMap<LocalDate, Double> days, LocalDate start, LocalDate end, LocalDate through) {
        LocalDate last = through.isAfter(end) ? end : through;
        int fewest = ChronoUnit.DAYS.between(start, end) < WEEK ? FEWEST_OF_A_WEEK : FEWEST_DAYS;
        if (ChronoUnit.DAYS.between(start, last) + 1 < fewest) {
            return Optional.empty();
        }
        Season season = Season.learn(days, start);
        double gone = weights(season, start, last);
        double whole = weights(season, start, end);
        double share = whole > 0 ? gone / whole : 0;
        double reached = days.subMap(start, true, last, true).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        if (share < SMALLEST_SHARE) {
            return Optional.empty();
        }
        double landing = reached / share;
        double doubt = doubt(season, days, start, last, reached / gone) * Math.sqrt((1 - share) / share);
        return Optional.of(new Pace(share, reached, landing, landing - doubt * landing, landing + doubt * landing));
    }

    private static double weights(Season season, LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1)).mapToDouble(season::weight).sum();
    }

    /** How much the days so far scatter around what was to be expected of them, for their sum. */
    private static double doubt(
            Season season, NavigableMap<LocalDate, Double> days, LocalDate start, LocalDate last, double unit) {
        double squares = 0;
        double sum = 0;
        for (LocalDate day : days.subMap(start, true, last, true).keySet()) {
            double expected = unit * season.weight(day);
            squares += Math.pow(days.getOrDefault(day, 0.0) - expected, 2);
            sum += expected;
        }
        return sum > 0 ? Math.sqrt(squares) / sum : 0;
    }
}
