package vn.nhip.sync;

import java.util.List;
import java.util.Optional;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Slice;
import vn.nhip.store.Run;
import vn.nhip.store.RunCounts;
import vn.nhip.store.Runs;
import vn.nhip.store.StreamWriter;

/** Withdraws what a file gave that its source has no more. */
final class Forgetting {

    private final StreamSync.Tools tools;
    private final SourceCalls source;

    Forgetting(StreamSync.Tools tools, SourceCalls source) {
        this.tools = tools;
        this.source = source;
    }

    /** A report of no slices when nothing of the file counts. */
    SyncReport of(AccountStream stream, String file) {
        Runs runs = new Runs(tools.store(), tools.clock());
        Optional<Run> run = runs.start(stream.feed(), tools.clock().instant());
        if (run.isEmpty()) {
            return report(stream, RunCounts.NONE, 0, List.of(error(stream, file, "busy", "is being read just now")));
        }
        if (names(stream).contains(file)) {
            String message = "is still there and would be read again; move it away first";
            runs.end(run.get(), RunCounts.NONE, Runs.End.failed("settings", message));
            return report(stream, RunCounts.NONE, 0, List.of(error(stream, file, "settings", message)));
        }
        StreamWriter writer = tools.writer(run.get(), stream);
        boolean forgotten = writer.forget(file);
        runs.end(run.get(), writer.counts(), Runs.End.SUCCEEDED);
        return report(stream, writer.counts(), forgotten ? 1 : 0, List.of());
    }

    /** A folder that is gone has no files. */
    private List<String> names(AccountStream stream) {
        try {
            return source.slices(stream, stream.history(tools.clock())).stream()
                    .map(Slice::name)
                    .toList();
        } catch (ConnectorException e) {
            if (e.kind() == ConnectorException.Kind.SETTINGS) {
                return List.of();
            }
            throw e;
        }
    }

    private static SyncError error(AccountStream stream, String file, String kind, String message) {
        return new SyncError(stream.spec().name(), file, kind, message);
    }

    private static SyncReport report(AccountStream stream, RunCounts counts, int slices, List<SyncError> errors) {
        return new SyncReport(stream.account().name(), counts, slices, 0, List.of(), errors, Optional.empty());
    }
}
