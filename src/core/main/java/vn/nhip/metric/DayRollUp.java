package vn.nhip.metric;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.nhip.metric.Cells.Cell;

/**
 * Writes the roll-up of days, metric by metric, and only what came out differently.
 *
 * <p>Statements name every dimension, so that the database finds the rows by the key of the table.
 */
final class DayRollUp {

    private static final String INSERT = "INSERT INTO metric_day (workspace_id, metric, day, account_id, dimension,"
            + " dimension_value, currency, value) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String DELETE =
            "DELETE FROM metric_day WHERE workspace_id = ? AND metric = ? AND day = ? AND dimension IN ";

    private final Sql sql;
    private final long workspace;
    private final Changes changes;

    DayRollUp(Sql sql, Workspace workspace, Changes changes) {
        this.sql = sql;
        this.workspace = workspace.id();
        this.changes = changes;
    }

    /** Rolls days up anew; the metrics, with their dimensions, are all that these passes can give. */
    void roll(Collection<LocalDate> days, List<DayPass> passes, Map<String, Set<String>> metrics) {
        Set<String> dimensions = new TreeSet<>();
        metrics.values().forEach(dimensions::addAll);
        String stored = "SELECT metric, account_id, dimension, dimension_value, currency, value FROM metric_day"
                + " WHERE workspace_id = ? AND day = ? AND metric IN " + list(metrics.keySet()) + " AND dimension IN "
                + list(dimensions);
        try (Sql.Batch insert = sql.batch(INSERT)) {
            for (LocalDate day : new TreeSet<>(days)) {
                Cells now = new Cells();
                passes.forEach(pass -> pass.day(day, now));
                if (changes.everything()) {
                    now.metrics().forEach(metric -> insert(metric, day, now, insert));
                } else {
                    replace(day, stored(stored, day), now, metrics);
                }
            }
        }
    }

    private static String list(Set<String> names) {
        return names.stream()
                .map(name -> "'" + name.replace("'", "''") + "'")
                .collect(Collectors.joining(",", "(", ")"));
    }

    private Cells stored(String query, LocalDate day) {
        Cells cells = new Cells();
        sql.each(query, row -> cells.add(row.getString(1), cell(row), row.getLong(6)), workspace, day);
        return cells;
    }

    private static Cell cell(ResultSet row) throws SQLException {
        return new Cell(row.getLong(2), row.getString(3), row.getString(4), row.getString(5));
    }

    private void replace(LocalDate day, Cells before, Cells now, Map<String, Set<String>> metrics) {
        try (Sql.Batch insert = sql.batch(INSERT)) {
            for (String metric : metrics.keySet()) {
                if (!before.of(metric).equals(now.of(metric))) {
                    sql.update(DELETE + list(metrics.getOrDefault(metric, Set.of())), workspace, metric, day);
                    insert(metric, day, now, insert);
                    changes.day(metric, day);
                }
            }
        }
    }

    private void insert(String metric, LocalDate day, Cells cells, Sql.Batch insert) {
        cells.of(metric)
                .forEach((cell, value) -> insert.add(
                        workspace,
                        metric,
                        day,
                        cell.account(),
                        cell.dimension(),
                        cell.value(),
                        cell.currency(),
                        value));
    }
}
