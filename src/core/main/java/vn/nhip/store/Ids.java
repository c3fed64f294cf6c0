package vn.nhip.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Ids are counted per workspace, inside the one write transaction that uses them. */
final class Ids {

    private Ids() {}

    static long next(Connection connection, String table, long workspace) throws SQLException {
        String sql = "SELECT COALESCE(MAX(id), 0) + 1 FROM " + table + " WHERE workspace_id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, workspace);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
