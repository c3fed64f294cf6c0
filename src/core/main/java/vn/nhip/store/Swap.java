package vn.nhip.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.nhip.store.Reading.State;

/** Puts a completely read slice in place of what it held before, in one transaction: nobody ever sees half of it. */
final class Swap {

    private static final long MANY = 100;

    private final Store store;
    private final Clock clock;
    private final Leases leases;
    private final Slices slices;

    Swap(Store store, Clock clock, Slices slices) {
        this.store = store;
        this.clock = clock;
        this.leases = new Leases(store);
        this.slices = slices;
    }

    /** Finishes a slice whose pages are all here. */
    PageCommit.Done finish(Run run, Reading reading) {
        Feed feed = run.feed();
        return store.write(handle -> {
            leases.check(handle, run);
            long facts = factsOf(handle, feed, reading);
            long held = slices.factsHeld(handle, feed, reading);
            if (facts == 0 && held > MANY) {
                return new PageCommit.Done(slices.suspect(handle, feed, reading), RunCounts.NONE);
            }
            try {
                return swap(handle, feed, reading, new Size(facts, held >= 0));
            } catch (SQLException e) {
                throw new StoreException(
                        "Cannot swap in slice " + reading.slice().name() + ": " + e.getMessage(), e);
            }
        });
    }

    /** How many facts the new content has, and whether there was earlier content that they replace. */
    private record Size(long facts, boolean replaces) {}

    private PageCommit.Done swap(Handle handle, Feed feed, Reading reading, Size size) throws SQLException {
        Connection connection = handle.getConnection();
        Changes changes = new Changes(connection, feed);
        String lastDay = reading.staged() ? merge(handle, feed, reading, new Merge(changes, size)) : today(feed);
        Slices.discardStaged(handle, feed, reading.sliceId());
        Reading done = slices.advance(handle, feed, reading, State.COMPLETE, Optional.empty());
        slices.loaded(
                handle, feed, done, new Slices.Held(clock.millis(), size.facts(), through(feed, reading, lastDay)));
        return new PageCommit.Done(done, new RunCounts(0, 0, changes.changed(), changes.removed(), 0, 0));
    }

    private record Merge(Changes changes, Size size) {}

    private @Nullable String merge(Handle handle, Feed feed, Reading reading, Merge how) throws SQLException {
        boolean owns = reading.slice().owns();
        boolean sweeps = owns ? how.size().replaces() : reading.slice().days().isPresent();
        SeenKeys seen = sweeps ? new SeenKeys(handle.getConnection(), store.dialect()) : null;
        MergeScope scope = new MergeScope(handle.getConnection(), feed, reading.origin(), owns, how.changes(), seen);
        String lastDay = null;
        try (FactMerge merge = new FactMerge(scope);
                StagedRows staged = new StagedRows(store, feed, reading)) {
            for (Optional<List<Row>> page = staged.next(); page.isPresent(); page = staged.next()) {
                for (Row row : page.get()) {
                    merge.add(row);
                    lastDay = later(lastDay, row);
                }
            }
            if (seen != null) {
                merge.sweep(new Sweep(reading.slice().days()), seen);
            }
            merge.finish();
        }
        replaceQuarantine(handle, feed, reading);
        return lastDay;
    }

    private static @Nullable String later(@Nullable String day, Row row) {
        if (row.isGone()) {
            return day;
        }
        String own = String.valueOf(row.values()[0]);
        return day == null || own.compareTo(day) > 0 ? own : day;
    }

    private static void replaceQuarantine(Handle handle, Feed feed, Reading reading) {
        handle.execute(
                "DELETE FROM quarantine WHERE workspace_id = ? AND slice_id = ? AND status <> 'staged'",
                feed.workspace(),
                reading.sliceId());
        handle.execute(
                "UPDATE quarantine SET status = 'open' WHERE workspace_id = ? AND slice_id = ?",
                feed.workspace(),
                reading.sliceId());
    }

    private @Nullable String through(Feed feed, Reading reading, @Nullable String lastDay) {
        String day = reading.slice().days().map(days -> days.last().toString()).orElse(lastDay);
        String today = today(feed);
        return day == null || day.compareTo(today) < 0 ? day : today;
    }

    private String today(Feed feed) {
        return LocalDate.now(clock.withZone(feed.businessZone())).toString();
    }

    private static long factsOf(Handle handle, Feed feed, Reading reading) {
        return handle.createQuery("SELECT COALESCE(SUM(facts), 0) FROM page"
                        + " WHERE workspace_id = ? AND slice_id = ? AND fingerprint = ?")
                .bind(0, feed.workspace())
                .bind(1, reading.sliceId())
                .bind(2, reading.name())
                .mapTo(Long.class)
                .one();
    }
}
