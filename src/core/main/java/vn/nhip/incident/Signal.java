package vn.nhip.incident;

import java.time.LocalDate;
import java.util.Optional;
import vn.nhip.catalogue.Texts.Trigger;
import vn.nhip.spi.Grain;

/**
 * That a KPI is off, as its present values say; an incident is what is kept of it.
 *
 * <p>Shape: from the period that starts at {@code start} to that of {@code last}; {@code ending} once it is over.
 */
record Signal(
        String kpi,
        Grain grain,
        Trigger cause,
        LocalDate start,
        LocalDate last,
        boolean severe,
        Evidence evidence,
        Optional<Ending> ending) {

    boolean touches(LocalDate from, LocalDate to) {
        return !start.isAfter(to) && !last.isBefore(from);
    }
}
