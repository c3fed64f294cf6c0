package vn.nhip.metric;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.spi.FactKind;
import vn.nhip.store.Store;

/** Which accounts give facts of a kind, which of them count, and where several give the same days. */
public final class Giving {

    private static final int MILLIONTHS = 6;

    private final Store store;
    private final long workspace;

    public Giving(Store store, long workspace) {
        this.store = store;
        this.workspace = workspace;
    }

    /** What one account gave since a day; {@code counts} is its place among those that count, from 1, or 0. */
    public record Account(String name, long days, Optional<LocalDate> first, Optional<LocalDate> last, int counts) {}

    /**
     * One kind of fact.
     *
     * <p>Shape: the problem is a reason code where nothing can be counted; {@code sharedDays} are days that several
     * accounts give, {@code sharedOrders} the order numbers that several have.
     */
    public record Kind(FactKind kind, List<Account> accounts, String problem, long sharedDays, long sharedOrders) {

        public Kind {
            accounts = List.copyOf(accounts);
        }
    }

    /** What an account gives of a number in a month; the currency is empty where it is no money. */
    public record Sum(String account, YearMonth month, BigDecimal value, String currency) {}

    /** Every kind that some account gives; days are counted from this one on. */
    public List<Kind> kinds(WorkspaceConfig config, Clock clock, LocalDate since) {
        return store.read(handle -> {
            try (Sql sql = new Sql(handle)) {
                Workspace seen = Workspace.of(sql, workspace, config, clock);
                Sources sources = Sources.find(sql, seen);
                List<Kind> kinds = new ArrayList<>();
                for (FactKind kind : FactKind.values()) {
                    List<Account> accounts = accounts(sql, seen, sources.of(kind), since);
                    if (!accounts.isEmpty()) {
                        kinds.add(new Kind(
                                kind,
                                accounts,
                                sources.of(kind).problem(),
                                accounts.size() < 2 ? 0 : sharedDays(sql, kind, since),
                                kind == FactKind.ORDER && accounts.size() > 1 ? sharedOrders(sql, since) : 0));
                    }
                }
                return kinds;
            }
        });
    }

    private List<Account> accounts(Sql sql, Workspace seen, Feed feed, LocalDate since) {
        String table = FactTable.of(feed.kind()).table();
        List<Account> accounts = new ArrayList<>();
        for (long id : Sources.giving(sql, seen, feed.kind())) {
            accounts.addAll(sql.list(
                    "SELECT COUNT(DISTINCT day), MIN(day), MAX(day) FROM " + table
                            + " WHERE workspace_id = ? AND day >= ? AND account_id = ?",
                    row -> new Account(
                            seen.accountName(id),
                            row.getLong(1),
                            day(row.getString(2)),
                            day(row.getString(3)),
                            feed.accounts().indexOf(id) + 1),
                    workspace,
                    since.toString(),
                    id));
        }
        return accounts;
    }

    private static Optional<LocalDate> day(@Nullable String text) {
        return Optional.ofNullable(text).map(LocalDate::parse);
    }

    private long sharedDays(Sql sql, FactKind kind, LocalDate since) {
        return count(
                sql,
                "SELECT day FROM " + FactTable.of(kind).table()
                        + " WHERE workspace_id = ? AND day >= ? GROUP BY day HAVING COUNT(DISTINCT account_id) > 1",
                since);
    }

    private long sharedOrders(Sql sql, LocalDate since) {
        return count(
                sql,
                "SELECT order_number FROM fact_order WHERE workspace_id = ? AND day >= ? AND order_number <> ''"
                        + " GROUP BY order_number HAVING COUNT(DISTINCT account_id) > 1",
                since);
    }

    private long count(Sql sql, String rows, LocalDate since) {
        return sql.first(
                        "SELECT COUNT(*) FROM (" + rows + ") shared",
                        row -> row.getLong(1),
                        workspace,
                        since.toString())
                .orElse(0L);
    }

    /** The user's own numbers of a metric, by account and month. */
    public List<Sum> ownNumbers(String metric, LocalDate since) {
        return sums(
                "SELECT a.name, SUBSTR(f.day, 1, 7), f.currency, SUM(f.value) FROM fact_metric_day f" + ofAccount()
                        + " AND f.metric = ? GROUP BY a.name, SUBSTR(f.day, 1, 7), f.currency ORDER BY 2 DESC, 1",
                row -> BigDecimal.valueOf(row.getLong(4), MILLIONTHS),
                since,
                metric);
    }

    /** How many answers about satisfaction there are, by account and month. */
    public List<Sum> answers(LocalDate since) {
        return sums(
                "SELECT a.name, SUBSTR(f.day, 1, 7), '', COUNT(*) FROM fact_survey_answer f" + ofAccount()
                        + " AND f.survey = ? GROUP BY a.name, SUBSTR(f.day, 1, 7) ORDER BY 2 DESC, 1",
                row -> BigDecimal.valueOf(row.getLong(4)),
                since,
                "csat");
    }

    private static String ofAccount() {
        return " JOIN account a ON a.workspace_id = f.workspace_id AND a.id = f.account_id"
                + " WHERE f.workspace_id = ? AND f.live = 1 AND f.day >= ?";
    }

    private interface Value {
        BigDecimal of(ResultSet row) throws SQLException;
    }

    private List<Sum> sums(String query, Value value, LocalDate since, String of) {
        return store.read(handle -> {
            try (Sql sql = new Sql(handle)) {
                return sql.list(
                        query,
                        row -> new Sum(
                                row.getString(1), YearMonth.parse(row.getString(2)), value.of(row), row.getString(3)),
                        workspace,
                        since.toString(),
                        of);
            }
        });
    }
}
