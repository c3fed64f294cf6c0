package vn.nhip.store;

import java.util.List;

/** Files that a source no longer has. Their facts stay, since people tidy folders, until someone withdraws them. */
public final class VanishedFiles {

    private final Store store;
    private final long workspace;

    public VanishedFiles(Store store, long workspace) {
        this.store = store;
        this.workspace = workspace;
    }

    /** A file that is gone, and how many facts of it still count. */
    public record Vanished(String account, String file, long facts) {}

    public List<Vanished> list() {
        return store.read(handle -> handle.createQuery("SELECT a.name AS account, l.name AS file, l.facts FROM slice l"
                        + " JOIN stream s ON s.workspace_id = l.workspace_id AND s.id = l.stream_id"
                        + " JOIN account a ON a.workspace_id = s.workspace_id AND a.id = s.account_id"
                        + " WHERE l.workspace_id = ? AND l.state = 'vanished' ORDER BY a.name, l.name")
                .bind(0, workspace)
                .map((row, context) ->
                        new Vanished(row.getString("account"), row.getString("file"), row.getLong("facts")))
                .list());
    }
}
