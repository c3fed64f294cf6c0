package vn.nhip.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.Slice;
import vn.nhip.store.Reading.State;

/** The rows of slices: what each held last, and how far its present reading has come. */
final class Slices {

    private static final String NAME_SEPARATOR = "#";

    private final Clock clock;

    Slices(Clock clock) {
        this.clock = clock;
    }

    private record Known(
            long id,
            @Nullable String fingerprint,
            @Nullable String reading,
            String state,
            @Nullable String cursor,
            int nextPage,
            long version,
            long facts) {}

    /** The reading to go on with, or a new one whose earlier half-read pages are thrown away. */
    Reading open(Handle handle, Feed feed, Slice slice) {
        Known known = find(handle, feed, slice.name()).orElseGet(() -> insert(handle, feed, slice));
        boolean sameContent = sameContent(slice, known);
        State state = sameContent ? state(known) : State.COMPLETE;
        return switch (state) {
            case UNCHANGED, READING, READ -> reading(slice, known, state);
            case SUSPICIOUS ->
                slice.fingerprint().isPresent() ? reading(slice, known, state) : restart(handle, feed, slice, known);
            case REFUSED ->
                slice.fingerprint().isPresent()
                        ? reading(slice, known, State.READ)
                        : restart(handle, feed, slice, known);
            case COMPLETE, VANISHED -> restart(handle, feed, slice, known);
        };
    }

    /** An empty answer in place of many facts: an API is believed when it says so again, a file when someone confirms. */
    Reading suspect(Handle handle, Feed feed, Reading reading) {
        if (reading.slice().fingerprint().isEmpty()) {
            handle.execute(
                    "UPDATE slice SET facts = 0 WHERE workspace_id = ? AND id = ?",
                    feed.workspace(),
                    reading.sliceId());
        }
        discardStaged(handle, feed, reading.sliceId());
        return advance(handle, feed, reading, State.SUSPICIOUS, Optional.empty());
    }

    private static boolean sameContent(Slice slice, Known known) {
        String reading = known.reading();
        return reading != null && contentOf(reading).equals(slice.fingerprint().orElse(""));
    }

    private static State state(Known known) {
        State state = State.valueOf(known.state().toUpperCase(Locale.ROOT));
        boolean holdsIt = Objects.requireNonNullElse(known.fingerprint(), "").length() > 0;
        return (state == State.COMPLETE || state == State.VANISHED) && holdsIt ? State.UNCHANGED : state;
    }

    private static Reading reading(Slice slice, Known known, State state) {
        Optional<Cursor> after = Optional.ofNullable(known.cursor()).map(Cursor::new);
        String name = Objects.requireNonNull(known.reading());
        return new Reading(known.id(), slice, name, state, after, known.nextPage(), known.version());
    }

    private Reading restart(Handle handle, Feed feed, Slice slice, Known known) {
        discardStaged(handle, feed, known.id());
        long version = known.version() + 1;
        String name = slice.fingerprint().orElse("") + NAME_SEPARATOR + version;
        handle.execute(
                "UPDATE slice SET reading_fingerprint = ?, state = 'reading', cursor = NULL, next_seq = 0, version = ?,"
                        + " not_before = NULL, begun_at = ?, first_day = ?, last_day = ? WHERE workspace_id = ? AND id = ?",
                name,
                version,
                clock.millis(),
                slice.days().map(days -> days.first().toString()).orElse(null),
                slice.days().map(days -> days.last().toString()).orElse(null),
                feed.workspace(),
                known.id());
        return new Reading(known.id(), slice, name, State.READING, Optional.empty(), 0, version);
    }

    static void discardStaged(Handle handle, Feed feed, long slice) {
        handle.execute("DELETE FROM staged_page WHERE workspace_id = ? AND slice_id = ?", feed.workspace(), slice);
        handle.execute(
                "DELETE FROM quarantine WHERE workspace_id = ? AND slice_id = ? AND status IN ('staged', 'refused')",
                feed.workspace(),
                slice);
    }

    private static String contentOf(String reading) {
        return reading.substring(0, reading.lastIndexOf(NAME_SEPARATOR));
    }

