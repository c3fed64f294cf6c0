package vn.nhip.sync;

import java.time.Instant;
import java.util.Optional;
import vn.nhip.spi.DayRange;

/**
 * What a run is asked to do.
 *
 * <p>Shape: {@code scheduledFor} is present for a run that nobody waits for: it leaves people their share of quotas, and
 * there is one such run per stream and scheduled time. {@code days} asks for these instead of what is due;
 * {@code accept} takes in what looks like an accident.
 */
public record SyncRequest(Optional<Instant> scheduledFor, Optional<DayRange> days, boolean accept) {

    /** Someone asks for what is new. */
    public static final SyncRequest MANUAL = new SyncRequest(Optional.empty(), Optional.empty(), false);

    public static SyncRequest scheduled(Instant at) {
        return new SyncRequest(Optional.of(at), Optional.empty(), false);
    }

    public static SyncRequest days(DayRange days) {
        return new SyncRequest(Optional.empty(), Optional.of(days), false);
    }

    public SyncRequest accepting() {
        return new SyncRequest(scheduledFor, days, true);
    }
}
