package vn.nhip.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.nhip.spi.DayRange;

/** What a sync of an account would ask for, stream by stream. */
public record SyncPlan(String account, List<PlannedStream> streams) {

    public SyncPlan {
        streams = List.copyOf(streams);
    }

    /** Stretches of days, newest first, and the slices of them; {@code hindrance} when the source cannot be asked now. */
    public record PlannedStream(
            String stream, List<DayRange> days, List<PlannedSlice> slices, Optional<String> hindrance) {

        public PlannedStream {
            days = List.copyOf(days);
            slices = List.copyOf(slices);
        }
    }

    /** A slice that would be asked for now, or then. */
    public record PlannedSlice(String name, Optional<Instant> notBefore) {}
}
