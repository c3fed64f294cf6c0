package vn.nhip.metric;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.Grain;

/**
 * Unique users by the source's own periods; never added up. Where the source gives no users of a day on their own, the
 * users of the day's traffic total are the same number. A source whose weeks do not begin on Monday has no weeks here.
 */
final class UsersRollUp {

    private final Sql sql;
    private final long workspace;
    private final Sources sources;
    private final Changes changes;

    UsersRollUp(Sql sql, Workspace workspace, Sources sources, Changes changes) {
        this.sql = sql;
        this.workspace = workspace.id();
        this.sources = sources;
        this.changes = changes;
    }

    void roll(Collection<LocalDate> starts, List<String> metrics) {
        if (metrics.isEmpty()) {
            return;
        }
        for (LocalDate start : new TreeSet<>(starts)) {
            Map<Grain, Long> users = users(start);
            for (String metric : metrics) {
                for (Grain grain : Grain.values()) {
                    if (!grain.startOf(start).equals(start)) {
                        continue;
                    }
                    set(metric, grain, start, Optional.ofNullable(users.get(grain)));
                }
            }
        }
    }

    private Map<Grain, Long> users(LocalDate start) {
        Map<Grain, Long> users = new EnumMap<>(Grain.class);
        sql.each(
                "SELECT users FROM fact_traffic_day f WHERE workspace_id = ? AND day = ? AND live = 1"
                        + " AND scope = 'total' AND account_id IN "
                        + sources.of(FactKind.TRAFFIC_DAY).sqlList(),
                row -> users.put(Grain.DAY, row.getLong(1)),
                workspace,
                start);
        sql.each(
                "SELECT grain, users FROM fact_traffic_users f WHERE workspace_id = ? AND day = ? AND live = 1"
                        + " AND account_id IN "
                        + sources.of(FactKind.TRAFFIC_USERS).sqlList(),
                row -> users.put(Grain.valueOf(row.getString(1).toUpperCase(Locale.ROOT)), row.getLong(2)),
                workspace,
                start);
        return users;
    }

    private void set(String metric, Grain grain, LocalDate start, Optional<Long> users) {
        Optional<Long> before = sql.first(
                "SELECT value FROM metric_period WHERE workspace_id = ? AND metric = ? AND grain = ? AND start = ?",
                row -> row.getLong(1),
                workspace,
                metric,
                grain.id(),
                start);
        if (before.equals(users)) {
            return;
        }
        changes.period(metric, grain, start);
        sql.update(
                "DELETE FROM metric_period WHERE workspace_id = ? AND metric = ? AND grain = ? AND start = ?",
                workspace,
                metric,
                grain.id(),
                start);
        users.ifPresent(value -> sql.update(
                "INSERT INTO metric_period (workspace_id, metric, grain, start, value) VALUES (?, ?, ?, ?, ?)",
                workspace,
                metric,
                grain.id(),
                start,
                value));
    }
}
