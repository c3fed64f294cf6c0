package vn.nhip.kpi;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import vn.nhip.metric.Sql;
import vn.nhip.metric.Workspace;
import vn.nhip.spi.Grain;

/** Numbers that belong to whole periods: users as the source counts them, customers by window. */
final class PeriodCounts {

    private record Asked(String metric, Grain grain) {}

    private final Sql sql;
    private final Workspace workspace;
    private final Map<Asked, NavigableMap<LocalDate, Long>> read = new HashMap<>();
    private final Map<Asked, NavigableMap<LocalDate, Long>> sums = new HashMap<>();

    PeriodCounts(Sql sql, Workspace workspace) {
        this.sql = sql;
        this.workspace = workspace;
    }

    Optional<Long> find(String metric, Span span) {
        return Optional.ofNullable(all(new Asked(metric, span.grain())).get(span.start()));
    }

    /** The sum of all changes up to and with the period. */
    long upTo(String metric, Span span) {
        Map.Entry<LocalDate, Long> last = sums.computeIfAbsent(new Asked(metric, span.grain()), this::sums)
                .floorEntry(span.start());
        return last == null ? 0 : last.getValue();
    }

    private NavigableMap<LocalDate, Long> sums(Asked asked) {
        NavigableMap<LocalDate, Long> sums = new TreeMap<>();
        long[] sum = {0};
        all(asked).forEach((start, change) -> {
            sum[0] += change;
            sums.put(start, sum[0]);
        });
        return sums;
    }

    private NavigableMap<LocalDate, Long> all(Asked asked) {
        return read.computeIfAbsent(asked, this::load);
    }

    private NavigableMap<LocalDate, Long> load(Asked asked) {
        NavigableMap<LocalDate, Long> found = new TreeMap<>();
        sql.each(
                "SELECT start, value FROM metric_period WHERE workspace_id = ? AND metric = ? AND grain = ?",
                row -> found.put(LocalDate.parse(row.getString(1)), row.getLong(2)),
                workspace.id(),
                asked.metric(),
                asked.grain().id());
        return found;
    }
}
