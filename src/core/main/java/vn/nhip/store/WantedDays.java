package vn.nhip.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.nhip.spi.DayRange;

/**
 * The days that a stream still owes.
 *
 * <p>What is to be read is added before reading starts; each slice takes its days away in the transaction that puts it
 * in place. So whatever a stop, a failure or a used-up quota leaves over is read some other night.
 */
public final class WantedDays {

    private final Store store;

    public WantedDays(Store store) {
        this.store = store;
    }

    /**
     * What a run makes its stream owe: the days it is asked for, and all of history when its settings are others than
     * those that the stream was read with before.
     */
    public record Debt(Instant run, DayRange days, String settings, DayRange history) {}

    /** Adds what a run owes; a run that goes on owes nothing anew. False when it has read all of it already. */
    public boolean owe(Feed feed, Debt debt) {
        return store.write(handle -> {
            Mark mark = mark(handle, feed);
            if (mark.equals(new Mark(debt.settings(), debt.run().toEpochMilli()))) {
                return !find(handle, feed).stretches().isEmpty();
            }
            DaySet days = find(handle, feed).plus(debt.days());
            boolean others = !mark.settings().isEmpty() && !mark.settings().equals(debt.settings());
            put(handle, feed, others ? days.plus(debt.history()) : days);
            handle.execute(
                    "UPDATE stream SET settings_hash = ?, owed_for = ? WHERE workspace_id = ? AND id = ?",
                    debt.settings(),
                    debt.run().toEpochMilli(),
                    feed.workspace(),
                    feed.stream());
            return true;
        });
    }

    private record Mark(String settings, long owedFor) {}

    private static Mark mark(Handle handle, Feed feed) {
        return handle.createQuery("SELECT settings_hash, owed_for FROM stream WHERE workspace_id = ? AND id = ?")
                .bind(0, feed.workspace())
                .bind(1, feed.stream())
                .map((row, context) -> new Mark(row.getString("settings_hash"), row.getLong("owed_for")))
                .one();
    }

    /** Newest first. */
    public List<DayRange> list(Feed feed) {
        List<DayRange> stretches =
                new ArrayList<>(store.read(handle -> find(handle, feed)).stretches());
        Collections.reverse(stretches);
        return stretches;
    }

    /** Nothing of these days is owed any more; what was read counts as complete. */
    public void clear(Feed feed, List<DayRange> days) {
        store.write(handle -> {
            DaySet left = find(handle, feed);
            for (DayRange stretch : days) {
                left = left.minus(stretch);
            }
            int stretches = put(handle, feed, left);
            Watermark.move(handle, feed);
            return stretches;
        });
    }

    /** The next run owes its days, even if it is of the same time as this one. */
    public void runIsOver(Feed feed) {
        store.write(handle -> handle.execute(
                "UPDATE stream SET owed_for = 0 WHERE workspace_id = ? AND id = ?", feed.workspace(), feed.stream()));
    }

    static void read(Handle handle, Feed feed, DayRange days) {
        DaySet owed = find(handle, feed);
        DaySet left = owed.minus(days);
        if (!left.equals(owed)) {
            put(handle, feed, left);
        }
    }

    /** The first owed day after another one. */
    static Optional<LocalDate> firstAfter(Handle handle, Feed feed, LocalDate day) {
        return find(handle, feed).stretches().stream()
                .filter(stretch -> stretch.last().isAfter(day))
                .map(stretch -> stretch.first().isAfter(day) ? stretch.first() : day.plusDays(1))
                .findFirst();
    }

    private static DaySet find(Handle handle, Feed feed) {
        return new DaySet(handle.createQuery("SELECT first_day, last_day FROM stream_wanted WHERE workspace_id = ?"
                        + " AND stream_id = ? ORDER BY first_day")
                .bind(0, feed.workspace())
                .bind(1, feed.stream())
                .map((row, context) -> new DayRange(
                        LocalDate.parse(row.getString("first_day")), LocalDate.parse(row.getString("last_day"))))
                .list());
    }

    private static int put(Handle handle, Feed feed, DaySet days) {
        handle.execute(
                "DELETE FROM stream_wanted WHERE workspace_id = ? AND stream_id = ?", feed.workspace(), feed.stream());
        for (DayRange stretch : days.stretches()) {
            handle.execute(
                    "INSERT INTO stream_wanted (workspace_id, stream_id, first_day, last_day) VALUES (?, ?, ?, ?)",
                    feed.workspace(),
                    feed.stream(),
                    stretch.first().toString(),
                    stretch.last().toString());
        }
        return days.stretches().size();
    }
}
