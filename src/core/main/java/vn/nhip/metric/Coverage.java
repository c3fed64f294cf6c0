package vn.nhip.metric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.FactKind;

/**
 * From when to when the counting accounts answer for one fact kind.
 *
 * <p>Shape: days from first to last fact per account, the last day that all streams of these accounts that give such facts
 * have read whole, and for how many days the slowest of them may still restate. Where accounts are refused or not named, all that give such facts stand
 * here: their days are the days that have no value.
 */
public record Coverage(Map<Long, DayRange> accounts, Optional<LocalDate> completeThrough, int restatedDays) {

    public Coverage {
        accounts = new TreeMap<>(accounts);
    }

    public Optional<LocalDate> first() {
        return accounts.values().stream().map(DayRange::first).min(LocalDate::compareTo);
    }

    /** Last day that something is known of: with facts, or complete without. */
    public Optional<LocalDate> end() {
        return accounts.values().stream().map(this::endOf).max(LocalDate::compareTo);
    }

    /** The same for one account. */
    public LocalDate endOf(DayRange account) {
        return completeThrough.filter(day -> day.isAfter(account.last())).orElse(account.last());
    }

    private static Coverage of(Sql sql, Workspace workspace, Feed feed, FactKind facts) {
        String accounts = feed.ok() ? " AND account_id IN " + feed.sqlList() : "";
        Map<Long, DayRange> days = new TreeMap<>();
        sql.each(
                "SELECT account_id, MIN(day), MAX(day) FROM metric_day WHERE workspace_id = ? AND metric = ?"
                        + " AND dimension = ''" + accounts + " GROUP BY account_id",
                row -> days.put(
                        row.getLong(1),
                        new DayRange(LocalDate.parse(row.getString(2)), LocalDate.parse(row.getString(3)))),
                workspace.id(),
                DayMetrics.presence(facts));
        List<Optional<LocalDate>> complete = new ArrayList<>();
        int[] restated = {0};
        sql.each(
                "SELECT complete_through, restated_days FROM stream WHERE workspace_id = ?" + accounts
                        + " AND (facts = '' OR facts LIKE '%," + feed.kind().id() + ",%' OR facts LIKE '%," + facts.id()
                        + ",%')",
                row -> {
                    complete.add(Optional.ofNullable(row.getString(1)).map(LocalDate::parse));
                    restated[0] = Math.max(restated[0], row.getInt(2));
                },
                workspace.id());
        return new Coverage(days, earliest(complete), restated[0]);
    }

    /** Nothing is complete while one stream has not said so. */
    private static Optional<LocalDate> earliest(List<Optional<LocalDate>> days) {
        return days.stream().allMatch(Optional::isPresent)
                ? days.stream().flatMap(Optional::stream).min(LocalDate::compareTo)
                : Optional.empty();
    }

    /** The coverage of every kind. */
    public record All(Map<FactKind, Coverage> kinds) {

        public static All find(Sql sql, Workspace workspace, Sources sources) {
            Map<FactKind, Coverage> kinds = new EnumMap<>(FactKind.class);
            for (FactKind kind : FactKind.values()) {
                Feed feed = sources.of(kind);
                boolean asOrders = kind == FactKind.REFUND
                        && feed.accounts()
                                .containsAll(sources.of(FactKind.ORDER).accounts());
                kinds.put(kind, Coverage.of(sql, workspace, feed, asOrders ? FactKind.ORDER : kind));
            }
            return new All(kinds);
        }

        public Coverage of(FactKind kind) {
            return Objects.requireNonNull(kinds.get(kind));
        }

        /** Last day that any source knows of. */
        public Optional<LocalDate> end() {
            return kinds.values().stream().flatMap(kind -> kind.end().stream()).max(LocalDate::compareTo);
        }
    }
}
