package vn.nhip.note;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import vn.nhip.store.Store;

/** The notes of one workspace: written, read and taken away. */
public final class Notes {

    private static final String SELECT = "SELECT id, kpi, day, text, made_by, made_at FROM note WHERE workspace_id = ?";

    private final Store store;
    private final long workspace;
    private final Clock clock;

    public Notes(Store store, long workspace, Clock clock) {
        this.store = store;
        this.workspace = workspace;
        this.clock = clock;
    }

    /** Keeps a note; the text is kept as it is. */
    public void write(Optional<String> kpi, LocalDate day, String text, String who) {
        store.write(handle -> handle.execute(
                "INSERT INTO note (workspace_id, id, kpi, day, text, made_by, made_at)"
                        + " SELECT ?, COALESCE(MAX(id), 0) + 1, ?, ?, ?, ?, ? FROM note WHERE workspace_id = ?",
                workspace,
                kpi.orElse(""),
                day.toString(),
                text,
                who,
                clock.millis(),
                workspace));
    }

    /** Those of a KPI and those of all KPIs from this day on, the latest day first. */
    public List<Note> of(String kpi, LocalDate from) {
        return store.read(
                handle -> handle.createQuery(SELECT + " AND kpi IN ('', ?) AND day >= ? ORDER BY day DESC, id DESC")
                        .bind(0, workspace)
                        .bind(1, kpi)
                        .bind(2, from.toString())
                        .map(Notes::note)
                        .list());
    }

    public Optional<Note> find(long id) {
        return store.read(handle -> handle.createQuery(SELECT + " AND id = ?")
                .bind(0, workspace)
                .bind(1, id)
                .map(Notes::note)
                .findOne());
    }

    /** False when there is no such note. */
    public boolean remove(long id) {
        return store.write(
                        handle -> handle.execute("DELETE FROM note WHERE workspace_id = ? AND id = ?", workspace, id))
                == 1;
    }

    private static Note note(ResultSet row, StatementContext context) throws SQLException {
        return new Note(
                row.getLong("id"),
                Optional.of(row.getString("kpi")).filter(kpi -> !kpi.isEmpty()),
                LocalDate.parse(row.getString("day")),
                row.getString("text"),
                row.getString("made_by"),
                Instant.ofEpochMilli(row.getLong("made_at")));
    }
}
