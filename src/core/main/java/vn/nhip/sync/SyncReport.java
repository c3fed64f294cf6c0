package vn.nhip.sync;

import java.util.List;
import vn.nhip.store.RunCounts;

/**
 * What one sync of one account did; it went well when there are no errors.
 *
 * <p>Shape: {@code vanished} names the files that the source no longer has and whose facts still count.
 */
public record SyncReport(
        String account,
        RunCounts counts,
        int slices,
        int unchangedSlices,
        List<String> vanished,
        List<SyncError> errors) {

    public SyncReport {
        vanished = List.copyOf(vanished);
        errors = List.copyOf(errors);
    }

    public boolean ok() {
        return errors.isEmpty();
    }
}
