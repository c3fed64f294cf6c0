package vn.nhip.metric;

import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import vn.nhip.spi.FactKind;

/** The days that have facts of a kind, or had when they were last rolled up; by jumps along an index. */
final class FactDays {

    private FactDays() {}

    static NavigableSet<LocalDate> of(Sql sql, long workspace, FactKind kind) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        String next = "SELECT MIN(day) FROM " + FactTable.of(kind).table() + " WHERE workspace_id = ? AND day > ?";
        Optional<String> day = after(sql, next, workspace, "");
        while (day.isPresent()) {
            days.add(LocalDate.parse(day.get()));
            day = after(sql, next, workspace, day.get());
        }
        sql.each(
                "SELECT DISTINCT day FROM metric_day WHERE workspace_id = ? AND metric = ? AND dimension = ''",
                row -> days.add(LocalDate.parse(row.getString(1))),
                workspace,
                DayMetrics.presence(kind));
        return days;
    }

    private static Optional<String> after(Sql sql, String next, long workspace, String day) {
        return sql.list(next, row -> Optional.ofNullable(row.getString(1)), workspace, day)
                .get(0);
    }
}
