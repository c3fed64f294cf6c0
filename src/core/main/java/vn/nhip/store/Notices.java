package vn.nhip.store;

import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** Puts notices into the outbox, each occasion once; {@link Outbox} sends them. */
public final class Notices {

    private final Store store;
    private final Clock clock;

    public Notices(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Records a notice in a transaction of its own; false when this occasion is known. */
    public boolean record(long workspace, Notice notice) {
        return store.write(handle -> write(handle, workspace, notice));
    }

    /** Records a notice together with what it tells of; false when this occasion is known. */
    public boolean write(Handle handle, long workspace, Notice notice) {
        return handle.createUpdate("INSERT INTO outbox (workspace_id, id, dedupe_key, kind, payload, state, attempts,"
                                + " next_at, created_at) SELECT :workspace, COALESCE(MAX(id), 0) + 1, :key, :kind, :payload, 'new', 0,"
                                + " :now, :now FROM outbox WHERE workspace_id = :workspace"
                                + " ON CONFLICT (workspace_id, dedupe_key) DO NOTHING")
                        .bind("workspace", workspace)
                        .bind("key", notice.kind().id() + "/" + notice.key())
                        .bind("kind", notice.kind().id())
                        .bind("payload", JsonText.object(notice.about()))
                        .bind("now", clock.millis())
                        .execute()
                == 1;
    }
}
