package vn.nhip.metric;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.nhip.metric.Cells.Cell;

/**
 * Who bought on a day: the buyers metrics, and each customer's order days for the customer roll-up.
 *
 * <p>A customer counts once a day, in the account and channel of the day's first order; an order without a customer
 * counts as one buyer.
 */
final class OrderDayPass implements DayPass {

    /** Takes a customer's order day. */
    interface Days {
        void add(long customer, LocalDate day, int mask);
    }

    /** How persons become customers, and who takes their order days. */
    record Customers(CustomersOfPersons of, Days days) {}

    /** One sale; customer 0 is nobody known. */
    private record Sale(long customer, long at, int rank, long account, Kind kind) {
        Map<String, String> fields() {
            return kind.fields();
        }

        boolean before(Sale other) {
            if (at != other.at) {
                return at < other.at;
            }
            return rank != other.rank ? rank < other.rank : kind.text().compareTo(other.kind.text()) < 0;
        }
    }

    /** What orders of one channel and status have in common. */
    private record Kind(String text, Map<String, String> fields, int mask) {}

    private final Map<String, Kind> kinds = new HashMap<>();
    private final Sql sql;
    private final Workspace workspace;
    private final OrderRules rules;
    private final BuyerRules buyers;
    private final CustomersOfPersons customers;
    private final Days days;
    private final String query;

    OrderDayPass(Sql sql, Workspace workspace, OrderRules rules, BuyerRules buyers, Customers customers) {
        this.sql = sql;
        this.workspace = workspace;
        this.rules = rules;
        this.buyers = buyers;
        this.customers = customers.of();
        this.days = customers.days();
        this.query = "SELECT " + this.customers.column()
                + (buyers.none() ? "" : ", f.ordered_at, f.account_id, f.channel || '\n' || f.status")
                + " FROM fact_order f" + this.customers.join() + " WHERE f.workspace_id = ? AND f.day = ? AND "
                + rules.sale();
    }

    @Override
    public void day(LocalDate day, Cells cells) {
        List<Map<Long, Sale>> firsts = buyers.rules().stream()
                .map(any -> (Map<Long, Sale>) new HashMap<Long, Sale>())
                .toList();
        sql.each(
                query,
                row -> {
                    long customer = customers.of(row.getLong(1));
                    if (buyers.none()) {
                        known(customer, day, 0);
                        return;
                    }
                    Kind kind = kind(row.getString(4));
                    known(customer, day, kind.mask());
                    long account = row.getLong(3);
                    int rank = rules.orders().accounts().indexOf(account);
                    sale(new Sale(customer, row.getLong(2), rank, account, kind), firsts, cells);
                },
                workspace.id(),
                day);
        for (int i = 0; i < firsts.size(); i++) {
            MetricRule rule = buyers.rules().get(i);
            firsts.get(i).values().forEach(first -> add(rule, first, cells));
        }
    }

    private void known(long customer, LocalDate day, int mask) {
        if (customer != 0) {
            days.add(customer, day, mask);
        }
    }

    private Kind kind(String channelAndStatus) {
        return kinds.computeIfAbsent(channelAndStatus, text -> {
            int end = text.lastIndexOf('\n');
            Map<String, String> fields = BuyerRules.fields(text.substring(0, end), text.substring(end + 1));
            return new Kind(text, fields, buyers.mask(fields));
        });
    }

    private void sale(Sale sale, List<Map<Long, Sale>> firsts, Cells cells) {
        for (int i = 0; i < firsts.size(); i++) {
            if (((sale.kind().mask() >> i) & 1) == 0) {
                continue;
            }
            if (sale.customer() == 0) {
                MetricRule rule = buyers.rules().get(i);
                add(rule, sale, cells);
                cells.add(rule.id(), new Cell(sale.account(), DayMetrics.ANONYMOUS, "", ""), Cells.ONE);
            } else {
                firsts.get(i).merge(sale.customer(), sale, (a, b) -> b.before(a) ? b : a);
            }
        }
    }

    private void add(MetricRule rule, Sale sale, Cells cells) {
        cells.add(rule.id(), Cell.total(sale.account(), ""), Cells.ONE);
        for (String dimension : rule.metric().by()) {
            String value = dimension.equals("account")
                    ? workspace.accountName(sale.account())
                    : sale.fields().getOrDefault(dimension, "");
            cells.add(rule.id(), new Cell(sale.account(), dimension, value, ""), Cells.ONE);
        }
    }
}
