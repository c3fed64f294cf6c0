package vn.nhip.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the database to this version's tables. Flyway is only loaded when there is something to do: every command opens the store. */
final class Schema {

    /** The newest file under {@code db/migration}; a test holds the two together. */
    static final int VERSION = 12;

    private Schema() {}

    static void bringUpToDate(DataSource database, Dialect dialect) throws SQLException {
        if (known(database) < VERSION) {
            migrate(database, dialect, VERSION);
        }
    }

    /** Refuses a database that another process has open in an older form. */
    static void requireUpToDate(DataSource database) throws SQLException {
        int found = known(database);
        if (found < VERSION) {
            throw new StoreException("An older Nhịp is working on the database (schema " + found + ", this one needs "
                    + VERSION + "). Stop it, and start this version instead.");
        }
    }

    private static int known(DataSource database) throws SQLException {
        int found = versionOf(database);
        if (found > VERSION) {
            throw new StoreException("The database was written by a newer Nhịp (schema " + found + ", this one knows "
                    + VERSION + "). Install the newer version, or restore a backup of before.");
        }
        return found;
    }

    static void migrate(DataSource database, Dialect dialect, int version) {
        Flyway.configure()
                .dataSource(database)
                .placeholders(Map.of("blob", dialect.blob(), "clustered", dialect.clustered()))
                .target(Integer.toString(version))
                .load()
                .migrate();
    }

    private static int versionOf(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet tables = connection.getMetaData().getTables(null, null, "flyway_schema_history", null)) {
            return tables.next() ? newest(connection) : 0;
        }
    }

    private static int newest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT MAX(CAST(version AS INTEGER)) FROM flyway_schema_history WHERE success")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
