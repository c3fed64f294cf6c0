package vn.nhip.store;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.FactKind;

/**
 * Doubts a complete reading that gives far less than its source used to give; what was there before stays until another
 * run says the same, or someone confirms. What follows from silence is nothing that the source gave.
 */
final class Suspicion {

    private static final long MANY = 100;
    private static final int DAYS = 28;
    private static final int FEWEST_DAYS = 3;
    private static final long FEW_ROWS = 20;
    private static final double LEAST_SHARE = 0.4;

    private final Notices notices;

    Suspicion(Store store, Clock clock) {
        this.notices = new Notices(store, clock);
    }

    /** How many facts a reading gives, and how many the slice held when it was last complete (−1: never). */
    record Found(long facts, long held) {}

    boolean doubts(Handle handle, Run run, Reading reading, Found found) {
        Optional<DayRange> days = reading.slice().days();
        if (days.isEmpty() || reading.slice().owns()) {
            return found.facts() == 0 && found.held() > MANY && tell(handle, run, reading, found.held());
        }
        long expected = expected(handle, run.feed(), days.get());
        boolean few =
                found.facts() == 0 ? expected > 0 : expected >= FEW_ROWS && found.facts() < expected * LEAST_SHARE;
        return few && !saidBefore(handle, run, days.get()) && tell(handle, run, reading, expected);
    }

    private boolean tell(Handle handle, Run run, Reading reading, long expected) {
        handle.execute(
                "UPDATE slice SET suspected_by = ? WHERE workspace_id = ? AND id = ?",
                run.id(),
                run.feed().workspace(),
                reading.sliceId());
        String account = handle.createQuery("SELECT name FROM account WHERE workspace_id = ? AND id = ?")
                .bind(0, run.feed().workspace())
                .bind(1, run.feed().account())
                .mapTo(String.class)
                .one();
        Map<String, String> about =
                Map.of("account", account, "slice", reading.slice().name(), "expected", Long.toString(expected));
        String key = String.join("/", account, reading.slice().name(), Long.toString(run.id()));
        notices.write(handle, run.feed().workspace(), new Notice(Notice.Kind.SUSPICIOUS, key, about));
        return true;
    }

    /** What the days held, and for days that are new the median of the days before. */
    private static long expected(Handle handle, Feed feed, DayRange days) {
        Optional<LocalDate> through = through(handle, feed);
        if (through.isEmpty()) {
            return 0;
        }
        LocalDate lastKnown = through.get().isBefore(days.last()) ? through.get() : days.last();
        DayRange known = new DayRange(earlier(days.first(), lastKnown.minusDays(DAYS - 1)), lastKnown);
        Map<LocalDate, Long> rows = rows(handle, feed, known);
        long held = rows.entrySet().stream()
                .filter(day -> !day.getKey().isBefore(days.first()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        long fresh = Stream.iterate(later(days.first(), lastKnown.plusDays(1)), day -> day.plusDays(1))
                .takeWhile(day -> !day.isAfter(days.last()))
                .count();
        return held + fresh * median(rows, lastKnown);
    }

    private static long median(Map<LocalDate, Long> rows, LocalDate last) {
        Optional<LocalDate> first = rows.keySet().stream().min(LocalDate::compareTo);
        if (first.isEmpty()) {
            return 0;
        }
        LocalDate start = later(first.get(), last.minusDays(DAYS - 1));
        List<Long> counts = Stream.iterate(start, day -> day.plusDays(1))
                .takeWhile(day -> !day.isAfter(last))
                .map(day -> rows.getOrDefault(day, 0L))
                .sorted()
                .toList();
        return counts.size() < FEWEST_DAYS ? 0 : counts.get(counts.size() / 2);
    }

    private static Map<LocalDate, Long> rows(Handle handle, Feed feed, DayRange days) {
        Map<LocalDate, Long> rows = new HashMap<>();
        for (FactKind kind : FactKind.values()) {
            handle.createQuery("SELECT f.day, COUNT(*) AS n FROM "
                            + FactTable.of(kind).name() + " f"
                            + " JOIN page p ON p.workspace_id = f.workspace_id AND p.id = f.page_id"
                            + " JOIN slice l ON l.workspace_id = p.workspace_id AND l.id = p.slice_id"
                            + " WHERE f.workspace_id = :workspace AND f.account_id = :account AND l.stream_id = :stream"
                            + " AND f.day BETWEEN :first AND :last AND f.at <> :silent GROUP BY f.day")
                    .bind("workspace", feed.workspace())
                    .bind("account", feed.account())
                    .bind("stream", feed.stream())
                    .bind("first", days.first().toString())
                    .bind("last", days.last().toString())
                    .bind("silent", Envelope.NO_RECORD)
                    .map((row, context) -> Map.entry(LocalDate.parse(row.getString("day")), row.getLong("n")))
                    .forEach(day -> rows.merge(day.getKey(), day.getValue(), Long::sum));
        }
        return rows;
    }

    private static Optional<LocalDate> through(Handle handle, Feed feed) {
        return handle.createQuery("SELECT complete_through FROM stream WHERE workspace_id = ? AND id = ?"
                        + " AND complete_through IS NOT NULL")
                .bind(0, feed.workspace())
                .bind(1, feed.stream())
                .mapTo(String.class)
                .findOne()
                .map(LocalDate::parse);
    }

    private static boolean saidBefore(Handle handle, Run run, DayRange days) {
        return handle.createQuery("SELECT COUNT(*) FROM slice WHERE workspace_id = :workspace AND stream_id = :stream"
                                + " AND state = 'suspicious' AND suspected_by <> :run"
                                + " AND first_day <= :last AND last_day >= :first")
                        .bind("workspace", run.feed().workspace())
                        .bind("stream", run.feed().stream())
                        .bind("run", run.id())
                        .bind("first", days.first().toString())
                        .bind("last", days.last().toString())
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** A reading that was believed answers every earlier doubt about its days. */
    static void settle(Handle handle, Feed feed, DayRange days) {
        handle.execute(
                "UPDATE slice SET state = 'complete', suspected_by = NULL WHERE workspace_id = ? AND stream_id = ?"
                        + " AND state = 'suspicious' AND first_day <= ? AND last_day >= ?",
                feed.workspace(),
                feed.stream(),
                days.last().toString(),
                days.first().toString());
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
