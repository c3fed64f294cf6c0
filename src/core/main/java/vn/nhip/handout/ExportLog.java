package vn.nhip.handout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import vn.nhip.spi.DayRange;
import vn.nhip.store.Store;

/** Files that were handed out, and what each of them knew; nothing is ever changed in it. */
public final class ExportLog {

    private static final String SELECT =
            "SELECT id, at, who, name, first_day, last_day, mark FROM export_log WHERE workspace_id = ?";

    private final Store store;
    private final long workspace;
    private final Clock clock;

    public ExportLog(Store store, long workspace, Clock clock) {
        this.store = store;
        this.workspace = workspace;
        this.clock = clock;
    }

    /**
     * One file.
     *
     * <p>Shape: {@code days} are those in which its periods start; {@code mark} is the last restatement that it knows.
     */
    public record Handed(long id, Instant at, String who, String name, DayRange days, long mark) {}

    /** Keeps that a file was made; {@code mark} must have been read before the numbers were. */
    public void note(String who, String name, DayRange days, long mark) {
        store.write(handle -> handle.execute(
                "INSERT INTO export_log (workspace_id, id, at, who, name, first_day, last_day, mark)"
                        + " SELECT ?, COALESCE(MAX(id), 0) + 1, ?, ?, ?, ?, ?, ? FROM export_log WHERE workspace_id = ?",
                workspace,
                clock.millis(),
                who,
                name,
                days.first().toString(),
                days.last().toString(),
                mark,
                workspace));
    }

    /** Newest first. */
    public List<Handed> last(int most) {
        return store.read(handle -> handle.createQuery(SELECT + " ORDER BY id DESC LIMIT ?")
                .bind(0, workspace)
                .bind(1, most)
                .map(ExportLog::handed)
                .list());
    }

    public Optional<Handed> find(long id) {
        return store.read(handle -> handle.createQuery(SELECT + " AND id = ?")
                .bind(0, workspace)
                .bind(1, id)
                .map(ExportLog::handed)
                .findOne());
    }

    private static Handed handed(ResultSet row, StatementContext context) throws SQLException {
        return new Handed(
                row.getLong("id"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("who"),
                row.getString("name"),
                new DayRange(LocalDate.parse(row.getString("first_day")), LocalDate.parse(row.getString("last_day"))),
                row.getLong("mark"));
    }
}
