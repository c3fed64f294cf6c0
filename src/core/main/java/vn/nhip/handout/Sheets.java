package vn.nhip.handout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import vn.nhip.config.WorkspaceConfig.Language;
import vn.nhip.store.Store;

/**
 * Spreadsheets in the cloud into which the numbers are written, and which of them wait for it.
 *
 * <p>Each is written after every night and whenever somebody asks; what could not be done is tried again where waiting may
 * help.
 */
public final class Sheets {

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final int DOUBLINGS = 6;

    private final Store store;
    private final long workspace;
    private final Clock clock;

    public Sheets(Store store, long workspace, Clock clock) {
        this.store = store;
        this.workspace = workspace;
        this.clock = clock;
    }

    /** The spreadsheet by its id, through which connection it is written, and what goes in. */
    public record Wanted(String spreadsheet, String connection, Feeds.Scope scope, Language language) {}

    /**
     * One that is written.
     *
     * <p>Shape: {@code title} is empty until it was seen; {@code due} is when it is written next, where it waits;
     * {@code failure} is the id of what kept the last writing off, or empty.
     */
    public record Sheet(
            long id,
            Wanted wanted,
            String madeBy,
            String title,
            Optional<Instant> written,
            Optional<Instant> due,
            int attempts,
            String failure) {}

    /** To be written at once; one that is in the list already is written so from now on. */
    public void put(Wanted wanted, String who) {
        store.write(handle -> handle.execute(
                "INSERT INTO export_sheet (workspace_id, id, spreadsheet, connection, scope, language, made_by, made_at,"
                        + " due_at) SELECT ?, COALESCE(MAX(id), 0) + 1, ?, ?, ?, ?, ?, ?, ? FROM export_sheet"
                        + " WHERE workspace_id = ? ON CONFLICT (workspace_id, spreadsheet) DO UPDATE SET"
                        + " connection = excluded.connection, scope = excluded.scope, language = excluded.language,"
                        + " made_by = excluded.made_by, made_at = excluded.made_at, due_at = excluded.due_at,"
                        + " attempts = 0, failure = ''",
                workspace,
                wanted.spreadsheet(),
                wanted.connection(),
                wanted.scope().id(),
                wanted.language().name(),
                who,
                clock.millis(),
                clock.millis(),
                workspace));
    }

    /** It is written no more. False when there is no such one. */
    public boolean remove(long id) {
        return store.write(handle ->
                        handle.execute("DELETE FROM export_sheet WHERE workspace_id = ? AND id = ?", workspace, id))
                == 1;
    }

    /** In the order in which they were added. */
    public List<Sheet> list() {
        return store.read(handle -> handle.createQuery("SELECT * FROM export_sheet WHERE workspace_id = ? ORDER BY id")
                .bind(0, workspace)
                .map(Sheets::sheet)
                .list());
    }

    public Optional<Sheet> find(long id) {
        return list().stream().filter(sheet -> sheet.id() == id).findFirst();
    }

    /** Those whose time has come. */
    public List<Sheet> due() {
        Instant now = clock.instant();
        return list().stream()
                .filter(sheet -> sheet.due().filter(at -> !at.isAfter(now)).isPresent())
                .toList();
    }

    /** This one is to be written now. */
    public void ask(long id) {
        store.write(handle -> handle.execute(
                "UPDATE export_sheet SET due_at = ?, attempts = 0 WHERE workspace_id = ? AND id = ?",
                clock.millis(),
                workspace,
                id));
    }

    /** The numbers of this morning are ready: all are to be written. */
    public void announce() {
        store.write(handle -> handle.execute(
                "UPDATE export_sheet SET due_at = ?, attempts = 0 WHERE workspace_id = ?", clock.millis(), workspace));
    }

    /** It holds the numbers now; {@code title} is what people call it. */
    public void written(Sheet sheet, String title) {
        store.write(handle -> handle.execute(
                "UPDATE export_sheet SET title = ?, written_at = ?, due_at = NULL, attempts = 0, failure = ''"
                        + " WHERE workspace_id = ? AND id = ?",
                title,
                clock.millis(),
                workspace,
                sheet.id()));
    }

    /** It holds what it held, and waits for a person or for the next night. */
    public void failed(Sheet sheet, String why) {
        failed(sheet, why, null);
    }

    /** It holds what it held; tried again after {@code wait}, or a little later each time. */
    public void later(Sheet sheet, String why, Optional<Duration> wait) {
        Duration usual = FIRST_WAIT.multipliedBy(1L << Math.min(sheet.attempts(), DOUBLINGS));
        failed(sheet, why, clock.instant().plus(wait.orElse(usual)).toEpochMilli());
    }

    private void failed(Sheet sheet, String why, @org.jspecify.annotations.Nullable Long due) {
        store.write(handle -> handle.execute(
                "UPDATE export_sheet SET attempts = attempts + 1, due_at = ?, failure = ? WHERE workspace_id = ?"
                        + " AND id = ?",
                due,
                why,
                workspace,
                sheet.id()));
    }

    private static Sheet sheet(ResultSet row, StatementContext context) throws SQLException {
        return new Sheet(
                row.getLong("id"),
                new Wanted(
                        row.getString("spreadsheet"),
                        row.getString("connection"),
                        Feeds.Scope.valueOf(row.getString("scope").toUpperCase(Locale.ROOT)),
                        Language.valueOf(row.getString("language"))),
                row.getString("made_by"),
                row.getString("title"),
                instant(row, "written_at"),
                instant(row, "due_at"),
                row.getInt("attempts"),
                row.getString("failure"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
