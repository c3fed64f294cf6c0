package vn.nhip.metric;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import vn.nhip.catalogue.Metric;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.Grain;

/** The facts that a metric counted, one by one, each with its place: the way back from a number. */
public final class MetricFacts {

    private static final int DECIMALS = 6;

    private final Sql sql;
    private final Workspace workspace;
    private final Sources sources;

    public MetricFacts(Sql sql, Workspace workspace) {
        this.sql = sql;
        this.workspace = workspace;
        this.sources = Sources.find(sql, workspace);
    }

    /**
     * One fact.
     *
     * <p>Shape: {@code amount} is what it adds to the metric, absent where the metric counts people; {@code page} and
     * {@code at} say which request gave it and where in it.
     */
    public record Traced(
            FactKind kind,
            String account,
            String key,
            LocalDate day,
            Optional<BigDecimal> amount,
            String currency,
            long page,
            String at) {}

    /** The first facts of these days, in order of day and key. */
    public List<Traced> of(Metric metric, Grain grain, DayRange days, int limit) {
        FactTable table = FactTable.of(metric.fact());
        Optional<FactTable.Column> column = table.columns().stream()
                .filter(each -> each.measure().equals(metric.measure()))
                .findFirst();
        String amount = column.map(FactTable.Column::sql).orElse("NULL");
        List<Object> arguments = new ArrayList<>(
                List.of(workspace.id(), days.first().toString(), days.last().toString()));
        StringBuilder query = new StringBuilder("SELECT f.account_id, f.key, f.day, f.page_id, f.at, ")
                .append(amount)
                .append(" AS amount, ")
                .append(table.money() ? "f.currency" : "''")
                .append(" AS currency FROM ")
                .append(table.table())
                .append(" f WHERE f.workspace_id = ? AND f.day >= ? AND f.day <= ? AND f.live = 1 AND ")
                .append(counts(metric.fact()))
                .append(table.scoped() ? " AND f.scope = 'total'" : "");
        if (metric.fact() == FactKind.TRAFFIC_USERS) {
            query.append(" AND f.grain = ?");
            arguments.add(grain.id());
        }
        conditions(metric, table, query, arguments);
        arguments.add(limit);
        return sql.list(
                query + " ORDER BY f.day, f.key LIMIT ?",
                row -> new Traced(
                        metric.fact(),
                        workspace.accountName(row.getLong("account_id")),
                        row.getString("key"),
                        LocalDate.parse(row.getString("day")),
                        amount(row.getLong("amount"), row.wasNull(), column),
                        row.getString("currency"),
                        row.getLong("page_id"),
                        row.getString("at")),
                arguments.toArray());
    }

    /** Sales whose customer bought for the first time on that very day. */
    public List<Traced> firstOrders(DayRange days, int limit) {
        return sql.list(
                "SELECT f.account_id, f.key, f.day, f.page_id, f.at FROM customer c"
                        + " JOIN person p ON p.workspace_id = c.workspace_id AND p.customer_id = c.id"
                        + " JOIN fact_order f ON f.workspace_id = p.workspace_id AND f.person_id = p.id"
                        + " AND f.day = c.first_day WHERE c.workspace_id = ? AND c.first_day >= ? AND c.first_day <= ?"
                        + " AND " + rules().sale() + " ORDER BY f.day, f.key LIMIT ?",
                row -> new Traced(
                        FactKind.ORDER,
                        workspace.accountName(row.getLong("account_id")),
                        row.getString("key"),
                        LocalDate.parse(row.getString("day")),
                        Optional.empty(),
                        "",
                        row.getLong("page_id"),
                        row.getString("at")),
                workspace.id(),
                days.first().toString(),
                days.last().toString(),
                limit);
    }

    private OrderRules rules() {
        return OrderRules.of(sources);
    }

    private String counts(FactKind kind) {
        return switch (kind) {
            case ORDER -> rules().standing() + " = 1";
            case REFUND -> rules().refundStanding() + " = 1";
            default ->
                sources.of(kind).accounts().isEmpty()
                        ? "1 = 0"
                        : "f.account_id IN " + sources.of(kind).sqlList();
        };
    }

    private static void conditions(Metric metric, FactTable table, StringBuilder query, List<Object> arguments) {
        new TreeMap<>(MetricRule.of(metric).where()).forEach((field, values) -> {
            String places = "?, ".repeat(values.size() - 1) + "?";
            query.append(" AND ")
                    .append(table.fields().get(field))
                    .append(" IN (")
                    .append(places)
                    .append(')');
            arguments.addAll(values);
        });
    }

    private static Optional<BigDecimal> amount(long stored, boolean missing, Optional<FactTable.Column> column) {
        if (missing || column.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal amount = column.get().millionths()
                ? BigDecimal.valueOf(stored, DECIMALS).stripTrailingZeros()
                : BigDecimal.valueOf(stored);
        return Optional.of(amount);
    }
}
