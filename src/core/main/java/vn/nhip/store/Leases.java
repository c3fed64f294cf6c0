package vn.nhip.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who may write a stream: the lease's fence is checked, and the lease prolonged, inside every commit. */
final class Leases {

    private static final long HELD_MILLIS = 60_000;

    private final Store store;
    private final String now;

    Leases(Store store) {
        this.store = store;
        this.now = store.dialect().nowMillis();
    }

    /** The new fence, unless someone else is at work. A SQLite file has one process: others' leases are of the dead. */
    Optional<Long> take(Handle handle, Feed feed) {
        String free = store.dialect() == Dialect.SQLITE
                ? "(stream_lease.expires_at < " + now + " OR stream_lease.owner <> excluded.owner)"
                : "stream_lease.expires_at < " + now;
        return handle.createQuery("INSERT INTO stream_lease (workspace_id, stream_id, owner, fence, expires_at) VALUES"
                        + " (:workspace, :stream, :owner, 1, " + now
                        + " + :held) ON CONFLICT (workspace_id, stream_id) DO"
                        + " UPDATE SET owner = excluded.owner, fence = stream_lease.fence + 1, expires_at ="
                        + " excluded.expires_at WHERE " + free + " RETURNING fence")
                .bind("workspace", feed.workspace())
                .bind("stream", feed.stream())
                .bind("owner", store.instance())
                .bind("held", HELD_MILLIS)
                .mapTo(Long.class)
                .findOne();
    }

    void check(Handle handle, Run run) {
        int held = handle.createUpdate(
                        "UPDATE stream_lease SET expires_at = " + now + " + :held"
                                + " WHERE workspace_id = :workspace AND stream_id = :stream AND owner = :owner AND fence = :fence")
                .bind("held", HELD_MILLIS)
                .bind("workspace", run.feed().workspace())
                .bind("stream", run.feed().stream())
                .bind("owner", store.instance())
                .bind("fence", run.fence())
                .execute();
        if (held == 0) {
            throw new LeaseLostException(run.feed());
        }
    }

    void release(Handle handle, Run run) {
        handle.createUpdate(
                        "UPDATE stream_lease SET expires_at = 0"
                                + " WHERE workspace_id = :workspace AND stream_id = :stream AND owner = :owner AND fence = :fence")
                .bind("workspace", run.feed().workspace())
                .bind("stream", run.feed().stream())
                .bind("owner", store.instance())
                .bind("fence", run.fence())
                .execute();
    }
}
