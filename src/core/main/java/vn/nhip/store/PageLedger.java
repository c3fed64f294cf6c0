package vn.nhip.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The way back from a fact: its page, the run that read it, and, while it is kept, what the source said. */
public final class PageLedger {

    private static final String PAGES =
            "SELECT p.id, p.run_id, p.slice_id, p.fingerprint, p.seq, p.request, p.sha256, p.records, p.media_type,"
                    + " p.landed_until, r.started_at, l.name AS slice, s.name AS stream, a.name AS account"
                    + " FROM page p JOIN sync_run r ON r.workspace_id = p.workspace_id AND r.id = p.run_id"
                    + " JOIN slice l ON l.workspace_id = p.workspace_id AND l.id = p.slice_id"
                    + " JOIN stream s ON s.workspace_id = p.workspace_id AND s.id = l.stream_id"
                    + " JOIN account a ON a.workspace_id = p.workspace_id AND a.id = s.account_id"
                    + " WHERE p.workspace_id = :workspace AND p.id = :page";

    private final Store store;
    private final Keys keys;
    private final long workspace;

    public PageLedger(Store store, Keys keys, long workspace) {
        this.store = store;
        this.keys = keys;
        this.workspace = workspace;
    }

    /**
     * One committed page.
     *
     * <p>Shape: {@code request} names file and lines, or path and parameters; {@code landedUntil} is absent once the
     * body has expired, and the way back ends at run, request and sha256.
     */
    public record Entry(
            long id,
            long run,
            Instant readAt,
            String account,
            String stream,
            String slice,
            String request,
            String sha256,
            long records,
            Optional<Instant> landedUntil) {}

    public Optional<Entry> find(long page) {
        return store.read(handle -> handle.createQuery(PAGES)
                .bind("workspace", workspace)
                .bind("page", page)
                .map((row, context) -> entry(row))
                .findOne());
    }

    /** What the source said at a place of the page, personal data masked; empty after the body has expired. */
    public Optional<String> excerpt(long page, String at) {
        return store.read(handle -> new LandedText(handle, keys, workspace).body(page))
                .flatMap(body -> Excerpt.of(body, at));
    }

    /** Forgets bodies whose time is over; returns how many. */
    public int expire(Clock clock) {
        return store.write(handle -> handle.createUpdate("UPDATE page SET body = NULL, landed_until = NULL"
                        + " WHERE workspace_id = :workspace AND landed_until < :now")
                .bind("workspace", workspace)
                .bind("now", clock.millis())
                .execute());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        long until = row.getLong("landed_until");
        Optional<Instant> landedUntil = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(until));
        return new Entry(
                row.getLong("id"),
                row.getLong("run_id"),
                Instant.ofEpochMilli(row.getLong("started_at")),
                row.getString("account"),
                row.getString("stream"),
                row.getString("slice"),
                row.getString("request"),
                row.getString("sha256"),
                row.getLong("records"),
                landedUntil);
    }
}
