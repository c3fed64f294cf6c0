package vn.nhip.kpi;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.Formula;
import vn.nhip.catalogue.FormulaText;
import vn.nhip.catalogue.Kpi;
import vn.nhip.catalogue.Metric;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.metric.MetricFacts;
import vn.nhip.metric.Sql;
import vn.nhip.metric.Workspace;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.Grain;
import vn.nhip.store.PageLedger;
import vn.nhip.store.Store;

/** Walks from a published value back to its facts and the pages that they came from; computes nothing anew. */
public final class Explainer {

    private static final int DECIMALS = 6;

    private final Store store;
    private final Catalogue catalogue;
    private final WorkspaceConfig config;
    private final Clock clock;
    private final PageLedger pages;

    public Explainer(Store store, Catalogue catalogue, WorkspaceConfig config, Clock clock, PageLedger pages) {
        this.store = store;
        this.catalogue = catalogue;
        this.config = config;
        this.clock = clock;
        this.pages = pages;
    }

    /** The value of the period that starts on this day, with at most so many facts of each metric; empty when there is none. */
    public Optional<Explanation> explain(Kpi kpi, Grain grain, LocalDate start, int facts) {
        return store.read(handle -> {
            try (Sql sql = new Sql(handle)) {
                return explain(new Walk(sql, Workspace.find(sql, config, clock), facts), kpi, grain, start);
            }
        });
    }

    private record Walk(Sql sql, Workspace workspace, int facts) {}

    private Optional<Explanation> explain(Walk walk, Kpi kpi, Grain grain, LocalDate start) {
        KpiValues values = new KpiValues(store, walk.workspace().id());
        return values.find(kpi.id(), grain, start, start).stream().findFirst().map(value -> {
            DayRange days = new DayRange(start, grain.endOf(start));
            List<Explanation.MetricLine> metrics = new ArrayList<>();
            for (String id : metricIds(kpi.formula())) {
                metrics.add(line(walk, id, grain, days));
            }
            List<Explanation> inputs = new ArrayList<>();
            if (kpi.formula() instanceof Formula.Derived derived) {
                derived.kpis().forEach(id -> catalogue
                        .findKpi(id)
                        .flatMap(input -> explain(walk, input, grain, start))
                        .ifPresent(inputs::add));
            }
            return new Explanation(
                    kpi,
                    value,
                    FormulaText.of(kpi.formula()),
                    metrics,
                    inputs,
                    values.restatements(kpi.id(), grain, start, start));
        });
    }

    /** Formulas about customers rest on their orders, whatever counts them. */
    private List<String> metricIds(Formula formula) {
        boolean ofCustomers = formula instanceof Formula.Retention
                || formula instanceof Formula.ActiveCustomers
                || formula instanceof Formula.Model;
        return ofCustomers ? orderMetric() : List.copyOf(formula.metrics());
    }

    private List<String> orderMetric() {
        return catalogue.metrics().values().stream()
                .filter(metric -> metric.fact() == FactKind.ORDER
                        && metric.measure().equals("orders")
                        && metric.where().isEmpty())
                .map(Metric::id)
                .limit(1)
                .toList();
    }

    private Explanation.MetricLine line(Walk walk, String id, Grain grain, DayRange days) {
        MetricFacts source = new MetricFacts(walk.sql(), walk.workspace());
        List<MetricFacts.Traced> facts = id.equals(Metric.NEW_CUSTOMERS)
                ? source.firstOrders(days, walk.facts())
                : catalogue
                        .findMetric(id)
                        .map(metric -> source.of(metric, grain, days, walk.facts()))
                        .orElse(List.of());
        return new Explanation.MetricLine(
                id,
                parts(walk, id, grain, days),
                facts.stream().map(this::source).toList());
    }

    private List<Explanation.Part> parts(Walk walk, String id, Grain grain, DayRange days) {
        List<Explanation.Part> parts = new ArrayList<>(walk.sql()
                .list(
                        "SELECT account_id, currency, SUM(value) FROM metric_day WHERE workspace_id = ? AND metric = ?"
                                + " AND day >= ? AND day <= ? AND dimension = '' GROUP BY account_id, currency"
                                + " ORDER BY account_id, currency",
                        row -> new Explanation.Part(
                                walk.workspace().accountName(row.getLong(1)),
                                row.getString(2),
                                BigDecimal.valueOf(row.getLong(3), DECIMALS).stripTrailingZeros()),
                        walk.workspace().id(),
                        id,
                        days.first().toString(),
                        days.last().toString()));
        parts.addAll(walk.sql()
                .list(
                        "SELECT value FROM metric_period WHERE workspace_id = ? AND metric = ? AND grain = ? AND start = ?",
                        row -> new Explanation.Part(
                                "",
                                "",
                                BigDecimal.valueOf(row.getLong(1), DECIMALS).stripTrailingZeros()),
                        walk.workspace().id(),
                        id,
                        grain.id(),
                        days.first().toString()));
        return parts;
    }

    private Explanation.Source source(MetricFacts.Traced fact) {
        return new Explanation.Source(fact, pages.find(fact.page()), pages.excerpt(fact.page(), fact.at()));
    }
}
