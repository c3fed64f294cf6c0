package vn.nhip.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Finds rows by many keys, fifty at a time: {@code … AND key IN (?, …)}. */
final class KeyLookup implements AutoCloseable {

    private static final int KEYS = MultiRow.ROWS;
    private static final String PLACES = "(" + "?,".repeat(KEYS - 1) + "?)";

    private final PreparedStatement statement;
    private final int fixed;

    KeyLookup(Connection connection, String sql, List<Object> first) throws SQLException {
        this.statement = connection.prepareStatement(sql + PLACES);
        this.fixed = first.size();
        for (int i = 0; i < fixed; i++) {
            MultiRow.bind(statement, i + 1, first.get(i));
        }
    }

    interface RowUse {
        void take(ResultSet row) throws SQLException;
    }

    void each(List<String> keys, RowUse use) throws SQLException {
        for (int from = 0; from < keys.size(); from += KEYS) {
            for (int i = 0; i < KEYS; i++) {
                // The last key fills the places that are left over: the statement stays the same.
                statement.setString(fixed + i + 1, keys.get(Math.min(from + i, keys.size() - 1)));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    use.take(rows);
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
