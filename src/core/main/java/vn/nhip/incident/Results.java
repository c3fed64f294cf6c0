package vn.nhip.incident;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import vn.nhip.kpi.KpiValue;

/** What money is spent for: whether sales or leads rose with a cost that rose. */
final class Results {

    /** KPIs that count as a result of spending; the same cadence as the cost. */
    static final List<String> KPIS = List.of("sales", "leads");

    private static final int WEEKS = 4;

    private final Function<String, List<KpiValue>> values;

    Results(Function<String, List<KpiValue>> values) {
        this.values = values;
    }

    /** Whether there are results to look at, and none rose by half as much as the cost did in the episode. */
    boolean missing(List<KpiValue> cost, Episode episode) {
        LocalDate first = episode.first().point().start();
        LocalDate last = episode.last().point().start();
        double rise = change(cost, first, last).orElse(0);
        List<Double> changes = KPIS.stream()
                .map(kpi -> change(values.apply(kpi), first, last))
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList();
        return rise > 0 && !changes.isEmpty() && changes.stream().allMatch(change -> change < rise / 2);
    }

    /** The days against the same weekdays of the four weeks before the first, as a part of those. */
    private static OptionalDouble change(List<KpiValue> values, LocalDate first, LocalDate last) {
        NavigableMap<LocalDate, Double> days = new TreeMap<>();
        values.forEach(value -> value.value().ifPresent(number -> days.put(value.start(), number.doubleValue())));
        double now = 0;
        double before = 0;
        for (LocalDate day : days.subMap(first, true, last, true).keySet()) {
            now += days.getOrDefault(day, 0.0);
            before += usual(days, day, first);
        }
        return before > 0 ? OptionalDouble.of(now / before - 1) : OptionalDouble.empty();
    }

    private static double usual(NavigableMap<LocalDate, Double> days, LocalDate day, LocalDate first) {
        LocalDate same = day;
        while (!same.isBefore(first)) {
            same = same.minusWeeks(1);
        }
        double sum = 0;
        int found = 0;
        for (int week = 0; week < WEEKS; week++) {
            Double value = days.get(same.minusWeeks(week));
            sum += value == null ? 0 : value;
            found += value == null ? 0 : 1;
        }
        return found == 0 ? 0 : sum / found;
    }
}
