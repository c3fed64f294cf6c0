package vn.nhip.store;

import java.util.Optional;
import vn.nhip.spi.DayRange;

/** How far a complete reading speaks for what it does not name: for a whole origin, or for report days of a stream. */
record Sweep(Optional<DayRange> days) {

    boolean covers(FactTable table) {
        return days.isEmpty() || table.report();
    }
}
