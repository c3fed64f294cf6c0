package vn.nhip.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The keys that a new reading named, in a temporary table: any number of them fits. */
final class SeenKeys {

    private final Connection connection;

    SeenKeys(Connection connection, Dialect dialect) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE IF NOT EXISTS seen (kind TEXT NOT NULL, key TEXT NOT NULL,"
                    + " PRIMARY KEY (kind, key)) " + dialect.endOfTemporaryTable());
            statement.execute("DELETE FROM seen");
        }
    }

    /** Adds keys, at most as many as one statement takes; returns those named for the first time. */
    Set<String> add(FactTable table, List<String> keys) throws SQLException {
        Set<String> first = new HashSet<>();
        String sql = "INSERT INTO seen (kind, key) VALUES " + "(?,?),".repeat(keys.size() - 1)
                + "(?,?) ON CONFLICT DO NOTHING RETURNING key";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int index = 1;
            for (String key : keys) {
                statement.setString(index++, table.kind().id());
                statement.setString(index++, key);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    first.add(rows.getString(1));
                }
            }
        }
        return first;
    }

    /** The next keys of the origin, after the given one, that were not named. */
    List<String> missing(FactTable table, MergeScope scope, Sweep sweep, String after) throws SQLException {
        List<String> keys = new java.util.ArrayList<>();
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
