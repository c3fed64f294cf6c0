package vn.nhip.store;

import java.util.List;

/** Slices that look like an accident, and the user's word that they are right. */
public final class SuspiciousSlices {

    private final Store store;
    private final long workspace;

    public SuspiciousSlices(Store store, long workspace) {
        this.store = store;
        this.workspace = workspace;
    }

    /** A slice that gave nothing where there was much; its earlier values still stand. */
    public record Suspicious(long id, String account, String slice, long factsKept) {}

    public List<Suspicious> list() {
        return store.read(handle -> handle.createQuery(
                        "SELECT l.id, a.name AS account, l.name AS slice, l.facts FROM slice l"
                                + " JOIN stream s ON s.workspace_id = l.workspace_id AND s.id = l.stream_id"
                                + " JOIN account a ON a.workspace_id = s.workspace_id AND a.id = s.account_id"
                                + " WHERE l.workspace_id = ? AND l.state = 'suspicious' ORDER BY l.id")
                .bind(0, workspace)
                .map((row, context) -> new Suspicious(
                        row.getLong("id"), row.getString("account"), row.getString("slice"), row.getLong("facts")))
                .list());
    }

    /** The slices of one account. */
    public List<Suspicious> of(String account) {
        return list().stream().filter(slice -> slice.account().equals(account)).toList();
    }

    /** The next sync takes the slice as it is, even when it is empty; false when nothing about it is suspicious. */
    public boolean confirm(long slice) {
        return store.write(
                handle -> handle.createUpdate("UPDATE slice SET facts = 0, fingerprint = NULL, state = 'complete'"
                                        + " WHERE workspace_id = ? AND id = ? AND state = 'suspicious'")
                                .bind(0, workspace)
                                .bind(1, slice)
                                .execute()
                        == 1);
    }
}
