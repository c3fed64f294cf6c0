package vn.nhip.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The keys that a new reading named, with what it said first, in a temporary table: any number of them fits. */
final class SeenKeys implements AutoCloseable {

    private static final String OF_KEY = " WHERE kind = ? AND key = ?";

    private final Connection connection;
    private final MultiRow insert;
    private long batch;

    SeenKeys(Connection connection, Dialect dialect) throws SQLException {
        this.connection = connection;
        this.insert = new MultiRow(
                connection,
                "INSERT INTO seen (kind, key, batch, version, hash, at) VALUES ",
                6,
                " ON CONFLICT DO NOTHING");
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE IF NOT EXISTS seen (kind TEXT NOT NULL, key TEXT NOT NULL,"
                    + " batch BIGINT NOT NULL, version BIGINT NOT NULL, hash BIGINT NOT NULL, at TEXT NOT NULL,"
                    + " PRIMARY KEY (kind, key)) " + dialect.clustered() + " " + dialect.endOfTemporaryTable());
            statement.execute("DELETE FROM seen");
        }
    }

    /** Adds rows of different keys, at most as many as one statement takes; returns the keys that were named before. */
    Set<String> add(FactTable table, List<Row> rows) throws SQLException {
        batch++;
        long before = insert.written();
        for (Row row : rows) {
            insert.add(table.kind().id(), row.key(), batch, row.version(), row.hash(), row.at());
        }
        insert.flush();
        return insert.written() - before == rows.size() ? Set.of() : named(table, rows);
    }

    private Set<String> named(FactTable table, List<Row> rows) throws SQLException {
        Set<String> before = new HashSet<>();
        String sql = "SELECT key FROM seen WHERE batch < ? AND kind = ? AND key IN ";
        List<Object> first = List.of(batch, table.kind().id());
        try (KeyLookup lookup = new KeyLookup(connection, sql, first)) {
            lookup.each(rows.stream().map(Row::key).toList(), row -> before.add(row.getString(1)));
        }
        return before;
    }

    /** What the reading said of a key that it has named. */
    Repeats.Given given(FactTable table, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT version, hash, at FROM seen" + OF_KEY)) {
            statement.setString(1, table.kind().id());
            statement.setString(2, key);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Repeats.Given(row.getLong(1), row.getLong(2), row.getString(3));
            }
        }
    }

    /** A newer version takes the place of what the reading said first. */
    void replace(FactTable table, Row row) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE seen SET version = ?, hash = ?, at = ?" + OF_KEY)) {
            statement.setLong(1, row.version());
            statement.setLong(2, row.hash());
            statement.setString(3, row.at());
            statement.setString(4, table.kind().id());
            statement.setString(5, row.key());
            statement.executeUpdate();
        }
    }

    /** The next keys of the origin, after the given one, that were not named. */
    List<String> missing(FactTable table, MergeScope scope, Sweep sweep, String after) throws SQLException {
        List<String> keys = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                new FactSql(table).unseen(sweep.days().isPresent()))) {
            statement.setLong(1, scope.feed().workspace());
            statement.setLong(2, scope.feed().account());
            statement.setLong(3, scope.origin());
            statement.setString(4, after);
            statement.setString(5, table.kind().id());
            if (sweep.days().isPresent()) {
                statement.setString(6, sweep.days().get().first().toString());
                statement.setString(7, sweep.days().get().last().toString());
                statement.setLong(8, scope.feed().stream());
                if (table.keyedByDay()) {
                    statement.setString(9, sweep.days().get().last().plusDays(1).toString());
                }
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    keys.add(rows.getString(1));
                }
            }
        }
        return keys;
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
