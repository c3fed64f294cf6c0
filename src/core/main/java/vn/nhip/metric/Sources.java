package vn.nhip.metric;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nhip.spi.FactKind;

/**
 * Which accounts count for each fact kind.
 *
 * <p>Named accounts count, and only they. Without names: advertising, e-mail, surveys, rates and the user's own numbers
 * of all accounts stand side by side and are added; of orders, leads, ledger entries, customers and traffic one account
 * may answer, several are refused. Refunds follow the orders; of several named traffic accounts the strongest counts,
 * since the same visitor may be in each.
 */
public record Sources(Map<FactKind, Feed> feeds) {

    public static Sources find(Sql sql, Workspace workspace) {
        Map<FactKind, Feed> feeds = new EnumMap<>(FactKind.class);
        for (FactKind kind : FactKind.values()) {
            feeds.put(kind, feed(kind, giving(sql, workspace, kind), workspace));
        }
        feeds.put(FactKind.REFUND, refunds(feeds, workspace));
        return new Sources(feeds);
    }

    public Feed of(FactKind kind) {
        return Objects.requireNonNull(feeds.get(kind));
    }

    static List<Long> giving(Sql sql, Workspace workspace, FactKind kind) {
        String table = FactTable.of(kind).table();
        return sql.list(
                "SELECT a.id FROM account a WHERE a.workspace_id = ? AND EXISTS (SELECT 1 FROM " + table
                        + " f WHERE f.workspace_id = a.workspace_id AND f.account_id = a.id) ORDER BY a.id",
                row -> row.getLong(1),
                workspace.id());
    }

    private static Feed feed(FactKind kind, List<Long> giving, Workspace workspace) {
        List<Long> named = named(kind, workspace);
        List<Long> counting = named.isEmpty()
                ? giving
                : named.stream().filter(giving::contains).toList();
        if (counting.isEmpty()) {
            return new Feed(kind, List.of(), "no-source: " + kind.id());
        }
        if (named.isEmpty() && counting.size() > 1 && !addsUp(kind)) {
            return new Feed(kind, List.of(), severalSources(kind, counting, workspace));
        }
        return new Feed(kind, ofVisitors(kind) ? counting.subList(0, 1) : counting, "");
    }

    private static List<Long> named(FactKind kind, Workspace workspace) {
        return workspace.ids(workspace.config().sourcesOfTruth().getOrDefault(kind, List.of()));
    }

    private static String severalSources(FactKind kind, List<Long> accounts, Workspace workspace) {
        return "several-sources: " + kind.id() + " "
                + accounts.stream().map(workspace::accountName).collect(Collectors.joining(", "));
    }

    /** Whether accounts that give this kind stand side by side unless some are named. */
    public static boolean addsUp(FactKind kind) {
        return switch (kind) {
            case AD_DAY, EMAIL_CAMPAIGN, SURVEY_ANSWER, EXCHANGE_RATE, METRIC_DAY, REFUND -> true;
            case TRAFFIC_DAY, TRAFFIC_USERS, LEAD, ORDER, CUSTOMER, LEDGER_ENTRY -> false;
        };
    }

    /** Whether only the strongest of several accounts counts, since the same visitor may be in each. */
    public static boolean ofVisitors(FactKind kind) {
        return kind == FactKind.TRAFFIC_DAY || kind == FactKind.TRAFFIC_USERS;
    }

    private static Feed refunds(Map<FactKind, Feed> feeds, Workspace workspace) {
        Feed own = Objects.requireNonNull(feeds.get(FactKind.REFUND));
        Feed orders = Objects.requireNonNull(feeds.get(FactKind.ORDER));
        boolean named = !named(FactKind.REFUND, workspace).isEmpty();
        boolean elsewhere = own.ok() && own.accounts().stream().noneMatch(orders.accounts()::contains);
        if (own.ok() && (named || (elsewhere && own.accounts().size() == 1))) {
            return own;
        }
        if (elsewhere) {
            return new Feed(FactKind.REFUND, List.of(), severalSources(FactKind.REFUND, own.accounts(), workspace));
        }
        if (!orders.ok()) {
            return new Feed(FactKind.REFUND, List.of(), orders.problem().replace("order", "refund"));
        }
        List<Long> ofOrders = named(FactKind.ORDER, workspace);
        List<Long> also = own.accounts().stream()
                .filter(account ->
                        ofOrders.contains(account) && !orders.accounts().contains(account))
                .toList();
        return new Feed(
                FactKind.REFUND,
                Stream.concat(orders.accounts().stream(), also.stream()).toList(),
                "");
    }
}
