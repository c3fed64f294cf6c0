package vn.nhip.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import vn.nhip.catalogue.Texts.Trigger;
import vn.nhip.spi.Grain;

/** A KPI that moved, from when it was first seen until it is over; open while it has no ending. */
public record Incident(
        long id,
        String kpi,
        Grain grain,
        Trigger cause,
        LocalDate start,
        LocalDate last,
        boolean severe,
        Evidence evidence,
        Optional<Ending> ending,
        Instant openedAt,
        Instant changedAt) {

    public boolean open() {
        return ending.isEmpty();
    }

    public static String id(Trigger cause) {
        return cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Trigger cause(String id) {
        return Trigger.valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
