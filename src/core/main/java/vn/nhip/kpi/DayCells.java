package vn.nhip.kpi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import vn.nhip.metric.DayMetrics;
import vn.nhip.metric.DayParts;
import vn.nhip.metric.Sql;
import vn.nhip.metric.Workspace;
import vn.nhip.spi.DayRange;

/** The cells of metrics by day, read once for a stretch of days. */
final class DayCells {

    /** One number, in whole millionths. */
    record Cell(long account, String dimension, String value, String currency, long millionths) {
        boolean isGap() {
            return dimension.equals(DayMetrics.GAP);
        }
    }

    private static final String SELECT = "SELECT day, account_id, dimension, dimension_value, currency, value"
            + " FROM metric_day WHERE workspace_id = ? AND metric = ? AND day >= ? AND day <= ?"
            + " AND dimension IN ('', '" + DayMetrics.GAP + "', '" + DayMetrics.ANONYMOUS + "')";
    private static final String PARTS = "SELECT MIN(day), dimension_value, currency, SUM(value) FROM metric_day"
            + " WHERE workspace_id = ? AND metric = ? AND day >= ? AND day <= ? AND dimension = ?"
            + " GROUP BY dimension_value, currency, CASE WHEN currency IN ('', ?) THEN '' ELSE day END";

    private static final String PACKED = "SELECT day, currency, parts FROM metric_day_parts"
            + " WHERE workspace_id = ? AND metric = ? AND day >= ? AND day <= ? AND dimension = ?";

    private final Sql sql;
    private final Workspace workspace;
    private final DayRange days;
    private final Map<String, NavigableMap<LocalDate, List<Cell>>> read = new HashMap<>();

    DayCells(Sql sql, Workspace workspace, DayRange days) {
        this.sql = sql;
        this.workspace = workspace;
        this.days = days;
    }

    /** Totals, gaps and anonymous buyers of a metric, by day. */
    NavigableMap<LocalDate, List<Cell>> totals(String metric, Span span) {
        return read.computeIfAbsent(metric, this::load).subMap(span.start(), true, span.end(), true);
    }

    /** The parts by a dimension: added up over the days where nothing is to be converted, by day otherwise. */
    void parts(String metric, String dimension, Span span, BiConsumer<LocalDate, Cell> each) {
        if (DayParts.hold(dimension)) {
            packed(metric, dimension, span, each);
            return;
        }
        sql.each(
                PARTS,
                row -> each.accept(
                        LocalDate.parse(row.getString(1)),
                        new Cell(0, dimension, row.getString(2), row.getString(3), row.getLong(4))),
                workspace.id(),
                metric,
                span.start(),
                span.end(),
                dimension,
                business());
    }

    private void packed(String metric, String dimension, Span span, BiConsumer<LocalDate, Cell> each) {
        Map<String, Long> asTheyAre = new HashMap<>();
        sql.each(
                PACKED,
                row -> {
                    LocalDate day = LocalDate.parse(row.getString(1));
                    String currency = row.getString(2);
                    boolean converted = !currency.isEmpty() && !currency.equals(business());
                    DayParts.unpack(row.getString(3), (value, number) -> {
                        if (converted) {
                            each.accept(day, new Cell(0, dimension, value, currency, number));
                        } else {
                            asTheyAre.merge(value, number, Math::addExact);
                        }
                    });
                },
                workspace.id(),
                metric,
                span.start(),
                span.end(),
                dimension);
        asTheyAre.forEach(
                (value, number) -> each.accept(span.start(), new Cell(0, dimension, value, business(), number)));
    }

    private String business() {
        return workspace.config().calendar().currency().getCurrencyCode();
    }

    private NavigableMap<LocalDate, List<Cell>> load(String metric) {
        NavigableMap<LocalDate, List<Cell>> cells = new TreeMap<>();
        sql.each(
                SELECT,
                row -> cells.computeIfAbsent(LocalDate.parse(row.getString(1)), any -> new ArrayList<>())
                        .add(new Cell(
                                row.getLong(2), row.getString(3), row.getString(4), row.getString(5), row.getLong(6))),
                workspace.id(),
                metric,
                days.first(),
                days.last());
        return cells;
    }
}
