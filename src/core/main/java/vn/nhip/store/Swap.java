package vn.nhip.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.nhip.config.HeldBackLimit;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.DayRange;
import vn.nhip.store.Reading.State;

/** Puts a completely read slice in place of what it held before, in one transaction: nobody ever sees half of it. */
final class Swap {

    private final Store store;
    private final Keys keys;
    private final Clock clock;
    private final Leases leases;
    private final Slices slices;
    private final Suspicion suspicion;
    private final HeldBackLimit limit;

    Swap(Store store, Keys keys, Clock clock, Slices slices, HeldBackLimit limit) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
        this.leases = new Leases(store);
        this.slices = slices;
        this.limit = limit;
        this.suspicion = new Suspicion(store, clock);
    }

    /**
     * Finishes a slice whose pages are all here; what is trusted is taken in however little it is.
     *
     * @throws ConnectorException of kind DATA when it may not be taken in
     */
    PageCommit.Done finish(Run run, Reading reading, boolean trusted) {
        try {
            return store.write(handle -> take(handle, run, reading, trusted));
        } catch (SliceRefusedException refused) {
            throw new Refusal(store, keys, clock, limit).of(run, reading, refused);
        }
    }

    private PageCommit.Done take(Handle handle, Run run, Reading reading, boolean trusted) {
        Feed feed = run.feed();
        leases.check(handle, run);
        Counted counted = Counted.of(handle, feed, reading);
        long held = slices.factsHeld(handle, feed, reading);
        if (reading.staged() && counted.quarantined() > limit.allowed(counted.records())) {
            throw new SliceRefusedException("", List.of());
        }
        if (!trusted && suspicion.doubts(handle, run, reading, new Suspicion.Found(counted.facts(), held))) {
            return new PageCommit.Done(slices.suspect(handle, feed, reading), RunCounts.NONE);
        }
        try {
            return swap(handle, feed, reading, new Size(counted, held >= 0));
        } catch (SQLException e) {
            throw new StoreException("Cannot swap in slice " + reading.slice().name() + ": " + e.getMessage(), e);
        }
    }

    /** How much the new content has, and whether there was earlier content that it replaces. */
    private record Size(Counted counted, boolean replaces) {}

    private PageCommit.Done swap(Handle handle, Feed feed, Reading reading, Size size) throws SQLException {
        Connection connection = handle.getConnection();
        Changes changes = new Changes(connection, feed);
        Counted counted = size.counted();
        long allowed = limit.allowed(counted.records()) - counted.quarantined();
        LandedText landed = new LandedText(handle, keys, feed.workspace());
        try (QuarantineRows rows = new QuarantineRows(connection, feed, keys, clock.millis());
                HeldBack heldBack = new HeldBack(reading, landed, rows, allowed)) {
            Repeats repeats = new Repeats(reading.slice().owns() ? heldBack : Swap::contradiction);
            String lastDay =
                    reading.staged() ? merge(handle, feed, reading, new Merge(changes, repeats, size)) : today(feed);
            heldBack.finish(connection, feed.workspace());
            replaceQuarantine(handle, feed, reading);
            Slices.discardStaged(handle, feed, reading.sliceId());
            reading.slice().days().ifPresent(days -> {
                WantedDays.read(handle, feed, days);
                Suspicion.settle(handle, feed, days);
            });
            Reading done = slices.advance(handle, feed, reading, State.COMPLETE, Optional.empty());
            long facts = counted.facts() - heldBack.count();
            slices.loaded(handle, feed, done, new Slices.Held(clock.millis(), facts, through(feed, reading, lastDay)));
            return new PageCommit.Done(done, counts(changes, heldBack.count(), repeats.again()));
        }
    }

    private static void contradiction(Repeats.Given first, Row later) {
        throw new SliceRefusedException(Contradiction.message(first.at(), later), List.of());
    }

    private static RunCounts counts(Changes changes, long held, long again) {
        return new RunCounts(0, -held, changes.changed(), changes.removed(), held, 0, again);
    }

    private record Merge(Changes changes, Repeats repeats, Size size) {}

    private @Nullable String merge(Handle handle, Feed feed, Reading reading, Merge how) throws SQLException {
        boolean owns = reading.slice().owns();
        boolean sweeps = owns ? how.size().replaces() : reading.slice().days().isPresent();
        Connection connection = handle.getConnection();
        String lastDay = null;
        try (SeenKeys seen = sweeps ? new SeenKeys(connection, store.dialect()) : null;
                FactMerge merge = new FactMerge(
                        new MergeScope(connection, feed, reading.origin(), owns, how.changes(), how.repeats(), seen));
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
        return lastDay;
    }

    private static @Nullable String later(@Nullable String day, Row row) {
        if (row.isGone()) {
            return day;
        }
        String own = String.valueOf(row.values()[0]);
        return day == null || own.compareTo(day) > 0 ? own : day;
    }

    /** What this reading held back stays, and what earlier ones did goes. */
    private static void replaceQuarantine(Handle handle, Feed feed, Reading reading) {
        String earlier = reading.staged()
                ? "status <> 'staged'"
                : "page_id NOT IN (SELECT id FROM page WHERE workspace_id = :workspace AND slice_id = :slice"
                        + " AND fingerprint = :reading)";
        handle.createUpdate(
                        "DELETE FROM quarantine WHERE workspace_id = :workspace AND slice_id = :slice AND " + earlier)
                .bind("workspace", feed.workspace())
                .bind("slice", reading.sliceId())
                .bind("reading", reading.name())
                .execute();
        handle.execute(
                "UPDATE quarantine SET status = 'open' WHERE workspace_id = ? AND slice_id = ?",
                feed.workspace(),
                reading.sliceId());
    }

    private @Nullable String through(Feed feed, Reading reading, @Nullable String lastDay) {
        Optional<DayRange> days = reading.slice().days();
        String last = days.isPresent() ? yesterday(feed) : today(feed);
        String day = days.map(range -> range.last().toString()).orElse(lastDay);
        return day == null || day.compareTo(last) < 0 ? day : last;
    }

    /** A day that the account has not ended yet is not complete, whatever the source gave of it. */
    private String yesterday(Feed feed) {
        return LocalDate.now(clock.withZone(feed.accountZone())).minusDays(1).toString();
    }

    private String today(Feed feed) {
        return LocalDate.now(clock.withZone(feed.businessZone())).toString();
    }
}
