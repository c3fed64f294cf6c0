package vn.nhip.export;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.nhip.metric.Sql;
import vn.nhip.spi.DayRange;

/**
 * Orders as the accounts give them, beside the orders that count.
 *
 * <p>An order counts when its account does, its status is confirmed, paid or delivered, and its number does not stand
 * in a stronger account, where it is counted already.
 */
final class OrderRows {

    private static final String COUNTED = "f.status IN ('confirmed', 'paid', 'delivered')";
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private final Sql sql;
    private final long workspace;
    private final AccountRows accounts;
    private final List<Long> counting;

    OrderRows(Sql sql, long workspace, AccountRows accounts) {
        this.sql = sql;
        this.workspace = workspace;
        this.accounts = accounts;
        this.counting = accounts.countingOrders();
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
                + " CASE WHEN " + COUNTED + " THEN " + standing() + " ELSE 0 END AS standing"
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

    /** 1 where the order counts, 2 where a stronger account has it, 0 where its account does not count. */
    private String standing() {
        if (counting.isEmpty()) {
            return "0";
        }
        StringBuilder cases = new StringBuilder("CASE f.account_id");
        for (int rank = 0; rank < counting.size(); rank++) {
            cases.append(" WHEN ").append(counting.get(rank)).append(" THEN ");
            cases.append(rank == 0 ? "1" : "CASE WHEN " + stronger(counting.subList(0, rank)) + " THEN 2 ELSE 1 END");
        }
        return cases.append(" ELSE 0 END").toString();
    }

    private static String stronger(List<Long> accounts) {
        return "f.order_number <> '' AND EXISTS (SELECT 1 FROM fact_order s WHERE s.workspace_id = f.workspace_id"
                + " AND s.order_number = f.order_number AND s.live = 1 AND s.account_id IN " + list(accounts) + ")";
    }

    private static String list(List<Long> accounts) {
        return accounts.toString().replace('[', '(').replace(']', ')');
    }

    /** New customers by month and channel of the orders of their first day. */
    Map<YearMonth, Map<String, BigDecimal>> newCustomersByChannel(DayRange days) {
        Map<YearMonth, Map<String, BigDecimal>> found = new TreeMap<>();
        if (counting.isEmpty()) {
            return found;
        }
        String query = "SELECT substr(c.first_day, 1, 7) AS month, f.channel, COUNT(DISTINCT c.id) AS customers"
                + " FROM customer c JOIN person p ON p.workspace_id = c.workspace_id AND p.customer_id = c.id"
                + " JOIN fact_order f ON f.workspace_id = p.workspace_id AND f.person_id = p.id AND f.day = c.first_day"
                + " WHERE c.workspace_id = ? AND c.first_day BETWEEN ? AND ? AND f.live = 1 AND " + COUNTED
                + " AND f.account_id IN " + list(counting) + " GROUP BY month, f.channel";
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
