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
            handle.execute(
                    "UPDATE sync_run SET status = 'interrupted' WHERE workspace_id = ? AND stream_id = ?"
                            + " AND status = 'running'",
                    feed.workspace(),
                    feed.stream());
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
                                + " status = 'running', fence = excluded.fence, error_kind = NULL, error = NULL, waiting_until = NULL RETURNING id")
                .bind("workspace", feed.workspace())
                .bind("stream", feed.stream())
                .bind("scheduled", scheduledFor.toEpochMilli())
                .bind("fence", fence)
                .bind("now", clock.millis())
                .mapTo(Long.class)
                .one();
    }

    /** How a run ended. The message is for the user, without secrets. */
    public record End(String status, Optional<String> kind, Optional<String> message, Optional<Instant> waitingUntil) {

        public static final End SUCCEEDED = new End("succeeded", Optional.empty(), Optional.empty(), Optional.empty());
        /** Someone stopped it, or the program ended; the next one goes on where it stood. */
        public static final End CANCELLED = new End("cancelled", Optional.empty(), Optional.empty(), Optional.empty());

        public static End failed(String kind, String message) {
            return new End("failed", Optional.of(kind), Optional.of(message), Optional.empty());
        }

        /** It goes on then, as the same run. */
        public static End waiting(Instant until) {
            return new End("waiting", Optional.empty(), Optional.empty(), Optional.of(until));
        }
    }

    /** Ends an attempt; its counts are added to those of earlier attempts of the same run. */
    public void end(Run run, RunCounts counts, End end) {
        store.write(handle -> {
            leases.release(handle, run);
            return handle.createUpdate("UPDATE sync_run SET status = :status, ended_at = :now,"
                            + " records = records + :records, facts = facts + :facts, changed = changed + :changed,"
                            + " removed = removed + :removed, quarantined = quarantined + :quarantined,"
                            + " filtered = filtered + :filtered, error_kind = :kind, error = :message,"
                            + " waiting_until = :until"
                            + " WHERE workspace_id = :workspace AND id = :id AND fence = :fence")
                    .bindMethods(counts)
                    .bind("status", end.status())
                    .bind("now", clock.millis())
                    .bind("kind", end.kind().orElse(null))
                    .bind("message", end.message().orElse(null))
                    .bind("until", end.waitingUntil().map(Instant::toEpochMilli).orElse(null))
                    .bind("workspace", run.feed().workspace())
                    .bind("id", run.id())
                    .bind("fence", run.fence())
                    .execute();
        });
    }
}
