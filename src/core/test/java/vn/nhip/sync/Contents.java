package vn.nhip.sync;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Everything a sync leaves behind, as text without what may differ between one run and several: ids of runs, seals. */
final class Contents {

    private static final String PAGE_OF_FACT = " JOIN page p ON p.workspace_id = f.workspace_id AND p.id = f.page_id"
            + " JOIN slice l ON l.workspace_id = p.workspace_id AND l.id = p.slice_id";
    private static final List<String> QUERIES = List.of(
            "SELECT f.key, l.name, f.version, f.hash, p.seq, f.at, f.live, f.day, f.answered_at, f.score"
                    + " FROM fact_survey_answer f" + PAGE_OF_FACT + " ORDER BY 1, 2",
            "SELECT f.key, l.name, f.version, f.hash, p.seq, f.at, f.live, f.day, f.gross, f.lines, n.keys"
                    + " FROM fact_order f" + PAGE_OF_FACT
                    + " JOIN person n ON n.workspace_id = f.workspace_id AND n.id = f.person_id ORDER BY 1, 2",
            "SELECT keys FROM person ORDER BY 1",
            "SELECT k.key_hash, n.keys FROM person_key k JOIN person n ON n.id = k.person_id ORDER BY 1, 2",
            "SELECT * FROM dirty_day ORDER BY 2, 3",
            "SELECT n.keys FROM dirty_person d JOIN person n ON n.id = d.person_id ORDER BY 1",
            "SELECT name, fingerprint, state, cursor, next_seq, facts, complete_through FROM slice ORDER BY 1",
            "SELECT l.name, p.fingerprint, p.seq, p.request, p.sha256, p.records, p.facts, p.quarantined"
                    + " FROM page p JOIN slice l ON l.id = p.slice_id ORDER BY 1, 2, 3",
            "SELECT l.name, q.at, q.field, q.reason, q.status FROM quarantine q JOIN slice l ON l.id = q.slice_id"
                    + " ORDER BY 1, 2",
            "SELECT COUNT(*) FROM staged_page",
            "SELECT name, complete_through FROM stream",
            "PRAGMA integrity_check");

    private Contents() {}

    static List<String> of(Path database) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            for (String query : QUERIES) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    add(rows, lines);
                }
            }
        }
        return lines;
    }

    private static void add(ResultSet rows, List<String> lines) throws SQLException {
        while (rows.next()) {
            StringBuilder line = new StringBuilder();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                line.append(rows.getString(i)).append(' ');
            }
            lines.add(line.toString());
        }
    }
}
