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
final class SeenKeys {

    private static final String OF_KEY = " WHERE kind = ? AND key = ?";

    private final Connection connection;

    SeenKeys(Connection connection, Dialect dialect) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE IF NOT EXISTS seen (kind TEXT NOT NULL, key TEXT NOT NULL,"
                    + " version BIGINT NOT NULL, hash BIGINT NOT NULL, at TEXT NOT NULL,"
                    + " PRIMARY KEY (kind, key)) " + dialect.endOfTemporaryTable());
            statement.execute("DELETE FROM seen");
        }
    }

    /** Adds rows, at most as many as one statement takes; returns the keys that are named for the first time. */
    Set<String> add(FactTable table, List<Row> rows) throws SQLException {
        Set<String> first = new HashSet<>();
        if (rows.isEmpty()) {
            return first;
        }
        String sql = "INSERT INTO seen (kind, key, version, hash, at) VALUES " + "(?,?,?,?,?),".repeat(rows.size() - 1)
                + "(?,?,?,?,?) ON CONFLICT DO NOTHING RETURNING key";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int index = 1;
            for (Row row : rows) {
                statement.setString(index++, table.kind().id());
                statement.setString(index++, row.key());
                statement.setLong(index++, row.version());
                statement.setLong(index++, row.hash());
                statement.setString(index++, row.at());
            }
            try (ResultSet keys = statement.executeQuery()) {
                while (keys.next()) {
                    first.add(keys.getString(1));
                }
            }
        }
        return first;
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
}
