package vn.nhip.metric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.Metric;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.Grain;

/**
 * Keeps the roll-ups equal to what the facts give, from the marks of what changed.
 *
 * <p>Everything marked runs the same steps over all days and all customers.
 */
public final class RollUps {

    private final Catalogue catalogue;
    private final List<MetricRule> rules;
    private final IdentityRules identities;
    private final BuyerRules buyers;
    private final Set<ActiveWindow> windows;
    private final Map<ActiveWindow, Periods> periods = new ConcurrentHashMap<>();

    public RollUps(Catalogue catalogue, IdentityRules identities) {
        this.catalogue = catalogue;
        this.identities = identities;
        this.rules = catalogue.metrics().values().stream()
                .filter(metric -> !metric.id().equals(Metric.NEW_CUSTOMERS))
                .filter(metric -> metric.fact() != FactKind.TRAFFIC_USERS)
                .map(MetricRule::of)
                .toList();
        this.buyers = BuyerRules.of(rules);
        this.windows = ActiveWindow.of(catalogue);
    }

    /** Marks everything, so that the next refresh makes all roll-ups anew. */
    public static void markEverything(Sql sql, Workspace workspace) {
        Dirty.markEverything(sql, workspace.id());
    }

    /** Takes the marks in and clears them; part of the caller's transaction. */
    public Changes refresh(Sql sql, Workspace workspace, Sources sources, Marks marks) {
        Dirty dirty = Dirty.read(sql, workspace.id());
        boolean everything = setUpChanged(sources, marks, dirty, sql, workspace.id()) || dirty.everything();
        Changes changes = new Changes(everything);
        dirty.days().forEach((kind, days) -> {
            if (!days.isEmpty()) {
                changes.cause(kind);
            }
        });
        new Refresh(sql, workspace, sources, changes).run(dirty);
        Dirty.clear(sql, workspace.id());
        return changes;
    }

    /** Sees other metrics, windows or accounts; an account that begins or ceases to count dirties its whole kind. */
    private boolean setUpChanged(Sources sources, Marks marks, Dirty dirty, Sql sql, long workspace) {
        boolean everything = marks.set("roll-ups", Marks.fingerprint(setUp()));
        for (FactKind kind : FactKind.values()) {
            Feed feed = sources.of(kind);
            if (marks.set("feed:" + kind.id(), feed.accounts() + " " + feed.problem())) {
                everything |= kind == FactKind.ORDER || kind == FactKind.CUSTOMER;
                dirty.of(kind).addAll(FactDays.of(sql, workspace, kind));
            }
        }
        return everything;
    }

    private String setUp() {
        return catalogue.metrics().values().stream().map(RollUps::text).sorted().collect(Collectors.joining("\n"))
                + identities.cap()
                + new TreeSet<>(identities.ignored())
                + windows.stream().map(ActiveWindow::toString).sorted().toList();
    }

    private static String text(Metric metric) {
        Map<String, Set<String>> where = new TreeMap<>();
        metric.where().forEach((field, values) -> where.put(field, new TreeSet<>(values)));
        return String.join(
                "|",
                metric.id(),
                metric.fact().id(),
                metric.measure(),
                where.toString(),
                metric.by().toString());
    }

    /** One refresh. */
    private final class Refresh {
        private final Sql sql;
        private final Workspace workspace;
        private final Sources sources;
        private final Changes changes;
        private final OrderRules orders;

        private Refresh(Sql sql, Workspace workspace, Sources sources, Changes changes) {
            this.sql = sql;
            this.workspace = workspace;
            this.sources = sources;
            this.changes = changes;
            this.orders = OrderRules.of(sources);
        }

        private void run(Dirty dirty) {
            Identity identity = new Identity(sql, workspace.id(), identities);
            if (changes.everything()) {
                everything(identity);
            } else {
                List<Identity.Move> moves = identity.update();
                new Reach(sql, workspace.id(), orders).extend(dirty, moves, hasMeasure("people"));
                marked(dirty, moves);
            }
        }

        private void everything(Identity identity) {
            DayRows.deleteAll(sql, workspace.id());
            sql.update("DELETE FROM metric_period WHERE workspace_id = ?", workspace.id());
            identity.rebuild();
            OrderDays days = new OrderDays();
            OrderDayPass.Customers taking =
                    new OrderDayPass.Customers(CustomersOfPersons.loaded(sql, workspace.id()), days);
            Set<LocalDate> traffic = new HashSet<>();
            for (FactKind kind : FactKind.values()) {
                NavigableSet<LocalDate> all = FactDays.of(sql, workspace.id(), kind);
                roll(kind, all, taking);
                if (kind == FactKind.TRAFFIC_DAY || kind == FactKind.TRAFFIC_USERS) {
                    traffic.addAll(all);
                }
            }
            users(traffic);
            CustomerCounts counts = counts();
            customers().rebuild(days, counts);
            new CountsWriter(sql, workspace, changes).write(counts);
        }

