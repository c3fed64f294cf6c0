package vn.nhip.store;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The ledger of runs: one per stream and scheduled time, however often it is attempted. */
public final class Runs {

    private final Store store;
    private final Leases leases;
    private final Clock clock;

    public Runs(Store store, Clock clock) {
        this.store = store;
        this.leases = new Leases(store);
        this.clock = clock;
    }

    /** Starts or resumes the run of a scheduled time; empty when the stream is being read by someone else. */
    public Optional<Run> start(Feed feed, Instant scheduledFor) {
        return store.write(handle -> leases.take(handle, feed).map(fence -> {
            long id = insert(handle, feed, scheduledFor, fence);
            return new Run(id, feed, fence);
        }));
    }

    private long insert(Handle handle, Feed feed, Instant scheduledFor, long fence) {
        return handle.createQuery(
                        "INSERT INTO sync_run (workspace_id, id, stream_id, scheduled_for, attempt, status, fence,"
                                + " started_at) SELECT :workspace, COALESCE(MAX(id), 0) + 1, :stream, :scheduled, 1, 'running',"
                                + " :fence, :now FROM sync_run WHERE workspace_id = :workspace"
                                + " ON CONFLICT (workspace_id, stream_id, scheduled_for) DO UPDATE SET attempt = sync_run.attempt + 1,"
                                + " status = 'running', fence = excluded.fence, error_kind = NULL, error = NULL RETURNING id")
                .bind("workspace", feed.workspace())
                .bind("stream", feed.stream())
                .bind("scheduled", scheduledFor.toEpochMilli())
                .bind("fence", fence)
                .bind("now", clock.millis())
                .mapTo(Long.class)
                .one();
    }

    /** Ends a run well. */
    public void succeeded(Run run, RunCounts counts) {
        end(run, counts, "succeeded", null, null);
    }

    /** Ends a run that failed; the message is for the user, without secrets. */
    public void failed(Run run, RunCounts counts, String kind, String message) {
        end(run, counts, "failed", kind, message);
    }

    private void end(
            Run run,
            RunCounts counts,
            String status,
            @org.jspecify.annotations.Nullable String kind,
            @org.jspecify.annotations.Nullable String message) {
        store.write(handle -> {
            leases.release(handle, run);
            return handle.createUpdate("UPDATE sync_run SET status = :status, ended_at = :now, records = :records,"
                            + " facts = :facts, changed = :changed, removed = :removed, quarantined = :quarantined,"
                            + " filtered = :filtered, error_kind = :kind, error = :message"
                            + " WHERE workspace_id = :workspace AND id = :id AND fence = :fence")
                    .bindMethods(counts)
                    .bind("status", status)
                    .bind("now", clock.millis())
                    .bind("kind", kind)
                    .bind("message", message)
                    .bind("workspace", run.feed().workspace())
                    .bind("id", run.id())
                    .bind("fence", run.fence())
                    .execute();
        });
    }
}