    private Optional<Known> find(Handle handle, Feed feed, String name) {
        return handle.createQuery("SELECT id, fingerprint, reading_fingerprint, state, cursor, next_seq, version, facts"
                        + " FROM slice WHERE workspace_id = :workspace AND stream_id = :stream AND name = :name")
                .bind("workspace", feed.workspace())
                .bind("stream", feed.stream())
                .bind("name", name)
                .map((row, context) -> known(row))
                .findOne();
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getLong("id"),
                row.getString("fingerprint"),
                row.getString("reading_fingerprint"),
                row.getString("state"),
                row.getString("cursor"),
                row.getInt("next_seq"),
                row.getLong("version"),
                row.getLong("facts"));
    }

    private Known insert(Handle handle, Feed feed, Slice slice) {
        long id = handle.createQuery("INSERT INTO slice (workspace_id, id, stream_id, name, origin, state)"
                        + " SELECT :workspace, COALESCE(MAX(id), 0) + 1, :stream, :name,"
                        + " CASE WHEN :owns = 1 THEN COALESCE(MAX(id), 0) + 1 ELSE 0 END, 'complete'"
                        + " FROM slice WHERE workspace_id = :workspace RETURNING id")
                .bind("workspace", feed.workspace())
                .bind("stream", feed.stream())
                .bind("name", slice.name())
                .bind("owns", slice.owns() ? 1 : 0)
                .mapTo(Long.class)
                .one();
        return new Known(id, null, null, State.COMPLETE.id(), null, 0, 0, 0);
    }

    /** How many facts the slice held when it was last complete; −1 when it never was. */
    long factsHeld(Handle handle, Feed feed, Reading reading) {
        return handle.createQuery(
                        "SELECT CASE WHEN loaded_at IS NULL THEN -1 ELSE facts END FROM slice WHERE workspace_id = ? AND id = ?")
                .bind(0, feed.workspace())
                .bind(1, reading.sliceId())
                .mapTo(Long.class)
                .one();
    }

    /** Moves the slice on; the version makes sure that nobody else did since this reading was loaded. */
    Reading advance(Handle handle, Feed feed, Reading reading, State state, Optional<Cursor> next) {
        boolean page = state == State.READING || state == State.READ;
        int nextPage = page ? reading.nextPage() + 1 : reading.nextPage();
        int moved = handle.createUpdate("UPDATE slice SET state = :state, cursor = :cursor, next_seq = :seq,"
                        + " version = version + 1 WHERE workspace_id = :workspace AND id = :id AND version = :version")
                .bind("state", state.id())
                .bind("cursor", next.map(Cursor::value).orElse(null))
                .bind("seq", nextPage)
                .bind("workspace", feed.workspace())
                .bind("id", reading.sliceId())
                .bind("version", reading.version())
                .execute();
        if (moved == 0) {
            throw new LeaseLostException(feed);
        }
        return new Reading(
                reading.sliceId(), reading.slice(), reading.name(), state, next, nextPage, reading.version() + 1);
    }

    /** Remembers what a completed slice now holds, and how far its stream reaches. */
    void loaded(Handle handle, Feed feed, Reading reading, Held held) {
        handle.createUpdate("UPDATE slice SET fingerprint = :fingerprint, loaded_at = :now, facts = :facts,"
                        + " complete_through = :through WHERE workspace_id = :workspace AND id = :id")
                .bind("fingerprint", reading.slice().fingerprint().orElse(null))
                .bindMethods(held)
                .bind("workspace", feed.workspace())
                .bind("id", reading.sliceId())
                .execute();
        Watermark.move(handle, feed);
    }

    /** The slice holds nothing any more, as if it had never been read. */
    static void empty(Handle handle, Feed feed, long slice) {
        discardStaged(handle, feed, slice);
        handle.execute("DELETE FROM quarantine WHERE workspace_id = ? AND slice_id = ?", feed.workspace(), slice);
        handle.execute(
                "UPDATE slice SET fingerprint = NULL, reading_fingerprint = NULL, state = 'complete', cursor = NULL,"
                        + " loaded_at = NULL, facts = 0, complete_through = NULL, version = version + 1"
                        + " WHERE workspace_id = ? AND id = ?",
                feed.workspace(),
                slice);
        Watermark.move(handle, feed);
    }

    /** What a slice holds: since when (epoch milliseconds), how many facts, through which day. */
    public record Held(long now, long facts, @Nullable String through) {}
}
