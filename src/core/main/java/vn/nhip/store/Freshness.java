package vn.nhip.store;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How far the accounts of a workspace are complete. */
public final class Freshness {

    private final Store store;
    private final long workspace;

    public Freshness(Store store, long workspace) {
        this.store = store;
        this.workspace = workspace;
    }

    /** The last complete day of the stream that is furthest behind, by account; empty while one never was read. */
    public Map<String, Optional<LocalDate>> completeThrough() {
        Map<String, Optional<LocalDate>> through = new TreeMap<>();
        store.read(handle -> handle.createQuery("SELECT a.name, CASE WHEN COUNT(*) = COUNT(s.complete_through)"
                        + " THEN MIN(s.complete_through) END AS day FROM account a JOIN stream s"
                        + " ON s.workspace_id = a.workspace_id AND s.account_id = a.id WHERE a.workspace_id = ?"
                        + " GROUP BY a.name")
                .bind(0, workspace)
                .map((row, context) -> through.put(
                        row.getString("name"),
                        Optional.ofNullable(row.getString("day")).map(LocalDate::parse)))
                .list());
        return through;
    }
}
