package vn.nhip.export;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.nhip.metric.OrderRules;
import vn.nhip.metric.Sql;
import vn.nhip.spi.DayRange;

/** Orders as the accounts give them, beside the orders that count; which those are, {@link OrderRules} says. */
final class OrderRows {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private final Sql sql;
    private final long workspace;
    private final AccountRows accounts;
    private final OrderRules rules;

    OrderRows(Sql sql, long workspace, AccountRows accounts, OrderRules rules) {
        this.sql = sql;
        this.workspace = workspace;
        this.accounts = accounts;
        this.rules = rules;
    }

    List<Report.Reconciliation> reconciliation(DayRange days) {
        List<Report.Reconciliation> rows = new ArrayList<>();
        // Whole units and their millionths are added apart: one sum of millionths can outgrow 64 bits.
        String query = "SELECT account_id, month, currency, COUNT(*) AS records,"
                + " SUM(net / 1000000) AS net, SUM(net % 1000000) AS net_rest,"
                + " SUM(CASE WHEN standing = 1 THEN 1 ELSE 0 END) AS counted,"
                + " SUM(CASE WHEN standing = 1 THEN net / 1000000 ELSE 0 END) AS counted_net,"
                + " SUM(CASE WHEN standing = 1 THEN net % 1000000 ELSE 0 END) AS counted_rest,"
                + " SUM(CASE WHEN standing = 2 THEN 1 ELSE 0 END) AS duplicates"
                + " FROM (SELECT f.account_id, substr(f.day, 1, 7) AS month, f.currency, f.gross - f.discounts AS net,"
                + " CASE WHEN " + rules.counted() + " THEN " + rules.standing() + " ELSE 0 END AS standing"
                + " FROM fact_order f WHERE f.workspace_id = ? AND f.live = 1 AND f.day BETWEEN ? AND ?) o"
                + " GROUP BY account_id, month, currency ORDER BY month, account_id, currency";
        sql.each(query, row -> rows.add(reconciliation(row)), workspace, days.first(), days.last());
        return rows;
    }

    private Report.Reconciliation reconciliation(ResultSet row) throws SQLException {
        return new Report.Reconciliation(
                YearMonth.parse(row.getString("month")),
                accounts.name(row.getLong("account_id")),
                row.getString("currency"),
                row.getLong("records"),
                amount(row, "net", "net_rest"),
                row.getLong("counted"),
                amount(row, "counted_net", "counted_rest"),
                row.getLong("duplicates"));
    }

    private static BigDecimal amount(ResultSet row, String whole, String rest) throws SQLException {
        BigDecimal amount = BigDecimal.valueOf(row.getLong(whole))
                .add(BigDecimal.valueOf(row.getLong(rest)).divide(MILLION))
                .stripTrailingZeros();
        return amount.scale() < 0 ? amount.setScale(0) : amount;
    }

    /** New customers by month and channel of the orders of their first day. */
    Map<YearMonth, Map<String, BigDecimal>> newCustomersByChannel(DayRange days) {
        Map<YearMonth, Map<String, BigDecimal>> found = new TreeMap<>();
        if (rules.orders().accounts().isEmpty()) {
            return found;
        }
        String query = "SELECT substr(c.first_day, 1, 7) AS month, f.channel, COUNT(DISTINCT c.id) AS customers"
                + " FROM customer c JOIN person p ON p.workspace_id = c.workspace_id AND p.customer_id = c.id"
                + " JOIN fact_order f ON f.workspace_id = p.workspace_id AND f.person_id = p.id AND f.day = c.first_day"
                + " WHERE c.workspace_id = ? AND c.first_day BETWEEN ? AND ? AND f.live = 1 AND " + rules.counted()
                + " AND f.account_id IN " + rules.orders().sqlList() + " GROUP BY month, f.channel";
        sql.each(
                query,
                row -> found.computeIfAbsent(YearMonth.parse(row.getString("month")), month -> new TreeMap<>())
                        .put(row.getString("channel"), BigDecimal.valueOf(row.getLong("customers"))),
                workspace,
                days.first(),
                days.last());
        return found;
    }
}
