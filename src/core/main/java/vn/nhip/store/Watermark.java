package vn.nhip.store;

import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How far a stream is complete: never past a day that it still owes after what was complete before. */
final class Watermark {

    private Watermark() {}

    /** Days that are owed before the mark are older history, or are read once more; they do not hold it back. */
    static void move(Handle handle, Feed feed) {
        Optional<LocalDate> reached = Optional.ofNullable(
                day(handle, feed, "SELECT MAX(complete_through) FROM slice WHERE workspace_id = ? AND stream_id = ?"));
        Optional<LocalDate> mark = Optional.ofNullable(
                day(handle, feed, "SELECT complete_through FROM stream WHERE workspace_id = ? AND id = ?"));
        Optional<LocalDate> owed = mark.flatMap(day -> WantedDays.firstAfter(handle, feed, day))
                .map(day -> day.minusDays(1))
                .filter(day -> reached.filter(day::isBefore).isPresent());
        handle.createUpdate(
                        "UPDATE stream SET complete_through = :through WHERE workspace_id = :workspace AND id = :id")
                .bind("through", owed.or(() -> reached).map(LocalDate::toString).orElse(null))
                .bind("workspace", feed.workspace())
                .bind("id", feed.stream())
                .execute();
    }

    private static @Nullable LocalDate day(Handle handle, Feed feed, String sql) {
        return handle.createQuery(sql)
                .bind(0, feed.workspace())
                .bind(1, feed.stream())
                .map((row, context) -> row.getString(1))
                .findOne()
                .map(LocalDate::parse)
                .orElse(null);
    }
}
