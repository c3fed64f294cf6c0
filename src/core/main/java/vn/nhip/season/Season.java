package vn.nhip.season;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How much of a business's usual day each day brings: its weekday, times what days of its kind brought in earlier years.
 *
 * <p>Shape: weights around 1. Learned from the business's own days; a kind of day never seen before counts as any other,
 * except the days of Tết, which take the middle of what they are known to do to sales.
 */
public final class Season {

    private static final int WEEKS_DAYS = 70;
    private static final int AROUND = 28;
    private static final double SMALLEST = 1e-9;

    private final Map<DayOfWeek, Double> week;
    private final Map<String, Double> kinds;
    private final Occasions occasions;

    private Season(Map<DayOfWeek, Double> week, Map<String, Double> kinds, Occasions occasions) {
        this.week = week;
        this.kinds = kinds;
        this.occasions = occasions;
    }

    /** From the days before {@code until}; weights can be asked for days through the end of the year after it. */
    public static Season learn(NavigableMap<LocalDate, Double> days, LocalDate until) {
        NavigableMap<LocalDate, Double> known = new TreeMap<>(days.headMap(until, false));
        LocalDate first = known.isEmpty() ? until : known.firstKey();
        Occasions occasions = Occasions.between(first, until.plusYears(1));
        Map<DayOfWeek, Double> week = week(known.tailMap(until.minusDays(WEEKS_DAYS), true), occasions);
        return new Season(week, kinds(known, week, occasions), occasions);
    }

    /** What this day brings, against a usual day. */
    public double weight(LocalDate day) {
        double kind = occasions
                .on(day)
                .map(key -> kinds.getOrDefault(key, unseen(day)))
                .orElse(1.0);
        return week.getOrDefault(day.getDayOfWeek(), 1.0) * kind;
    }

    private static double unseen(LocalDate day) {
        long offset = Occasions.fromTet(day);
        return offset >= -1 && offset <= 4 ? 0.4 : 1;
    }

    private static Map<DayOfWeek, Double> week(NavigableMap<LocalDate, Double> recent, Occasions occasions) {
        Map<DayOfWeek, List<Double>> values = new EnumMap<>(DayOfWeek.class);
        recent.forEach((day, value) -> {
            if (occasions.on(day).isEmpty()) {
                values.computeIfAbsent(day.getDayOfWeek(), any -> new ArrayList<>())
                        .add(value);
            }
        });
        Map<DayOfWeek, Double> week = new EnumMap<>(DayOfWeek.class);
        values.forEach((weekday, found) -> week.put(weekday, median(found)));
        double mean = week.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        week.replaceAll((weekday, middle) -> mean < SMALLEST ? 1 : middle / mean);
        return week;
    }

    /** Of each kind of day the middle of what it brought against the ordinary days around it. */
    private static Map<String, Double> kinds(
            NavigableMap<LocalDate, Double> known, Map<DayOfWeek, Double> week, Occasions occasions) {
        Map<String, List<Double>> seen = new HashMap<>();
        known.forEach((day, value) -> occasions.on(day).ifPresent(key -> usual(known, day, week, occasions)
                .ifPresent(usual ->
                        seen.computeIfAbsent(key, any -> new ArrayList<>()).add(value / usual))));
        Map<String, Double> kinds = new HashMap<>();
        seen.forEach((key, found) -> kinds.put(key, median(found)));
        return kinds;
    }

    private static Optional<Double> usual(
            NavigableMap<LocalDate, Double> known, LocalDate day, Map<DayOfWeek, Double> week, Occasions occasions) {
        List<Double> around = new ArrayList<>();
        known.subMap(day.minusDays(AROUND), true, day.plusDays(AROUND), true).forEach((other, value) -> {
            if (occasions.on(other).isEmpty()) {
                around.add(value / Math.max(SMALLEST, week.getOrDefault(other.getDayOfWeek(), 1.0)));
            }
        });
        double usual = around.isEmpty() ? 0 : median(around) * week.getOrDefault(day.getDayOfWeek(), 1.0);
        return usual > SMALLEST ? Optional.of(usual) : Optional.empty();
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
