package vn.nhip.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The last runs, for people. */
public final class RunHistory {

    private final Store store;
    private final long workspace;

    public RunHistory(Store store, long workspace) {
        this.store = store;
        this.workspace = workspace;
    }

    /**
     * One run of one stream.
     *
     * <p>Shape: {@code status} is running, succeeded, failed, waiting, cancelled or interrupted (the process died); {@code
     * errorKind} says who acts next; {@code nextDue} is when its account is read again, where nights are scheduled.
     */
    public record Entry(
            String account,
            String stream,
            String status,
            Instant startedAt,
            Optional<Instant> endedAt,
            int attempts,
            RunCounts counts,
            String errorKind,
            String error,
            Optional<Instant> waitingUntil,
            Optional<Instant> nextDue) {}

    /** Newest first. */
    public List<Entry> last(int most) {
        return store.read(handle -> handle.createQuery("SELECT a.name AS account, s.name AS stream, r.*, d.due_at,"
                        + " CASE WHEN r.status = 'running' AND (l.fence <> r.fence OR l.owner <> :owner)"
                        + " THEN 'interrupted' ELSE r.status END AS shown FROM sync_run r"
                        + " JOIN stream s ON s.workspace_id = r.workspace_id AND s.id = r.stream_id"
                        + " JOIN account a ON a.workspace_id = s.workspace_id AND a.id = s.account_id"
                        + " LEFT JOIN stream_lease l ON l.workspace_id = r.workspace_id AND l.stream_id = r.stream_id"
                        + " LEFT JOIN schedule d ON d.workspace_id = a.workspace_id AND d.subject = a.name"
                        + " WHERE r.workspace_id = :workspace ORDER BY r.started_at DESC, r.id DESC LIMIT :most")
                .bind("workspace", workspace)
                .bind("owner", store.instance())
                .bind("most", most)
                .map((row, context) -> entry(row))
                .list());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        RunCounts counts = new RunCounts(
                row.getLong("records"),
                row.getLong("facts"),
                row.getLong("changed"),
                row.getLong("removed"),
                row.getLong("quarantined"),
                row.getLong("filtered"),
                0);
        return new Entry(
                row.getString("account"),
                row.getString("stream"),
                row.getString("shown"),
                Instant.ofEpochMilli(row.getLong("started_at")),
                instant(row, "ended_at"),
                row.getInt("attempt"),
                counts,
                Optional.ofNullable(row.getString("error_kind")).orElse(""),
                Optional.ofNullable(row.getString("error")).orElse(""),
                instant(row, "waiting_until"),
                instant(row, "due_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
