package vn.nhip.sync;

import java.util.List;
import vn.nhip.store.RunCounts;

/** What one sync of one account did; it went well when there are no errors. */
public record SyncReport(String account, RunCounts counts, int slices, int unchangedSlices, List<SyncError> errors) {

    public SyncReport {
        errors = List.copyOf(errors);
    }

    public boolean ok() {
        return errors.isEmpty();
    }
}
