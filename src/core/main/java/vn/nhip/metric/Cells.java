package vn.nhip.metric;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The roll-up of one day while it is made: metric → cell → whole millionths. */
final class Cells {

    /** Where a number of a day stands: an empty dimension is the total. */
    record Cell(long account, String dimension, String value, String currency) {
        static Cell total(long account, String currency) {
            return new Cell(account, "", "", currency);
        }

        /** The same with another value of its dimension. */
        Cell part(String other) {
            return new Cell(account, dimension, other, currency);
        }
    }

    static final long ONE = 1_000_000;

    private final Map<String, Map<Cell, Long>> byMetric = new HashMap<>();

    /** Adds to a cell; a number that does not fit 64 bits of millionths is refused. */
    void add(String metric, Cell cell, long millionths) {
        byMetric.computeIfAbsent(metric, any -> new HashMap<>()).merge(cell, millionths, Math::addExact);
    }

    void remove(String metric, Cell cell) {
        Map<Cell, Long> cells = byMetric.get(metric);
        if (cells != null) {
            cells.remove(cell);
        }
    }

    Map<Cell, Long> of(String metric) {
        return byMetric.getOrDefault(metric, Collections.emptyMap());
    }

    Set<String> metrics() {
        return byMetric.keySet();
    }
}
