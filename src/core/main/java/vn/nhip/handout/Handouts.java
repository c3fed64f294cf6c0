package vn.nhip.handout;

import java.time.Clock;
import vn.nhip.store.Store;

/** All that leaves one workspace. */
public record Handouts(Feeds feeds, ExportLog log, MorningReaders readers, Sheets sheets) {

    public static Handouts of(Store store, long workspace, Clock clock) {
        return new Handouts(
                new Feeds(store, workspace, clock),
                new ExportLog(store, workspace, clock),
                new MorningReaders(store, workspace, clock),
                new Sheets(store, workspace, clock));
    }
}
