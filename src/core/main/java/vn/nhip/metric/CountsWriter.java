package vn.nhip.metric;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import vn.nhip.catalogue.Metric;
import vn.nhip.spi.Grain;

/** Adds what customers contributed to the stored counts. */
final class CountsWriter {

    private static final String ADD_PERIOD = "INSERT INTO metric_period (workspace_id, metric, grain, start, value)"
            + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (workspace_id, metric, grain, start)"
            + " DO UPDATE SET value = metric_period.value + excluded.value";
    private static final String ADD_DAY = "INSERT INTO metric_day (workspace_id, metric, day, account_id, dimension,"
            + " dimension_value, currency, value) VALUES (?, '" + Metric.NEW_CUSTOMERS + "', ?, 0, '', '', '', ?)"
            + " ON CONFLICT (workspace_id, metric, day, account_id, dimension, dimension_value, currency)"
            + " DO UPDATE SET value = metric_day.value + excluded.value";

    private static final String DELETE_ZERO = "DELETE FROM metric_period WHERE workspace_id = ? AND metric = ?"
            + " AND grain = ? AND start = ? AND value = 0";

    private final Sql sql;
    private final Workspace workspace;
    private final Changes changes;

    CountsWriter(Sql sql, Workspace workspace, Changes changes) {
        this.sql = sql;
        this.workspace = workspace;
        this.changes = changes;
    }

    void write(CustomerCounts counts) {
        days(counts.news().entries());
        for (ActivityCounts of : counts.windows()) {
            ActiveWindow window = of.window();
            add(window.changeMetric(), window.grain(), of.periods(), of.changes());
            add(window.returnedMetric(), window.grain(), of.periods(), of.returned());
            reached(of);
        }
        for (CustomerCounts.Buyers of : counts.buyers()) {
            add(of.metric(), of.grain(), of.periods(), of.counter());
        }
    }

    private void days(SortedMap<Integer, Long> news) {
        try (Sql.Batch add = sql.batch(ADD_DAY)) {
            news.forEach((day, count) ->
                    add.add(workspace.id(), LocalDate.ofEpochDay(day), Math.multiplyExact(count, Cells.ONE)));
        }
        news.keySet().forEach(day -> {
            LocalDate of = LocalDate.ofEpochDay(day);
            changes.day(Metric.NEW_CUSTOMERS, of);
            sql.update(
                    "DELETE FROM metric_day WHERE workspace_id = ? AND metric = ? AND dimension = '' AND day = ? AND value = 0",
                    workspace.id(),
                    Metric.NEW_CUSTOMERS,
                    of);
        });
    }

    private void add(String metric, Grain grain, Periods periods, Counter counter) {
        SortedMap<Integer, Long> counts = counter.entries();
        try (Sql.Batch add = sql.batch(ADD_PERIOD)) {
            counts.forEach(
                    (period, count) -> add.add(workspace.id(), metric, grain.id(), periods.start(period), count));
        }
        for (int period : counts.keySet()) {
            LocalDate start = periods.start(period);
            sql.update(DELETE_ZERO, workspace.id(), metric, grain.id(), start);
            changes.period(metric, grain, start);
        }
    }

    /** The changes are differences, so one moves every period up to where another takes it back; today ends them. */
    private void reached(ActivityCounts of) {
        int today = of.periods().index(Math.toIntExact(workspace.today().toEpochDay()));
        long moved = 0;
        int from = 0;
        for (Map.Entry<Integer, Long> change : of.changes().entries().entrySet()) {
            mark(of, from, Math.min(change.getKey() - 1, today), moved);
            moved += change.getValue();
            from = change.getKey();
        }
        mark(of, from, today, moved);
    }

    private void mark(ActivityCounts of, int from, int to, long moved) {
        for (int period = from; moved != 0 && period <= to; period++) {
            changes.period(
                    of.window().changeMetric(),
                    of.window().grain(),
                    of.periods().start(period));
        }
    }
}
