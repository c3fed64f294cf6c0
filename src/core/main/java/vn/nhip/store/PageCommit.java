package vn.nhip.store;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.nhip.config.HeldBackLimit;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Page;
import vn.nhip.spi.Rejected;
import vn.nhip.store.Reading.State;

/** Pages in one transaction: fence, ledger, landed bodies, quarantine, facts, cursor. All of it, or nothing. */
final class PageCommit {

    static final Duration LANDED_FOR = Duration.ofDays(35);

    private final Store store;
    private final Keys keys;
    private final Clock clock;
    private final Leases leases;
    private final Slices slices;
    private final PageNotes notes;
    private final HeldBackLimit limit;

    PageCommit(Store store, Keys keys, Clock clock, Slices slices, HeldBackLimit limit) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
        this.leases = new Leases(store);
        this.slices = slices;
        this.notes = new PageNotes(store, clock);
        this.limit = limit;
    }

    /** What a commit did: how far the reading is now, and what it counted. */
    record Done(Reading reading, RunCounts counts) {}

    Done commit(Run run, Reading reading, List<SealedPage> pages, Persons persons) {
        return store.write(handle -> {
            leases.check(handle, run);
            Done done = new Done(reading, RunCounts.NONE);
            for (SealedPage sealed : pages) {
                Done one = one(handle, run, done.reading(), sealed, persons);
                done = new Done(one.reading(), done.counts().plus(one.counts()));
            }
            return done;
        });
    }

    private Done one(Handle handle, Run run, Reading reading, SealedPage sealed, Persons persons) {
        Optional<Long> page = ledger(handle, run, reading, sealed);
        if (page.isEmpty()) {
            return new Done(reading, RunCounts.NONE);
        }
        try {
            notes.take(handle, run.feed(), sealed.page().notes());
            stopWhenTooManyAreHeldBack(handle, run.feed(), reading, sealed.rejected());
            quarantine(handle, run.feed(), new Place(reading, page.get()), sealed.rejected());
            Changes changes = facts(handle, run.feed(), new Place(reading, page.get()), sealed, persons);
            return new Done(advance(handle, run.feed(), reading, sealed.page()), counts(sealed, changes));
        } catch (SQLException e) {
            throw new StoreException(
                    "Cannot store a page of slice " + reading.slice().name() + ": " + e.getMessage(), e);
        }
    }

    private record Place(Reading reading, long page) {}

    private static RunCounts counts(SealedPage sealed, Changes changes) {
        Page.Counts counts = sealed.page().counts();
        return new RunCounts(
                counts.read(),
                sealed.facts(),
                changes.changed(),
                changes.removed(),
                sealed.rejected().size(),
                counts.filtered(),
                0);
    }

    private Optional<Long> ledger(Handle handle, Run run, Reading reading, SealedPage sealed) {
        Page.Counts counts = sealed.page().counts();
        return handle.createQuery(
                        "INSERT INTO page (workspace_id, id, run_id, slice_id, fingerprint, seq, request, sha256,"
                                + " records, facts, quarantined, filtered, bytes, media_type, landed_until, body)"
                                + " SELECT :workspace, COALESCE(MAX(id), 0) + 1, :run, :slice, :reading, :seq, :request, :sha256,"
                                + " :records, :facts, :quarantined, :filtered, :bytes, :media, :until, :body"
                                + " FROM page WHERE workspace_id = :workspace"
                                + " ON CONFLICT (workspace_id, slice_id, fingerprint, seq) DO NOTHING RETURNING id")
                .bind("workspace", run.feed().workspace())
                .bind("run", run.id())
                .bind("slice", reading.sliceId())
                .bind("reading", reading.name())
                .bind("seq", reading.nextPage())
                .bind("request", sealed.page().raw().request())
                .bind("sha256", sealed.sha256())
                .bind("records", counts.read())
                .bind("facts", sealed.facts())
                .bind("quarantined", sealed.rejected().size())
                .bind("filtered", counts.filtered())
                .bind("bytes", sealed.bytes())
                .bind("media", sealed.page().raw().mediaType())
                .bind("until", clock.instant().plus(LANDED_FOR).toEpochMilli())
                .bind("body", sealed.body())
                .mapTo(Long.class)
                .findOne();
    }

    /** Facts that count page by page cannot be kept out once the slice is complete, as staged ones are. */
    private void stopWhenTooManyAreHeldBack(Handle handle, Feed feed, Reading reading, List<Rejected> rejected) {
        if (reading.staged() || rejected.isEmpty()) {
            return;
        }
        Counted counted = Counted.of(handle, feed, reading);
        long allowed = limit.allowed(counted.records());
        if (counted.quarantined() > allowed) {
            Rejected first = rejected.get(0);
            throw ConnectorException.data(counted.quarantined() + " of " + counted.records()
                    + " records would be held back, more than the " + allowed + " allowed; reading stops before this"
                    + " page. First of it: " + first.at() + ", '" + first.field() + "' " + first.reason()
                    + ". Mend the mapping, or raise held-back-limit of the account in nhip.yaml, and sync again");
        }
    }

    private void quarantine(Handle handle, Feed feed, Place place, List<Rejected> rejected) throws SQLException {
        if (rejected.isEmpty()) {
            return;
        }
        String status = place.reading().staged() ? "staged" : "open";
        QuarantineRows.Place from = new QuarantineRows.Place(place.reading().sliceId(), place.page());
        try (QuarantineRows rows = new QuarantineRows(handle.getConnection(), feed, keys, clock.millis())) {
            for (Rejected one : rejected) {
                rows.add(from, one, status);
            }
            rows.flush();
        }
    }

    private Changes facts(Handle handle, Feed feed, Place place, SealedPage sealed, Persons persons)
            throws SQLException {
        List<Long> ids = persons.intern(handle.getConnection(), sealed.persons());
        Changes changes = new Changes(handle.getConnection(), feed);
        Reading reading = place.reading();
        if (reading.staged()) {
            handle.execute(
                    "INSERT INTO staged_page (workspace_id, slice_id, seq, page_id, persons, body) VALUES (?, ?, ?, ?, ?, ?)",
                    feed.workspace(),
                    reading.sliceId(),
                    reading.nextPage(),
                    place.page(),
                    Rows.ids(ids),
                    sealed.rows());
            return changes;
        }
        Repeats repeats = new Repeats(Repeats.Clash.NONE);
        MergeScope scope =
                new MergeScope(handle.getConnection(), feed, reading.origin(), false, changes, repeats, null);
        try (FactMerge merge = new FactMerge(scope)) {
            for (Row row : withoutContradiction(Rows.list(sealed.rows(), place.page(), ids))) {
                merge.add(row);
            }
            merge.finish();
        }
        return changes;
    }

    /** Facts that count at once cannot be told apart afterwards: of two in one answer nobody knows which is right. */
    private static List<Row> withoutContradiction(List<Row> rows) {
        Map<String, Row> seen = new HashMap<>();
        for (Row row : rows) {
            Row before = seen.put(row.table().name() + " " + row.key(), row);
            if (before != null && !before.isGone() && !row.isGone() && row.contradicts(before)) {
                throw Contradiction.between(before.at(), row);
            }
        }
        return rows;
    }

    private Reading advance(Handle handle, Feed feed, Reading reading, Page page) {
        if (page.next().isPresent()) {
            return slices.advance(handle, feed, reading, State.READING, page.next());
        }
        return slices.advance(handle, feed, reading, State.READ, page.next());
    }
}
