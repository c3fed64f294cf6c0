package vn.nhip.sync;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Slice;
import vn.nhip.store.OpenSlices;
import vn.nhip.store.Store;
import vn.nhip.store.WantedDays;
import vn.nhip.store.Workspaces;

/** Which days a stream owes, and the slices to read for them: what was begun first, then the newest days. */
final class DueSlices {

    private final WantedDays wanted;
    private final OpenSlices open;
    private final Workspaces workspaces;
    private final Clock clock;

    DueSlices(Store store, Clock clock) {
        this.wanted = new WantedDays(store);
        this.open = new OpenSlices(store, clock);
        this.workspaces = new Workspaces(store);
        this.clock = clock;
    }

    /**
     * Adds what this run is asked for to what the stream owes; other settings make it owe its whole history again. False
     * when the run had read everything before it was interrupted; a slice that waits is read too, even where another one
     * has covered its days meanwhile, as it would replace newer days another night.
     */
    boolean owe(AccountStream stream, SyncRequest request, Instant run) {
        boolean owed = wanted.owe(
                stream.feed(),
                new WantedDays.Debt(run, asked(stream, request), stream.settingsHash(), stream.history(clock)));
        return owed || open.any(stream.feed());
    }

    /** The stretches of days that the source is to be asked for, newest first. */
    List<DayRange> days(AccountStream stream, SyncRequest request) {
        return request.days().map(List::of).orElseGet(() -> wanted.list(stream.feed()));
    }

    /** The same without adding anything, for a plan. */
    List<DayRange> plannedDays(AccountStream stream, SyncRequest request) {
        List<DayRange> days = new ArrayList<>(List.of(asked(stream, request)));
        if (request.days().isEmpty()) {
            wanted.list(stream.feed()).stream()
                    .filter(more -> more.first().isBefore(days.get(0).first()))
                    .map(more -> more.last().isBefore(days.get(0).first())
                            ? more
                            : new DayRange(more.first(), days.get(0).first().minusDays(1)))
                    .forEach(days::add);
        }
        return days;
    }

    Collection<Slice> list(SourceCalls source, AccountStream stream, SyncRequest request) {
        Map<String, Slice> slices = new LinkedHashMap<>();
        List<Slice> begun = request.days().isPresent() ? List.of() : open.resume(stream.feed());
        begun.forEach(slice -> slices.put(slice.name(), slice));
        for (DayRange days : days(stream, request)) {
            for (Slice slice : source.slices(stream, days)) {
                boolean begunAlready = slice.days().isPresent()
                        && begun.stream().flatMap(one -> one.days().stream()).anyMatch(one -> covers(one, slice));
                if (!begunAlready) {
                    slices.putIfAbsent(slice.name(), slice);
                }
            }
        }
        return slices.values();
    }

    private static boolean covers(DayRange days, Slice slice) {
        return slice.days()
                .filter(own -> days.contains(own.first()) && days.contains(own.last()))
                .isPresent();
    }

    /** All slices of what was asked for are in place; a scheduled run remembers that, should the process end now. */
    void done(AccountStream stream, SyncRequest request) {
        wanted.clear(stream.feed(), days(stream, request));
        if (request.scheduledFor().isEmpty()) {
            wanted.runIsOver(stream.feed());
        }
    }

    private DayRange asked(AccountStream stream, SyncRequest request) {
        return request.days().orElseGet(() -> stream.window(workspaces.completeThrough(stream.feed()), clock));
    }
}
