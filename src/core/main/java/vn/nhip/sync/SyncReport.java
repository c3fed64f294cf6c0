package vn.nhip.sync;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.nhip.store.RunCounts;

/**
 * What one sync of one account did; it went well when there are no errors.
 *
 * <p>Shape: {@code vanished} names the files that the source no longer has and whose facts still count. One that waits
 * goes on at that time where it stands, with the same request.
 */
public record SyncReport(
        String account,
        RunCounts counts,
        int slices,
        int unchangedSlices,
        List<String> vanished,
        List<SyncError> errors,
        Optional<Instant> waitingUntil) {

    public SyncReport {
        vanished = List.copyOf(vanished);
        errors = List.copyOf(errors);
    }

    public boolean ok() {
        return errors.isEmpty();
    }

    /** This report and that of the pass after it, whose end counts. */
    SyncReport then(SyncReport later) {
        return new SyncReport(
                account,
                counts.plus(later.counts),
                slices + later.slices,
                unchangedSlices + later.unchangedSlices,
                later.vanished,
                later.errors,
                later.waitingUntil);
    }

    /** The streams of one account together. */
    static SyncReport sum(String account, Collection<SyncReport> streams) {
        return new SyncReport(
                account,
                streams.stream().map(SyncReport::counts).reduce(RunCounts.NONE, RunCounts::plus),
                streams.stream().mapToInt(SyncReport::slices).sum(),
                streams.stream().mapToInt(SyncReport::unchangedSlices).sum(),
                streams.stream().flatMap(stream -> stream.vanished().stream()).toList(),
                streams.stream().flatMap(stream -> stream.errors().stream()).toList(),
                streams.stream()
                        .flatMap(stream -> stream.waitingUntil().stream())
                        .min(Instant::compareTo));
    }
}
