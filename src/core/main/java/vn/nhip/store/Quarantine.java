package vn.nhip.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Records that could not become facts: listed, shown, and read again once their mapping or file is mended. */
public final class Quarantine {

    /** What a slice gave that is not complete yet is nobody's business, unless it is what keeps the slice out. */
    private static final String WAITING = "(q.status <> 'staged' OR l.state = 'refused')";

    private static final String READ_AGAIN = "UPDATE slice SET fingerprint = NULL,"
            + " state = CASE WHEN state = 'refused' THEN 'complete' ELSE state END";

    private static final String ENTRIES = "SELECT q.*, a.name AS account, l.name AS slice, p.request AS request"
            + " FROM quarantine q JOIN stream s ON s.workspace_id = q.workspace_id AND s.id = q.stream_id"
            + " JOIN account a ON a.workspace_id = s.workspace_id AND a.id = s.account_id"
            + " JOIN slice l ON l.workspace_id = q.workspace_id AND l.id = q.slice_id"
            + " JOIN page p ON p.workspace_id = q.workspace_id AND p.id = q.page_id"
            + " WHERE q.workspace_id = :workspace AND " + WAITING;

    private final Store store;
    private final Keys keys;
    private final long workspace;

    public Quarantine(Store store, Keys keys, long workspace) {
        this.store = store;
        this.keys = keys;
        this.workspace = workspace;
    }

    /**
     * One record.
     *
     * <p>Shape: {@code value} and {@code raw} as the source gave them, personal data included: mask before showing.
     */
    public record Entry(
            long id,
            String account,
            String slice,
            String at,
            String field,
            String value,
            String reason,
            String raw,
            Instant firstSeen) {}

    /** How many records wait, per account name. */
    public java.util.Map<String, Long> counts() {
        return store.read(handle -> handle.createQuery("SELECT a.name AS account, COUNT(*) AS waiting FROM quarantine q"
                        + " JOIN stream s ON s.workspace_id = q.workspace_id AND s.id = q.stream_id"
                        + " JOIN account a ON a.workspace_id = s.workspace_id AND a.id = s.account_id"
                        + " JOIN slice l ON l.workspace_id = q.workspace_id AND l.id = q.slice_id"
                        + " WHERE q.workspace_id = :workspace AND " + WAITING + " GROUP BY a.name ORDER BY a.name")
                .bind("workspace", workspace)
                .reduceRows(new java.util.LinkedHashMap<>(), (map, row) -> {
                    map.put(row.getColumn("account", String.class), row.getColumn("waiting", Long.class));
                    return map;
                }));
    }

    /** The records after an id, in order, at most {@code limit}. */
    public List<Entry> list(long afterId, int limit) {
        return store.read(handle -> handle.createQuery(ENTRIES + " AND q.id > :after ORDER BY q.id LIMIT :limit")
                .bind("workspace", workspace)
                .bind("after", afterId)
                .bind("limit", limit)
                .map((row, context) -> entry(row))
                .list());
    }

    public Optional<Entry> find(long id) {
        return store.read(handle -> handle.createQuery(ENTRIES + " AND q.id = :id")
                .bind("workspace", workspace)
                .bind("id", id)
                .map((row, context) -> entry(row))
                .findOne());
    }

    /** Makes the next sync read the record's slice again, with the mapping as it is then; false when there is no such record. */
    public boolean replay(long id) {
        return store.write(handle -> handle.createUpdate(
                                READ_AGAIN + " WHERE workspace_id = :workspace"
                                        + " AND id = (SELECT slice_id FROM quarantine WHERE workspace_id = :workspace AND id = :id)")
                        .bind("workspace", workspace)
                        .bind("id", id)
                        .execute()
                == 1);
    }

    /** As {@link #replay} for every record that waits; returns how many slices will be read again. */
    public int replayAll() {
        return store.write(handle -> handle.createUpdate(READ_AGAIN + " WHERE workspace_id = :workspace"
                        + " AND id IN (SELECT slice_id FROM quarantine WHERE workspace_id = :workspace)")
                .bind("workspace", workspace)
                .execute());
    }

    private Entry entry(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new Entry(
                id,
                row.getString("account"),
                row.getString("slice"),
                row.getString("at"),
                row.getString("field"),
                open(row.getBytes("value"), id),
                row.getString("reason"),
                open(row.getBytes("raw"), id),
                Instant.ofEpochMilli(row.getLong("first_seen")));
    }

    private String open(byte[] sealed, long id) {
        return new String(keys.open(sealed, place(workspace, id)), StandardCharsets.UTF_8);
    }

    static String place(long workspace, long id) {
        return "quarantine/" + workspace + "/" + id;
    }
}
