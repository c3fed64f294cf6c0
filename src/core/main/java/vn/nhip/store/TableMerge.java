package vn.nhip.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
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
    private final FactSql sql;
    private final MergeScope scope;
    private final Connection connection;
    private final MultiRow upsert;
    private final KeyLookup lookup;
    private final boolean firstOfAccount;
    private final Map<String, Row> waiting = new LinkedHashMap<>();

    TableMerge(FactTable table, MergeScope scope) throws SQLException {
        this.table = table;
        this.sql = new FactSql(table);
        this.scope = scope;
        this.connection = scope.connection();
        Feed feed = scope.feed();
        this.upsert = new MultiRow(connection, sql.insertHead(), sql.insertRow(feed, scope.origin()), sql.insertTail());
        this.lookup = new KeyLookup(connection, sql.stored(), List.of(feed.workspace(), feed.account()));
        this.firstOfAccount = !accountHasRows();
    }

    void add(Row row) throws SQLException {
        Row before = waiting.get(row.key());
        if (before == null || before.isGone() || row.isGone() || row.version() >= before.version()) {
            waiting.put(row.key(), row);
        }
        if (waiting.size() == MultiRow.ROWS) {
            flush();
        }
    }

    void flush() throws SQLException {
        if (waiting.isEmpty()) {
            return;
        }
        if (firstOfAccount && scope.seen() == null) {
            for (Row row : waiting.values()) {
                if (!row.isGone()) {
                    scope.changes().added(row);
                    write(row, true);
                }
            }
        } else {
            mergeWaiting();
        }
        upsert.flush();
        waiting.clear();
    }

    private void mergeWaiting() throws SQLException {
        List<String> keys = List.copyOf(waiting.keySet());
        Map<String, List<Stored>> stored = stored(keys);
        Set<String> firstTime = scope.seen() == null ? Set.of() : scope.seen().add(table, keys);
        for (Row row : waiting.values()) {
            List<Stored> ofKey = stored.getOrDefault(row.key(), List.of());
            if (row.isGone()) {
                remove(row.key(), ofKey);
            } else {
                merge(row, ofKey, scope.owns() && firstTime.contains(row.key()));
            }
        }
    }

    /** A slice that owns its facts speaks anew: what it said before of a key is replaced whatever its version. */
    private void merge(Row row, List<Stored> ofKey, boolean speaksAnew) throws SQLException {
        Stored own = own(ofKey);
        if (own != null && own.version() == row.version() && own.hash() == row.hash()) {
            return;
        }
        if (own != null && row.version() < own.version()) {
            if (!speaksAnew) {
                return;
            }
            one(sql.delete(), row.key(), own.origin());
        }
        Stored best = best(ofKey);
        Stored mine = new Stored(scope.origin(), row.version(), row.hash(), true, Stored.Mark.of(row));
        boolean wins = best == null || mine.beats(best);
        write(row, wins);
        settle(row.key(), ofKey, wins ? null : best);
        scope.changes().note(table.kind(), visible(ofKey), wins ? mine : best);
    }

    /** Takes this origin's row of a key away; the next best of the other origins counts from now on. */
    void remove(String key, List<Stored> ofKey) throws SQLException {
        Stored own = own(ofKey);
        if (own != null) {
            one(sql.delete(), key, own.origin());
            Stored best = best(ofKey);
            settle(key, ofKey, best);
            scope.changes().note(table.kind(), visible(ofKey), best);
        }
    }

    private void settle(String key, List<Stored> ofKey, @Nullable Stored winner) throws SQLException {
        for (Stored other : ofKey) {
            boolean live = other.equals(winner);
            if (other.origin() != scope.origin() && other.live() != live) {
                one(sql.setLive(), live ? 1L : 0L, key, other.origin());
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

    private void write(Row row, boolean live) throws SQLException {
        int common = FactTable.COMMON.size() - FactSql.SHARED;
        @Nullable Object[] all = new @Nullable Object[common + row.values().length];
        all[0] = row.key();
        all[1] = row.version();
        all[2] = row.hash();
        all[3] = row.page();
        all[4] = row.at();
        all[5] = live ? 1L : 0L;
        System.arraycopy(row.values(), 0, all, common, row.values().length);
        upsert.add(all);
    }

    Map<String, List<Stored>> stored(List<String> keys) throws SQLException {
        Map<String, List<Stored>> found = new HashMap<>();
        lookup.each(keys, row -> {
            long person = row.getLong(7);
            Stored.Mark mark = new Stored.Mark(row.getString(6), row.wasNull() ? null : person, row.getString(8));
            found.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                    .add(new Stored(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5) == 1, mark));
        });
        return found;
    }

    /** Runs a statement on one row of this account; the given values stand around the account's own two. */
    private void one(String statement, Object... values) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            int index = 1;
            int before = values.length - 2;
            for (int i = 0; i < values.length; i++) {
                if (i == before) {
                    prepared.setLong(index++, scope.feed().workspace());
                    prepared.setLong(index++, scope.feed().account());
                }
                MultiRow.bind(prepared, index++, values[i]);
            }
            prepared.executeUpdate();
        }
    }

    private boolean accountHasRows() throws SQLException {
        try (PreparedStatement any = connection.prepareStatement(sql.anyOfAccount())) {
            any.setLong(1, scope.feed().workspace());
            any.setLong(2, scope.feed().account());
            try (ResultSet row = any.executeQuery()) {
                return row.next();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        upsert.close();
        lookup.close();
    }
}
