package vn.nhip.kpi;

import java.time.LocalDate;
import vn.nhip.spi.Grain;

/** One period. */
record Span(Grain grain, LocalDate start) {

    LocalDate end() {
        return grain.endOf(start);
    }
}
