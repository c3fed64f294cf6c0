package vn.nhip.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The notices of one workspace on their way out: claimed by one sender at a time, marked per channel. */
public final class Outbox {

    private static final Duration CLAIM = Duration.ofMinutes(5);
    private static final int MOST = 200;
    private static final String ROW = " WHERE workspace_id = ? AND id = ?";

    private final Store store;
    private final Clock clock;
    private final long workspace;

    public Outbox(Store store, Clock clock, long workspace) {
        this.store = store;
        this.clock = clock;
        this.workspace = workspace;
    }

    public enum State {
        NEW,
        SENT,
        /** Nobody could be reached for days. */
        GIVEN_UP,
        /** Nobody was to be told. */
        KEPT;

        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A notice and how far it has come.
     *
     * <p>Shape: {@code attempts} counts the present one; {@code delivered} are the channels that took it; {@code failure}
     * is what went wrong last, in words.
     */
    public record Entry(
            long id, Notice notice, Instant at, State state, int attempts, Set<String> delivered, String failure) {

        public Entry {
            delivered = Set.copyOf(delivered);
        }
    }

    /** Takes what is due and was written until then, oldest first; whoever dies over it leaves it due again soon. */
    public List<Entry> claim(Instant writtenUntil) {
        long now = clock.millis();
        return store.write(handle -> handle
                .createQuery("SELECT * FROM outbox WHERE workspace_id = :workspace AND state = 'new'"
                        + " AND next_at <= :now AND created_at <= :until ORDER BY id LIMIT :most")
                .bind("workspace", workspace)
                .bind("now", now)
                .bind("until", writtenUntil.toEpochMilli())
                .bind("most", MOST)
                .map((row, context) -> entry(row))
                .list()
                .stream()
                .filter(entry -> handle.execute(
                                "UPDATE outbox SET next_at = ?, attempts = attempts + 1" + ROW
                                        + " AND state = 'new' AND next_at <= ?",
                                now + CLAIM.toMillis(),
                                workspace,
                                entry.id(),
                                now)
                        == 1)
                .toList());
    }

    /** The last ones, newest first. */
    public List<Entry> last(int most) {
        return store.read(
                handle -> handle.createQuery("SELECT * FROM outbox WHERE workspace_id = ? ORDER BY id DESC LIMIT ?")
                        .bind(0, workspace)
                        .bind(1, most)
                        .map((row, context) -> entry(row))
                        .list());
    }

    /** Notes that a channel took these, at once, so that it is not asked again whatever comes. */
    public void delivered(List<Entry> entries, String channel) {
        each(
                entries,
                (handle, id) -> handle.execute(
                        "UPDATE outbox SET delivered = delivered || ?" + ROW, channel + " ", workspace, id));
    }

    /** Nothing more is done with these. */
    public void close(List<Entry> entries, State state) {
        each(entries, (handle, id) -> handle.execute("UPDATE outbox SET state = ?" + ROW, state.id(), workspace, id));
    }

    /** These are due again after a while. */
    public void again(List<Entry> entries, Duration wait, String failure) {
        long next = clock.instant().plus(wait).toEpochMilli();
        each(
                entries,
                (handle, id) -> handle.execute(
                        "UPDATE outbox SET next_at = ?, failure = ?" + ROW, next, failure, workspace, id));
    }

    private void each(List<Entry> entries, Change change) {
        store.write(handle -> entries.stream()
                .mapToInt(entry -> change.of(handle, entry.id()))
                .sum());
    }

    @FunctionalInterface
    private interface Change {
        int of(Handle handle, long id);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        Notice.Kind kind = Notice.Kind.of(row.getString("kind"));
        String key = row.getString("dedupe_key").substring(kind.id().length() + 1);
        return new Entry(
                row.getLong("id"),
                new Notice(kind, key, JsonText.fields(row.getString("payload"))),
                Instant.ofEpochMilli(row.getLong("created_at")),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getInt("attempts"),
                channels(row.getString("delivered")),
                row.getString("failure"));
    }

    private static Set<String> channels(String delivered) {
        return delivered.isEmpty() ? Set.of() : Set.of(delivered.strip().split(" ", -1));
    }
}
