package vn.nhip.metric;

import java.util.List;
import vn.nhip.spi.FactKind;

/**
 * When an order counts, as SQL over {@code fact_order f}.
 *
 * <p>Of the accounts that count, an order whose number also stands in a stronger one is a duplicate. A refund of a
 * duplicate is a duplicate too. A sale is a live order that counts, is confirmed, paid or delivered, and has revenue.
 */
public record OrderRules(Feed orders, Feed refunds) {

    static final String STATUSES = "('confirmed', 'paid', 'delivered')";

    /** The rules that hold in a workspace now. */
    public static OrderRules of(Sources sources) {
        return new OrderRules(sources.of(FactKind.ORDER), sources.of(FactKind.REFUND));
    }

    /** True for an order of a status that counts. */
    public String counted() {
        return "f.status IN " + STATUSES;
    }

    /** 1 when the order counts, 2 when it is a duplicate, 0 when its account does not count. */
    public String standing() {
        return standing("f", orders.accounts());
    }

    private String standing(String alias, List<Long> accounts) {
        if (accounts.isEmpty()) {
            return "0";
        }
        StringBuilder sql = new StringBuilder("CASE " + alias + ".account_id");
        for (int rank = 0; rank < accounts.size(); rank++) {
            sql.append(" WHEN ").append(accounts.get(rank)).append(" THEN ");
            sql.append(
                    rank == 0 ? "1" : "CASE WHEN " + stronger(alias, accounts.subList(0, rank)) + " THEN 2 ELSE 1 END");
        }
        return sql.append(" ELSE 0 END").toString();
    }

    private static String stronger(String alias, List<Long> accounts) {
        String list = accounts.toString().replace('[', '(').replace(']', ')');
        return alias + ".order_number <> '' AND EXISTS (SELECT 1 FROM fact_order s WHERE s.workspace_id = " + alias
                + ".workspace_id AND s.order_number = " + alias + ".order_number AND s.live = 1 AND s.account_id IN "
                + list
                + ")";
    }

    /** The same for {@code fact_refund f}. */
    String refundStanding() {
        String counts = "CASE WHEN f.account_id IN " + refunds.sqlList() + " THEN 1 ELSE 0 END";
        if (!hasWeakAccounts()) {
            return counts;
        }
        return "CASE WHEN EXISTS (SELECT 1 FROM fact_order o WHERE o.workspace_id = f.workspace_id AND o.account_id = "
                + "f.account_id AND o.key = f.order_id AND o.live = 1 AND " + standing("o", orders.accounts())
                + " = 2) THEN 2 ELSE " + counts + " END";
    }

    boolean hasWeakAccounts() {
        return orders.accounts().size() > 1;
    }

    /** True for a sale. */
    public String sale() {
        String standing = hasWeakAccounts() ? standing() + " = 1" : "f.account_id IN " + orders.sqlList();
        return "f.live = 1 AND f.gross > f.discounts AND " + counted() + " AND " + standing;
    }
}
