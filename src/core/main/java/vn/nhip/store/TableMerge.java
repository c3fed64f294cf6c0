package vn.nhip.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings rows of one origin into one fact table, fifty keys at a time: writes what differs, keeps {@code live} on the
 * one row of a key that counts, and notes what readers see change.
 */
final class TableMerge implements AutoCloseable {

    private final FactTable table;
    private final MergeScope scope;
    private final MultiRow insert;
    private final MultiRow upsert;
    private final StoredRows rows;
    private final boolean firstOfAccount;
    private final @Nullable SeenKeys seen;
    private final Map<String, Row> waiting = new LinkedHashMap<>();
    private final List<Row> repeated = new ArrayList<>();

    TableMerge(FactTable table, MergeScope scope) throws SQLException {
        this.table = table;
        this.scope = scope;
        FactSql sql = new FactSql(table);
        Connection connection = scope.connection();
        String row = sql.insertRow(scope.feed(), scope.origin());
        this.insert = new MultiRow(connection, sql.insertHead(), row, sql.firstStays());
        this.upsert = new MultiRow(connection, sql.insertHead(), row, sql.insertTail());
        this.rows = new StoredRows(connection, sql, scope.feed());
        this.firstOfAccount = !rows.any();
        this.seen = firstOfAccount ? null : scope.seen();
    }

    /** Whether the account had no such facts before: all that there are now are named by this reading. */
    boolean isFirstOfAccount() {
        return firstOfAccount;
    }

    void add(Row row) throws SQLException {
        enqueue(row);
        if (waiting.size() + repeated.size() == MultiRow.ROWS) {
            flush();
        }
    }

    /** A key that waits already is looked at once the first one is in its table. */
    private void enqueue(Row row) {
        Row before = waiting.get(row.key());
        if (before == null || before.isGone() || row.isGone()) {
            waiting.put(row.key(), row);
        } else {
            repeated.add(row);
        }
    }

    void flush() throws SQLException {
        while (!waiting.isEmpty()) {
            if (firstOfAccount) {
                insertWaiting();
                remove(goneKeys());
            } else {
                mergeWaiting();
            }
            upsert.flush();
            waiting.clear();
            List<Row> next = List.copyOf(repeated);
            repeated.clear();
            next.forEach(this::enqueue);
        }
    }

    private void insertWaiting() throws SQLException {
        List<Row> given = givenRows();
        long before = insert.written();
        for (Row row : given) {
            insert.add(values(row, true));
        }
        insert.flush();
        long inserted = insert.written() - before;
        if (inserted < given.size()) {
            sortOut(given, inserted);
            return;
        }
        for (Row row : given) {
            scope.changes().added(row);
        }
    }

    /** Some of the keys were there: this very reading gave them before. */
    private void sortOut(List<Row> given, long inserted) throws SQLException {
        Map<String, List<Stored>> stored = rows.of(keys(given));
        long same = 0;
        for (Row row : given) {
            List<Stored> ofKey = stored.getOrDefault(row.key(), List.of());
            Stored own = own(ofKey);
            if (own != null && own.says(row)) {
                scope.changes().added(row);
                same++;
            } else {
                repeat(row, ofKey);
            }
        }
        scope.changes().addedTwice(same - inserted);
        scope.repeats().same(same - inserted);
    }

    private void mergeWaiting() throws SQLException {
        Map<String, List<Stored>> stored = rows.of(List.copyOf(waiting.keySet()));
        Set<String> named = seen == null ? Set.of() : seen.add(table, givenRows());
        for (Row row : waiting.values()) {
            List<Stored> ofKey = stored.getOrDefault(row.key(), List.of());
            if (row.isGone()) {
                remove(row.key(), ofKey);
            } else if (seen == null ? scope.owns() && own(ofKey) != null : named.contains(row.key())) {
                repeat(row, ofKey);
            } else {
                merge(row, ofKey, scope.owns());
            }
        }
    }

    /** A later row of a key that this reading gave before. */
    private void repeat(Row row, List<Stored> ofKey) throws SQLException {
        Repeats.Given first = seen == null ? rows.given(row.key(), scope.origin()) : seen.given(table, row.key());
        if (scope.repeats().replaces(first, row)) {
            if (seen != null) {
                seen.replace(table, row);
            }
            merge(row, ofKey, false);
        }
    }

    /** A slice that owns its facts speaks anew: what it said before of a key is replaced whatever its version. */
    private void merge(Row row, List<Stored> ofKey, boolean speaksAnew) throws SQLException {
        Stored own = own(ofKey);
        if (own != null && own.says(row)) {
            return;
        }
        if (own != null && row.version() < own.version()) {
            if (!speaksAnew) {
                return;
            }
            rows.delete(row.key(), own.origin());
        }
        Stored best = best(ofKey);
        Stored mine = new Stored(scope.origin(), row.version(), row.hash(), true, Stored.Mark.of(row));
        boolean wins = best == null || mine.beats(best);
        upsert.add(values(row, wins));
        settle(row.key(), ofKey, wins ? null : best);
        scope.changes().note(table.kind(), visible(ofKey), wins ? mine : best);
    }

    /** Removes keys that the account has; the next best of the other origins counts from now on. */
    void remove(List<String> keys) throws SQLException {
        Map<String, List<Stored>> stored = rows.of(keys);
        for (String key : keys) {
            remove(key, stored.getOrDefault(key, List.of()));
        }
    }

    private void remove(String key, List<Stored> ofKey) throws SQLException {
        Stored own = own(ofKey);
        if (own != null) {
            rows.delete(key, own.origin());
            Stored best = best(ofKey);
            settle(key, ofKey, best);
            scope.changes().note(table.kind(), visible(ofKey), best);
        }
    }

    private void settle(String key, List<Stored> ofKey, @Nullable Stored winner) throws SQLException {
        for (Stored other : ofKey) {
            boolean live = other.equals(winner);
            if (other.origin() != scope.origin() && other.live() != live) {
                rows.setLive(key, other.origin(), live);
            }
        }
    }

    private @Nullable Stored own(List<Stored> ofKey) {
        return ofKey.stream()
                .filter(stored -> stored.origin() == scope.origin())
                .findFirst()
                .orElse(null);
    }

    private @Nullable Stored best(List<Stored> ofKey) {
        return ofKey.stream()
                .filter(stored -> stored.origin() != scope.origin())
                .reduce((a, b) -> a.beats(b) ? a : b)
                .orElse(null);
    }

    private static @Nullable Stored visible(List<Stored> ofKey) {
        return ofKey.stream().filter(Stored::live).findFirst().orElse(null);
    }

    private List<Row> givenRows() {
        return waiting.values().stream().filter(row -> !row.isGone()).toList();
    }

    private List<String> goneKeys() {
        return waiting.values().stream().filter(Row::isGone).map(Row::key).toList();
    }

    private static List<String> keys(List<Row> rows) {
        return rows.stream().map(Row::key).toList();
    }

    private static @Nullable Object[] values(Row row, boolean live) {
        int common = FactTable.COMMON.size() - FactSql.SHARED;
        @Nullable Object[] all = new @Nullable Object[common + row.values().length];
        all[0] = row.key();
        all[1] = row.version();
        all[2] = row.hash();
        all[3] = row.page();
        all[4] = row.at();
        all[5] = live ? 1L : 0L;
        System.arraycopy(row.values(), 0, all, common, row.values().length);
        return all;
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        upsert.close();
        rows.close();
    }
}
