package vn.nhip.metric;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Writes the roll-up of days, metric by metric, and only what came out differently. */
final class DayRollUp {

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
        try (DayRows rows = new DayRows(sql, workspace)) {
            for (LocalDate day : new TreeSet<>(days)) {
                Cells now = new Cells();
                passes.forEach(pass -> pass.day(day, now));
                if (changes.everything()) {
                    now.metrics().forEach(metric -> rows.insert(day, metric, now.of(metric)));
                } else {
                    replace(day, rows.of(day, metrics.keySet(), dimensions), now, metrics);
                }
            }
        }
    }

    private void replace(LocalDate day, Cells before, Cells now, Map<String, Set<String>> metrics) {
        try (DayRows rows = new DayRows(sql, workspace)) {
            metrics.forEach((metric, dimensions) -> {
                if (!before.of(metric).equals(now.of(metric))) {
                    rows.delete(day, metric, dimensions);
                    rows.insert(day, metric, now.of(metric));
                    changes.day(metric, day);
                }
            });
        }
    }
}
