package vn.nhip.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** What SQLite does at best: rows as wide as facts, with keys like theirs, by plain batches in transactions. */
final class BareUpsert {

    private static final int ROWS_A_TRANSACTION = 20_000;

    private BareUpsert() {}

    /** Writes so many rows into a new database, and says in words how long it took. */
    static String run(Path database, long rows) throws SQLException {
        Lap lap = Lap.start();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + database + "?journal_mode=WAL&synchronous=FULL&cache_size=-65536");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE entry (workspace_id BIGINT, account_id BIGINT, key TEXT, origin BIGINT,"
                    + " version BIGINT, hash BIGINT, page_id BIGINT, at TEXT, live INTEGER, day TEXT, category TEXT,"
                    + " currency TEXT, amount BIGINT, UNIQUE (workspace_id, account_id, key, origin))");
            statement.execute("CREATE INDEX entry_day ON entry (workspace_id, day)");
            connection.setAutoCommit(false);
            fill(connection, rows);
        }
        return "bare upsert: %,d rows ".formatted(rows) + lap.of(rows, "rows");
    }

    private static void fill(Connection connection, long rows) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(
                "INSERT INTO entry VALUES (1, 1, ?, 1, 0, ?, ?, ?, 1, ?, 'revenue', 'VND', ?) ON CONFLICT"
                        + " (workspace_id, account_id, key, origin) DO UPDATE SET hash = excluded.hash, amount = excluded.amount")) {
            for (long row = 0; row < rows; row++) {
                upsert.setString(1, (500_000 + row / 20) + "-" + row);
                upsert.setLong(2, row * 0x9E3779B97F4A7C15L);
                upsert.setLong(3, row / 20_000);
                upsert.setString(4, "line " + row);
                upsert.setString(5, "2023-01-" + (10 + row / 20 % 20));
                upsert.setLong(6, row * 1_000);
                upsert.addBatch();
                if (row % ROWS_A_TRANSACTION == ROWS_A_TRANSACTION - 1) {
                    upsert.executeBatch();
                    connection.commit();
                }
            }
            upsert.executeBatch();
            connection.commit();
        }
    }
}
