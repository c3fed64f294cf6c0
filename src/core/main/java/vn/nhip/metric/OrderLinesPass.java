package vn.nhip.metric;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.nhip.metric.Cells.Cell;
import vn.nhip.spi.Money;

/** Counts what stands in the lines of orders: units and amounts, by product too. */
final class OrderLinesPass implements DayPass {

    private static final JsonFactory JSON = new JsonFactory();

    /** What orders of one account, channel, status and currency have in common. */
    private record Kind(long account, Map<String, String> fields, String currency) {}

    /** What one product came to in orders of one kind, in millionths. */
    private static final class Sold {
        private long quantity;
        private long amount;
    }

    private final Sql sql;
    private final Workspace workspace;
    private final List<MetricRule> metrics;
    private final String query;
    private final Map<String, Kind> kinds = new HashMap<>();

    OrderLinesPass(Sql sql, Workspace workspace, OrderRules rules, List<MetricRule> metrics) {
        this.sql = sql;
        this.workspace = workspace;
        this.metrics = metrics.stream().filter(rule -> rule.measure().ofLines()).toList();
        this.query = "SELECT f.account_id || '\n' || f.currency || '\n' || f.status || '\n' || f.channel, f.lines"
                + " FROM fact_order f WHERE f.workspace_id = ? AND f.day = ? AND f.live = 1 AND f.account_id IN "
                + rules.orders().sqlList()
                + (rules.hasWeakAccounts() ? " AND " + rules.standing() + " = 1" : "");
    }

    @Override
    public void day(LocalDate day, Cells cells) {
        if (metrics.isEmpty()) {
            return;
        }
        Map<Kind, Map<String, Sold>> sold = new HashMap<>();
        sql.each(query, row -> order(row, sold), workspace.id(), day);
        sold.forEach((kind, products) -> {
            for (MetricRule rule : metrics) {
                if (rule.takes(kind.fields())) {
                    products.forEach((product, of) -> add(rule, kind, product, of, cells));
                }
            }
        });
    }

    private void order(ResultSet row, Map<Kind, Map<String, Sold>> sold) throws SQLException {
        Kind kind = kinds.computeIfAbsent(row.getString(1), OrderLinesPass::kind);
        Map<String, Sold> products = sold.computeIfAbsent(kind, any -> new HashMap<>());
        String lines = row.getString(2);
        try (JsonParser parser = JSON.createParser(lines)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                Sold of = products.computeIfAbsent(parser.nextTextValue(), any -> new Sold());
                of.quantity = Math.addExact(of.quantity, millionths(parser.nextTextValue()));
                of.amount = Math.addExact(of.amount, millionths(parser.nextTextValue()));
                parser.nextToken();
            }
        } catch (IOException e) {
            throw new IllegalStateException("The store holds order lines that cannot be read: " + lines, e);
        }
    }

    private static Kind kind(String text) {
        List<String> parts = List.of(text.split("\n", 4));
        return new Kind(Long.parseLong(parts.get(0)), BuyerRules.fields(parts.get(3), parts.get(2)), parts.get(1));
    }

    private static long millionths(String number) {
        return Money.millionths(new BigDecimal(number));
    }

    private void add(MetricRule rule, Kind kind, String product, Sold sold, Cells cells) {
        long number = rule.metric().measure().equals("line-amount") ? sold.amount : sold.quantity;
        Cell total = Cell.total(kind.account(), rule.currency(kind.currency()));
        cells.add(rule.id(), total, number);
        for (String dimension : rule.metric().by()) {
            String value =
                    switch (dimension) {
                        case "account" -> workspace.accountName(total.account());
                        case "product" -> product;
                        default -> kind.fields().getOrDefault(dimension, "");
                    };
            cells.add(rule.id(), new Cell(total.account(), dimension, value, total.currency()), number);
        }
    }
}
