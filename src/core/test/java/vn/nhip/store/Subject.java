package vn.nhip.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.nhip.config.HeldBackLimit;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Fact;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.Page;
import vn.nhip.spi.RawBody;
import vn.nhip.spi.Rejected;
import vn.nhip.spi.Slice;
import vn.nhip.spi.StreamSpec;

/** A store under test, with one account in each of two workspaces and short words for what rules do with them. */
final class Subject implements AutoCloseable {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-31T00:00:00Z"), ZoneOffset.UTC);
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    final Store store;
    final Keys keys;
    final Feed feed;
    final Feed sameNameElsewhere;
    private int runs;

    Subject(Store store, Path folder) {
        this.store = store;
        this.keys = Keys.open(folder.resolve("keys"), store);
        this.feed = feed("first", "pos", "files");
        this.sameNameElsewhere = feed("second", "pos", "files");
    }

    Feed feed(String workspace, String account, String stream) {
        Workspaces rows = new Workspaces(store);
        long id = rows.ensure(new Workspaces.Workspace(workspace, ZONE, "VND", "settings"));
        long accountId = rows.ensure(id, new Workspaces.Account(account, "files", ZONE, "VND"));
        StreamSpec spec = new StreamSpec(stream, Set.of(FactKind.values()), 0, StreamSpec.PageOrder.NONE);
        return new Feed(id, accountId, rows.ensureStream(id, accountId, spec), ZONE);
    }

    /** A run of its own: the one before has ended. */
    StreamWriter writer(Feed of) {
        return writer(of, HeldBackLimit.DEFAULT);
    }

    StreamWriter writer(Feed of, HeldBackLimit limit) {
        return new StreamWriter(store, keys, CLOCK, run(of), limit);
    }

    Run run(Feed of) {
        store.write(handle -> handle.execute(
                "UPDATE stream_lease SET expires_at = 0 WHERE workspace_id = ? AND stream_id = ?",
                of.workspace(),
                of.stream()));
        return new Runs(store, CLOCK)
                .start(of, CLOCK.instant().plusSeconds(runs++))
                .orElseThrow();
    }

    /** Reads a whole slice of one page. */
    RunCounts load(Feed of, Slice slice, Page page) {
        StreamWriter writer = writer(of);
        Reading reading = writer.commit(writer.open(slice), page);
        writer.finish(reading);
        return writer.counts();
    }

    RunCounts load(Feed of, String file, String fingerprint, Envelope... facts) {
        return load(of, Slice.file(file, fingerprint), page(facts));
    }

    static Envelope fact(Fact fact) {
        return new Envelope(fact, 0, "line 1");
    }

    static Envelope fact(Fact fact, long version) {
        return new Envelope(fact, version, "line 1");
    }

    static Page page(Envelope... facts) {
        return page(List.of(facts), List.of(), List.of(), Optional.empty());
    }

    static Page pageBefore(String next, Envelope... facts) {
        return page(List.of(facts), List.of(), List.of(), Optional.of(new Cursor(next)));
    }

    static Page page(List<Envelope> facts, List<Page.Removed> removed, List<Rejected> rejected, Optional<Cursor> next) {
        return new Page(
                facts,
                removed,
                rejected,
                new Page.Counts(facts.size() + rejected.size(), 0, facts.size()),
                new RawBody(
                        "sales.csv lines 1–2",
                        "text/csv",
                        "an,order\nminh@example.com,1\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                next,
                Optional.empty());
    }

    /** Every row of a query as one line of text. */
    List<String> rows(String sql, Object... values) {
        return store.read(handle -> {
            var query = handle.createQuery(sql);
            for (int i = 0; i < values.length; i++) {
                query.bind(i, values[i]);
            }
            return query.map((row, context) -> {
                        StringBuilder text = new StringBuilder();
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            text.append(i > 1 ? " " : "").append(row.getString(i));
                        }
                        return text.toString();
                    })
                    .list();
        });
    }

    List<String> liveOrders(Feed of) {
        return rows(
                "SELECT key, gross / 1000000 FROM fact_order WHERE workspace_id = ? AND account_id = ? AND live = 1"
                        + " ORDER BY key",
                of.workspace(),
                of.account());
    }

    List<String> dirty(Feed of) {
        return rows(
                "SELECT 'day', kind, day FROM dirty_day WHERE workspace_id = ? AND kind <> '*' UNION ALL"
                        + " SELECT 'person', CAST(person_id AS TEXT), '' FROM dirty_person WHERE workspace_id = ? ORDER BY 1, 2, 3",
                of.workspace(),
                of.workspace());
    }

    void clean() {
        store.write(handle -> handle.execute("DELETE FROM dirty_day") + handle.execute("DELETE FROM dirty_person"));
    }

    @Override
    public void close() {
        store.close();
    }
}
