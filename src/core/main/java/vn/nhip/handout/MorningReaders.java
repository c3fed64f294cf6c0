package vn.nhip.handout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.statement.StatementContext;
import vn.nhip.config.WorkspaceConfig.Language;
import vn.nhip.spi.Grain;
import vn.nhip.store.Store;

/**
 * Who gets the numbers by mail, and which mails are still to go.
 *
 * <p>A morning's mail is announced when the night has ended, and goes once; one that could not go is tried again until the
 * next one takes its place.
 */
public final class MorningReaders {

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final int DOUBLINGS = 6;

    private final Store store;
    private final long workspace;
    private final Clock clock;

    public MorningReaders(Store store, long workspace, Clock clock) {
        this.store = store;
        this.workspace = workspace;
        this.clock = clock;
    }

    /** An address, its language, and whether it wants every morning, each Monday, or each first of the month. */
    public record Wanted(String address, Language language, Grain cadence) {

        private static final int LONGEST = 254;

        /** One address, without a name beside it. */
        public static boolean looksLikeAddress(String text) {
            return text.length() <= LONGEST
                    && text.matches(
                            "[^\\s@,;<>\"()\\p{Cntrl}]+@[^\\s@,;<>\"()\\p{Cntrl}]+\\.[^\\s@.,;<>\"()\\p{Cntrl}]+");
        }
    }

    /** One who gets it; {@code failure} is why the last try did not go, or empty. */
    public record Reader(long id, Wanted wanted, String madeBy, LocalDate sentDay, String failure) {}

    /** A mail that is to go now. */
    public record Due(Reader reader, LocalDate day, int attempts) {}

    /** From the next morning of its cadence on. False when the address gets it already. */
    public boolean add(Wanted wanted, String who, LocalDate today) {
        return store.write(handle -> handle.execute(
                        "INSERT INTO morning_reader (workspace_id, id, address, language, cadence, made_by, sent_day)"
                                + " SELECT ?, COALESCE(MAX(id), 0) + 1, ?, ?, ?, ?, ? FROM morning_reader"
                                + " WHERE workspace_id = ? ON CONFLICT (workspace_id, address) DO NOTHING",
                        workspace,
                        wanted.address(),
                        wanted.language().name(),
                        wanted.cadence().id(),
                        who,
                        today.toString(),
                        workspace))
                == 1;
    }

    /** False when there is no such reader. */
    public boolean remove(long id) {
        return store.write(handle ->
                        handle.execute("DELETE FROM morning_reader WHERE workspace_id = ? AND id = ?", workspace, id))
                == 1;
    }

    /** By address. */
    public List<Reader> list() {
        return store.read(
                handle -> handle.createQuery("SELECT * FROM morning_reader WHERE workspace_id = ? ORDER BY address")
                        .bind(0, workspace)
                        .map(MorningReaders::reader)
                        .list());
    }

    /** The numbers of this morning are ready: whoever did not get the last mail of their cadence is to get it. */
    public void announce(LocalDate today) {
        store.write(handle -> {
            for (Grain cadence : Grain.values()) {
                handle.execute(
                        "UPDATE morning_reader SET waiting_day = ?, not_before = 0, attempts = 0 WHERE workspace_id = ?"
                                + " AND cadence = ? AND sent_day < ? AND (waiting_day IS NULL OR waiting_day < ?)",
                        today.toString(),
                        workspace,
                        cadence.id(),
                        cadence.startOf(today).toString(),
                        today.toString());
            }
            return 0;
        });
    }

    public List<Due> due() {
        return store.read(handle -> handle.createQuery(
                        "SELECT * FROM morning_reader WHERE workspace_id = ? AND waiting_day IS NOT NULL"
                                + " AND not_before <= ? ORDER BY id")
                .bind(0, workspace)
                .bind(1, clock.millis())
                .map((row, context) -> new Due(
                        reader(row, context), LocalDate.parse(row.getString("waiting_day")), row.getInt("attempts")))
                .list());
    }

    public void sent(Due mail) {
        store.write(handle -> handle.execute(
                "UPDATE morning_reader SET sent_day = ?, waiting_day = NULL, failure = '' WHERE workspace_id = ? AND id = ?",
                mail.day().toString(),
                workspace,
                mail.reader().id()));
    }

    /** Tries it again a little later each time. */
    public void failed(Due mail, String why) {
        Instant next = clock.instant().plus(FIRST_WAIT.multipliedBy(1L << Math.min(mail.attempts(), DOUBLINGS)));
        store.write(handle -> handle.execute(
                "UPDATE morning_reader SET attempts = attempts + 1, not_before = ?, failure = ? WHERE workspace_id = ?"
                        + " AND id = ?",
                next.toEpochMilli(),
                why,
                workspace,
                mail.reader().id()));
    }

    private static Reader reader(ResultSet row, StatementContext context) throws SQLException {
        return new Reader(
                row.getLong("id"),
                new Wanted(
                        row.getString("address"),
                        Language.valueOf(row.getString("language")),
                        Grain.valueOf(row.getString("cadence").toUpperCase(Locale.ROOT))),
                row.getString("made_by"),
                LocalDate.parse(row.getString("sent_day")),
                row.getString("failure"));
    }
}
