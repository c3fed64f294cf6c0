package vn.nhip.store;

import java.util.Optional;
import vn.nhip.spi.DayRange;

/** How far a complete reading speaks for what it does not name: for a whole origin, or for report days of a stream. */
record Sweep(Optional<DayRange> days) {

    boolean covers(FactTable table) {
        return days.isEmpty() || table.report();
    }

    /** What comes before the first key that may be swept: not all days of an account are looked at for some of them. */
    String start(FactTable table) {
        return days.filter(range -> table.keyedByDay())
                .map(range -> range.first().toString())
                .orElse("");
    }
}
