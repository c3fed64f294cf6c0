package vn.nhip.sandbox.truth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Events by business day, so that a period reads its own days only. */
final class ByDay<T> {
    private final TreeMap<LocalDate, List<T>> days = new TreeMap<>();

    ByDay(Collection<T> all, Function<T, LocalDate> day) {
        all.forEach(one ->
                days.computeIfAbsent(day.apply(one), key -> new ArrayList<>()).add(one));
    }

    Stream<T> in(Period period) {
        return days.subMap(period.from(), true, period.to(), true).values().stream()
                .flatMap(List::stream);
    }
}
