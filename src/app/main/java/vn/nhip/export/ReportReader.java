package vn.nhip.export;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.Kpi;
import vn.nhip.config.KpiChoice;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.kpi.KpiValue;
import vn.nhip.kpi.KpiValues;
import vn.nhip.metric.OrderRules;
import vn.nhip.metric.Sources;
import vn.nhip.metric.Sql;
import vn.nhip.metric.Workspace;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Grain;
import vn.nhip.store.Store;

/** Reads the report of one workspace from the store; nothing of any other workspace, and nothing from any source. */
public final class ReportReader {

    /** All days. */
    public static final DayRange EVER = new DayRange(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));

    private final Store store;
    private final Catalogue catalogue;
    private final WorkspaceConfig config;
    private final Clock clock;

    public ReportReader(Store store, Catalogue catalogue, WorkspaceConfig config, Clock clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.config = config;
        this.clock = clock;
    }

    public Report read() {
        return read(EVER);
    }

    /** What the scorecard shows: of each KPI at its cadence the current value and those that it is compared with. */
    public Report readScorecard() {
        return readValues(stored -> catalogue.kpis().values().stream()
                .flatMap(kpi -> stored.latest(kpi).stream().flatMap(now -> withCompared(stored, now)))
                .toList());
    }

    private static Stream<KpiValue> withCompared(KpiValues stored, KpiValue now) {
        Stream<KpiValue> before = Scorecard.comparedWith(now).stream()
                .flatMap(start -> stored.find(now.kpi(), now.grain(), start, start).stream());
        return Stream.concat(Stream.of(now), before);
    }

    /** Totals of these KPIs, each at one grain, of all times. */
    public Report readTotals(Collection<Kpi> kpis, Function<Kpi, Grain> grain) {
        return readTotals(kpis, grain, EVER.first());
    }

    /** The same of the periods that start on this day or later. */
    public Report readTotals(Collection<Kpi> kpis, Function<Kpi, Grain> grain, LocalDate from) {
        return readValues(stored -> kpis.stream()
                .flatMap(kpi -> stored.find(kpi.id(), grain.apply(kpi), from, EVER.last()).stream())
                .toList());
    }

    private Report readValues(Function<KpiValues, List<KpiValue>> values) {
        return store.read(handle -> {
            try (Sql sql = new Sql(handle)) {
                long workspace = workspace(sql);
                AccountRows accounts = AccountRows.read(sql, workspace, config);
                return report(accounts, values.apply(new KpiValues(store, workspace)), List.of(), List.of());
            }
        });
    }

    /** How fresh each account is and how much it gave. */
    public List<Report.Source> readSources() {
        return store.read(handle -> {
            try (Sql sql = new Sql(handle)) {
                return AccountRows.counted(sql, workspace(sql), config).sources();
            }
        });
    }

    /** Only the periods that start in the range. */
    public Report read(DayRange starts) {
        return store.read(handle -> {
            try (Sql sql = new Sql(handle)) {
                return report(sql, starts);
            }
        });
    }

    private Report report(Sql sql, DayRange starts) {
        long workspace = workspace(sql);
        AccountRows accounts = AccountRows.counted(sql, workspace, config);
        OrderRows orders = new OrderRows(sql, workspace, accounts, rules(sql, workspace));
        List<KpiValue> values = new ArrayList<>();
        KpiValues stored = new KpiValues(store, workspace);
        catalogue.kpis().keySet().forEach(kpi -> values.addAll(stored.all(kpi, starts.first(), starts.last())));
        return report(
                accounts,
                values,
                new ChannelRows(accounts, orders.newCustomersByChannel(starts)).of(values),
                orders.reconciliation(starts));
    }

    private Report report(
            AccountRows accounts,
            List<KpiValue> values,
            List<Report.ChannelMonth> channels,
            List<Report.Reconciliation> reconciliation) {
        return new Report(
                new Report.Business(
                        config.id(),
                        config.name(),
                        config.language(),
                        config.calendar().zone(),
                        config.calendar().currency(),
                        config.sample()),
                catalogue.kpis().values().stream()
                        .map(kpi -> line(kpi, accounts))
                        .toList(),
                values,
                channels,
                reconciliation,
                accounts.sources(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    private OrderRules rules(Sql sql, long workspace) {
        return OrderRules.of(Sources.find(sql, Workspace.of(sql, workspace, config, clock)));
    }

    /** A workspace that was never synced has no row; its id then matches nothing. */
    private long workspace(Sql sql) {
        return sql.first("SELECT id FROM workspace WHERE name = ?", row -> row.getLong(1), config.id())
                .orElse(-1L);
    }

    private Report.KpiLine line(Kpi kpi, AccountRows accounts) {
        KpiChoice choice = config.choice(kpi.id());
        boolean headlineOrChosen = kpi.variantOf().isEmpty() || config.kpis().containsKey(kpi.id());
        List<String> sources = accounts.giving(new KpiFacts(catalogue).of(kpi));
        Optional<Instant> synced = accounts.furthestBehind(sources);
        return new Report.KpiLine(kpi, choice, choice.show() && headlineOrChosen, sources, synced);
    }
}
