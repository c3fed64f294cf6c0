package vn.nhip.login;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import vn.nhip.store.Store;

/** Who did what, when, to what: logins, exports, syncs by hand, changes of people. Nothing is ever changed in it. */
public final class Audit {

    private final Store store;
    private final long workspace;
    private final Clock clock;

    Audit(Store store, long workspace, Clock clock) {
        this.store = store;
        this.workspace = workspace;
        this.clock = clock;
    }

    /** One deed; {@code what} is a stable word such as {@code login} or {@code sync}. */
    public record Deed(Instant at, String who, String what, String about) {}

    public void note(String who, String what, String about) {
        store.write(handle -> handle.execute(
                "INSERT INTO audit (workspace_id, id, at, who, what, about) SELECT ?, COALESCE(MAX(id), 0) + 1, ?, ?, ?, ?"
                        + " FROM audit WHERE workspace_id = ?",
                workspace,
                clock.millis(),
                who,
                what,
                about,
                workspace));
    }

    /** Newest first. */
    public List<Deed> last(int most) {
        return store.read(handle -> handle.createQuery(
                        "SELECT at, who, what, about FROM audit WHERE workspace_id = ? ORDER BY id DESC LIMIT ?")
                .bind(0, workspace)
                .bind(1, most)
                .map((row, context) -> new Deed(
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("who"),
                        row.getString("what"),
                        row.getString("about")))
                .list());
    }
}