        private void marked(Dirty dirty, List<Identity.Move> moves) {
            CustomerRollUp.Touched touched = touched(dirty, moves);
            OrderDays days = new OrderDays();
            OrderDayPass.Customers taking =
                    new OrderDayPass.Customers(CustomersOfPersons.joined(), (customer, day, mask) -> {
                        if (touched.customers().contains(customer)) {
                            days.add(customer, day, mask);
                        }
                    });
            for (FactKind kind : FactKind.values()) {
                roll(kind, dirty.of(kind), taking);
            }
            Set<LocalDate> traffic = new TreeSet<>(dirty.of(FactKind.TRAFFIC_DAY));
            traffic.addAll(dirty.of(FactKind.TRAFFIC_USERS));
            users(traffic);
            CustomerCounts counts = counts();
            customers().update(touched, days, counts);
            new CountsWriter(sql, workspace, changes).write(counts);
            if (!dirty.of(FactKind.ORDER).isEmpty()) {
                changes.salesFrom(dirty.of(FactKind.ORDER).first());
            }
            if (!dirty.of(FactKind.EXCHANGE_RATE).isEmpty()) {
                changes.ratesFrom(dirty.of(FactKind.EXCHANGE_RATE).first());
            }
        }

        private CustomerRollUp.Touched touched(Dirty dirty, List<Identity.Move> moves) {
            Set<Long> moved = new HashSet<>();
            moves.forEach(move -> moved.addAll(List.of(move.before(), move.after())));
            moved.remove(0L);
            Set<Long> customers = new HashSet<>(moved);
            sql.each(
                    "SELECT p.customer_id FROM dirty_person d CROSS JOIN person p WHERE d.workspace_id = ?"
                            + " AND p.workspace_id = d.workspace_id AND p.id = d.person_id",
                    row -> customers.add(row.getLong(1)),
                    workspace.id());
            customers.remove(0L);
            Set<Integer> read = dirty.of(FactKind.ORDER).stream()
                    .map(day -> Math.toIntExact(day.toEpochDay()))
                    .collect(Collectors.toSet());
            return new CustomerRollUp.Touched(customers, moved, read);
        }

        private CustomerRollUp customers() {
            return new CustomerRollUp(sql, workspace, orders, sources.of(FactKind.CUSTOMER), buyers);
        }

        private CustomerCounts counts() {
            CustomerCounts counts = new CustomerCounts(windows.stream()
                    .map(window -> new ActivityCounts(window, periods(window)))
                    .toList());
            for (int bit = 0; bit < buyers.rules().size(); bit++) {
                String metric = buyers.rules().get(bit).id();
                for (Grain grain : List.of(Grain.WEEK, Grain.MONTH)) {
                    counts.countBuyers(metric, bit, grain, periods(new ActiveWindow(Optional.empty(), grain)));
                }
            }
            return counts;
        }

        private Periods periods(ActiveWindow window) {
            return periods.computeIfAbsent(window, Periods::new);
        }

        private void users(Set<LocalDate> starts) {
            List<String> metrics = catalogue.metrics().values().stream()
                    .filter(metric -> metric.fact() == FactKind.TRAFFIC_USERS)
                    .map(Metric::id)
                    .toList();
            new UsersRollUp(sql, workspace, sources, changes).roll(starts, metrics);
        }

        private void roll(FactKind kind, Set<LocalDate> days, OrderDayPass.Customers customers) {
            if (days.isEmpty() || kind == FactKind.EXCHANGE_RATE) {
                return;
            }
            List<MetricRule> of =
                    rules.stream().filter(rule -> rule.metric().fact() == kind).toList();
            Map<String, Set<String>> metrics = new TreeMap<>();
            of.forEach(rule -> metrics.put(rule.id(), DayMetrics.dimensions(rule.metric())));
            metrics.put(DayMetrics.presence(kind), Set.of("", DayMetrics.DUPLICATE));
            new DayRollUp(sql, workspace, changes).roll(days, passes(kind, of, customers), metrics);
        }

        private List<DayPass> passes(FactKind kind, List<MetricRule> of, OrderDayPass.Customers customers) {
            List<DayPass> passes = new ArrayList<>();
            Groups groups = new Groups(sql, workspace.id(), kind, standing(kind));
            passes.add(new GroupPass(kind, groups, of, workspace));
            if (kind == FactKind.ORDER) {
                passes.add(new OrderDayPass(sql, workspace, orders, buyers, customers));
                passes.add(new OrderLinesPass(sql, workspace, orders, of));
            }
            if (kind == FactKind.LEAD) {
                passes.add(new PeoplePass(sql, workspace, sources.of(kind), of));
            }
            return passes;
        }

        private String standing(FactKind kind) {
            if (kind == FactKind.ORDER) {
                return orders.standing();
            }
            return kind == FactKind.REFUND
                    ? orders.refundStanding()
                    : "CASE WHEN f.account_id IN " + sources.of(kind).sqlList() + " THEN 1 ELSE 0 END";
        }

        private boolean hasMeasure(String... measures) {
            return rules.stream().anyMatch(rule -> Arrays.asList(measures)
                    .contains(rule.metric().measure()));
        }
    }
}
