package vn.nhip.sync;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Slice;
import vn.nhip.store.OpenSlices;
import vn.nhip.store.Store;

/** Says what a sync would do. */
final class Planning {

    private final DueSlices due;
    private final OpenSlices open;

    Planning(Store store, Clock clock) {
        this.due = new DueSlices(store, clock);
        this.open = new OpenSlices(store, clock);
    }

    SyncPlan plan(OpenAccounts.OpenAccount account, SyncRequest request) {
        try (Connector connector = account.connector()) {
            return new SyncPlan(
                    account.name(),
                    account.streams().stream()
                            .map(stream -> plan(connector, stream, request))
                            .toList());
        }
    }

    private SyncPlan.PlannedStream plan(Connector connector, AccountStream stream, SyncRequest request) {
        List<DayRange> days = due.plannedDays(stream, request);
        Map<String, Slice> slices = new LinkedHashMap<>();
        Optional<String> hindrance = Optional.empty();
        try {
            for (DayRange stretch : days) {
                connector
                        .slices(stream.spec().name(), stretch)
                        .forEach(slice -> slices.putIfAbsent(slice.name(), slice));
            }
        } catch (ConnectorException e) {
            hindrance = Optional.of(StreamSync.message(e));
        }
        List<SyncPlan.PlannedSlice> planned = slices.values().stream()
                .map(slice -> new SyncPlan.PlannedSlice(slice.name(), open.waitsUntil(stream.feed(), slice)))
                .toList();
        return new SyncPlan.PlannedStream(stream.spec().name(), days, planned, hindrance);
    }
}
