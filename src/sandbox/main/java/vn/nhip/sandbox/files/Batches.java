package vn.nhip.sandbox.files;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Splits events into one file a year or a quarter, by the label that its file name carries. */
final class Batches {
    private Batches() {}

    static <T> SortedMap<String, List<T>> yearly(List<T> events, Function<T, LocalDate> day) {
        return split(events, event -> String.valueOf(day.apply(event).getYear()));
    }

    static <T> SortedMap<String, List<T>> quarterly(List<T> events, Function<T, LocalDate> day) {
        return split(events, event -> {
            LocalDate on = day.apply(event);
            return on.getYear() + "-q" + on.get(IsoFields.QUARTER_OF_YEAR);
        });
    }

    private static <T> SortedMap<String, List<T>> split(List<T> events, Function<T, String> label) {
        SortedMap<String, List<T>> batches = new TreeMap<>();
        events.forEach(event -> batches.computeIfAbsent(label.apply(event), key -> new ArrayList<>())
                .add(event));
        return batches;
    }
}
