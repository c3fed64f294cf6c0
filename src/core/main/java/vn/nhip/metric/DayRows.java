package vn.nhip.metric;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.nhip.metric.Cells.Cell;

/**
 * The roll-up of days as it lies in its two tables: a row for each cell, and one for all parts by a packed dimension.
 *
 * <p>Statements name every dimension, so that the database finds the rows by the key of the table.
 */
final class DayRows implements AutoCloseable {

    private static final String INSERT = "INSERT INTO metric_day (workspace_id, metric, day, account_id, dimension,"
            + " dimension_value, currency, value) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_PARTS = "INSERT INTO metric_day_parts (workspace_id, metric, day, account_id,"
            + " dimension, currency, parts) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String OF_DAY = " WHERE workspace_id = ? AND day = ? AND metric IN ";
    private static final String OF_METRIC = " WHERE workspace_id = ? AND day = ? AND metric = ? AND dimension IN ";

    private final Sql sql;
    private final long workspace;
    private final Sql.Batch insert;

    DayRows(Sql sql, long workspace) {
        this.sql = sql;
        this.workspace = workspace;
        this.insert = sql.batch(INSERT);
    }

    static void deleteAll(Sql sql, long workspace) {
        sql.update("DELETE FROM metric_day WHERE workspace_id = ?", workspace);
        sql.update("DELETE FROM metric_day_parts WHERE workspace_id = ?", workspace);
    }

    Cells of(LocalDate day, Collection<String> metrics, Collection<String> dimensions) {
        Cells cells = new Cells();
        String where = OF_DAY + list(metrics) + " AND dimension IN " + list(dimensions);
        sql.each(
                "SELECT metric, account_id, dimension, dimension_value, currency, value FROM metric_day" + where,
                row -> cells.add(
                        row.getString(1),
                        new Cell(row.getLong(2), row.getString(3), row.getString(4), row.getString(5)),
                        row.getLong(6)),
                workspace,
                day);
        if (dimensions.stream().anyMatch(DayParts::hold)) {
            sql.each(
                    "SELECT metric, account_id, dimension, currency, parts FROM metric_day_parts" + where,
                    row -> {
                        String metric = row.getString(1);
                        Cell all = new Cell(row.getLong(2), row.getString(3), "", row.getString(4));
                        DayParts.unpack(
                                row.getString(5), (value, number) -> cells.add(metric, all.part(value), number));
                    },
                    workspace,
                    day);
        }
        return cells;
    }

    void delete(LocalDate day, String metric, Set<String> dimensions) {
        sql.update("DELETE FROM metric_day" + OF_METRIC + list(dimensions), workspace, day, metric);
        if (dimensions.stream().anyMatch(DayParts::hold)) {
            sql.update("DELETE FROM metric_day_parts" + OF_METRIC + list(dimensions), workspace, day, metric);
        }
    }

    void insert(LocalDate day, String metric, Map<Cell, Long> cells) {
        Map<Cell, SortedMap<String, Long>> packed = new HashMap<>();
        cells.forEach((cell, value) -> {
            if (DayParts.hold(cell.dimension())) {
                packed.computeIfAbsent(cell.part(""), any -> new TreeMap<>()).put(cell.value(), value);
            } else {
                insert.add(
                        workspace, metric, day, cell.account(), cell.dimension(), cell.value(), cell.currency(), value);
            }
        });
        packed.forEach((all, parts) -> sql.update(
                INSERT_PARTS,
                workspace,
                metric,
                day,
                all.account(),
                all.dimension(),
                all.currency(),
                DayParts.pack(parts)));
    }

    private static String list(Collection<String> names) {
        return names.stream()
                .map(name -> "'" + name.replace("'", "''") + "'")
                .collect(Collectors.joining(",", "(", ")"));
    }

    @Override
    public void close() {
        insert.close();
    }
}
