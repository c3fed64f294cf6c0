package vn.nhip.sync;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhip.spi.SurveyAnswer;

/** The yardstick: the same rows into the same table and indexes by plain JDBC batches, with nothing else done. */
final class BareUpsert {

    private static final Logger LOG = LoggerFactory.getLogger(BareUpsert.class);
    private static final String UPSERT = "INSERT INTO fact_survey_answer VALUES (1,1,?,1,0,?,?,?,1,?,?,?,?,?,?)"
            + " ON CONFLICT (workspace_id, account_id, key, origin) DO UPDATE SET hash = excluded.hash";

    private BareUpsert() {}

    static void run(Path file, Path like, int count) throws SQLException {
        String url = "jdbc:sqlite:" + file
                + "?journal_mode=WAL&synchronous=FULL&wal_autocheckpoint=20000&cache_size=-131072";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String ddl : tables(like)) {
                statement.execute(ddl);
            }
            connection.setAutoCommit(false);
            long start = System.nanoTime();
            insert(connection, count);
            double all = (System.nanoTime() - start) / 1e9;
            LOG.warn(
                    "bare upsert: {} s, {} rows/s, CPU so far {}",
                    all,
                    (long) (count / all),
                    ProcessHandle.current().info().totalCpuDuration());
        }
    }

    private static List<String> tables(Path like) throws SQLException {
        List<String> ddl = new ArrayList<>();
        String sql = "SELECT sql FROM sqlite_master WHERE tbl_name = 'fact_survey_answer' AND sql IS NOT NULL"
                + " ORDER BY type DESC";
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + like);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                ddl.add(rows.getString(1));
            }
        }
        return ddl;
    }

    private static void insert(Connection connection, int count) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(UPSERT)) {
            for (int i = 0; i < count; i++) {
                bind(insert, i);
                insert.addBatch();
                if (i % 1000 == 999) {
                    insert.executeBatch();
                }
                if (i % 100_000 == 99_999) {
                    connection.commit();
                }
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    private static void bind(PreparedStatement insert, int i) throws SQLException {
        SurveyAnswer answer = Facts.answer(i);
        insert.setString(1, answer.id());
        insert.setLong(2, i * 0x9E3779B97F4A7C15L);
        insert.setLong(3, i / 1000);
        insert.setString(4, "line " + i);
        insert.setString(5, answer.answeredAt().toString().substring(0, 10));
        insert.setLong(6, answer.answeredAt().toEpochMilli());
        insert.setLong(7, answer.score());
        insert.setLong(8, 1);
        insert.setLong(9, 5);
        insert.setString(10, "csat");
    }
}
