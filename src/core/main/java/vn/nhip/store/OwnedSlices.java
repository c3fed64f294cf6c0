package vn.nhip.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The slices of a stream that own their facts: whether their source still names them, and what happens when it does not. */
final class OwnedSlices {

    private final Handle handle;
    private final Feed feed;

    OwnedSlices(Handle handle, Feed feed) {
        this.handle = handle;
        this.feed = feed;
    }

    private record Owned(long id, String name, boolean vanished, boolean loaded) {}

    /** Remembers which are gone and which are back; returns the names of those that are gone. */
    List<String> mark(Set<String> there) {
        List<String> gone = new ArrayList<>();
        for (Owned slice : all()) {
            boolean isThere = there.contains(slice.name());
            if (isThere && slice.vanished()) {
                handle.execute(
                        "UPDATE slice SET state = 'complete' WHERE workspace_id = ? AND id = ?",
                        feed.workspace(),
                        slice.id());
            } else if (!isThere && !slice.vanished()) {
                leave(slice);
            }
            if (!isThere && slice.loaded()) {
                gone.add(slice.name());
            }
        }
        return gone;
    }

    /** What was half read or kept out can never be taken in; what the slice holds is as if it had just been read. */
    private void leave(Owned slice) {
        Slices.discardStaged(handle, feed, slice.id());
        handle.execute(
                "UPDATE slice SET state = ?, cursor = NULL, version = version + 1,"
                        + " reading_fingerprint = COALESCE(fingerprint, '') || '#0' WHERE workspace_id = ? AND id = ?",
                slice.loaded() ? "vanished" : "complete",
                feed.workspace(),
                slice.id());
    }

    /** Withdraws all that a slice gave, by the way that a corrected one takes; empty when nothing of it counts. */
    Optional<RunCounts> forget(String name, Dialect dialect) throws SQLException {
        Optional<Owned> named = all().stream()
                .filter(slice -> slice.loaded() && slice.name().equals(name))
                .findFirst();
        if (named.isEmpty()) {
            return Optional.empty();
        }
        long id = named.get().id();
        Connection connection = handle.getConnection();
        Changes changes = new Changes(connection, feed);
        SeenKeys nothing = new SeenKeys(connection, dialect);
        Repeats none = new Repeats(Repeats.Clash.NONE);
        try (FactMerge merge = new FactMerge(new MergeScope(connection, feed, id, true, changes, none, nothing))) {
            merge.sweep(new Sweep(Optional.empty()), nothing);
            merge.finish();
        }
        Slices.empty(handle, feed, id);
        return Optional.of(new RunCounts(0, 0, changes.changed(), changes.removed(), 0, 0, 0));
    }

    private List<Owned> all() {
        return handle.createQuery("SELECT id, name, state, loaded_at FROM slice WHERE workspace_id = ?"
                        + " AND stream_id = ? AND origin <> 0 AND (loaded_at IS NOT NULL OR state <> 'complete')"
                        + " ORDER BY name")
                .bind(0, feed.workspace())
                .bind(1, feed.stream())
                .map((row, context) -> new Owned(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("state").equals("vanished"),
                        row.getObject("loaded_at") != null))
                .list();
    }
}
