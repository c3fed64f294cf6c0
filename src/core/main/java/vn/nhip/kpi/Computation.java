package vn.nhip.kpi;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.nhip.catalogue.Formula;
import vn.nhip.catalogue.Kpi;
import vn.nhip.metric.Changes;
import vn.nhip.metric.Marks;
import vn.nhip.metric.Sql;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.Grain;

/** One refresh of values: which periods, month by month so that memory stays small, and writing what came out. */
final class Computation {

    private static final String MARK = "kpi:";

    private final Sql sql;
    private final Scene scene;
    private final Map<String, KpiModel> models;
    private final ValueWriter writer;

    Computation(Sql sql, Scene scene, Map<String, KpiModel> models, ValueWriter writer) {
        this.sql = sql;
        this.scene = scene;
        this.models = models;
        this.writer = writer;
    }

    KpiEngine.Refreshed run(Changes changes, Marks marks) {
        Affected affected = new Affected(sql, scene, changes, Horizons.update(scene, marks));
        Map<YearMonth, Map<String, Map<Grain, NavigableSet<LocalDate>>>> months = new TreeMap<>();
        long[] periods = {0};
        Set<String> redefined = redefined(affected, marks);
        for (Kpi kpi : scene.catalogue().kpis().values()) {
            boolean all = changes.everything() || redefined.contains(kpi.id());
            affected.of(kpi, all).forEach((grain, starts) -> {
                periods[0] += starts.size();
                starts.forEach(start -> months.computeIfAbsent(YearMonth.from(start), any -> new LinkedHashMap<>())
                        .computeIfAbsent(kpi.id(), any -> new EnumMap<>(Grain.class))
                        .computeIfAbsent(grain, any -> new TreeSet<>())
                        .add(start));
            });
        }
        Rates rates = new Rates(sql, scene.workspace(), scene.sources().of(FactKind.EXCHANGE_RATE));
        PeriodCounts counts = new PeriodCounts(sql, scene.workspace());
        months.values().forEach(month -> compute(month, affected, counts, rates));
        forget(marks);
        return new KpiEngine.Refreshed(periods[0], writer.written(), writer.restated());
    }

    private void compute(
            Map<String, Map<Grain, NavigableSet<LocalDate>>> month,
            Affected affected,
            PeriodCounts counts,
            Rates rates) {
        DayCells cells = new DayCells(sql, scene.workspace(), range(month));
        Evaluator evaluator = new Evaluator(
                scene, new Evaluator.Numbers(cells, counts, rates, new StoredPurchases(sql, scene, rates)), models);
        month.forEach((id, grains) -> {
            Kpi kpi = Objects.requireNonNull(scene.catalogue().kpis().get(id));
            Affected.Extent extent = affected.extent(kpi);
            grains.forEach((grain, starts) -> {
                Map<LocalDate, Evaluation> evaluations = new HashMap<>();
                for (LocalDate start : starts) {
                    Span span = new Span(grain, start);
                    if (extent.holds(span)) {
                        evaluations.put(start, evaluator.evaluate(kpi, span));
                    }
                }
                writer.write(kpi, grain, starts, evaluations);
            });
        });
    }

    private static DayRange range(Map<String, Map<Grain, NavigableSet<LocalDate>>> month) {
        LocalDate first = LocalDate.MAX;
        LocalDate last = LocalDate.MIN;
        for (Map<Grain, NavigableSet<LocalDate>> grains : month.values()) {
            for (Map.Entry<Grain, NavigableSet<LocalDate>> starts : grains.entrySet()) {
                LocalDate start = starts.getValue().first();
                LocalDate end = starts.getKey().endOf(starts.getValue().last());
                first = start.isBefore(first) ? start : first;
                last = end.isAfter(last) ? end : last;
            }
        }
        return new DayRange(first, last);
    }

    /** KPIs whose definition, or a setting that decides about them, is another one than at the last refresh. */
    private Set<String> redefined(Affected affected, Marks marks) {
        Set<String> redefined = new TreeSet<>();
        for (Kpi kpi : scene.catalogue().kpis().values()) {
            if (marks.set(MARK + kpi.id(), Marks.fingerprint(definition(kpi, affected)))) {
                redefined.add(kpi.id());
            }
        }
        scene.catalogue().kpis().values().stream()
                .filter(kpi -> kpi.formula() instanceof Formula.Derived)
                .filter(kpi -> needs(kpi).stream().anyMatch(redefined::contains))
                .map(Kpi::id)
                .toList()
                .forEach(redefined::add);
        return redefined;
    }

    private Set<String> needs(Kpi kpi) {
        Set<String> needed = new TreeSet<>();
        if (kpi.formula() instanceof Formula.Derived derived) {
            for (String id : derived.kpis()) {
                needed.add(id);
                scene.catalogue().findKpi(id).ifPresent(other -> needed.addAll(needs(other)));
            }
        }
        return needed;
    }

    private String definition(Kpi kpi, Affected affected) {
        Set<FactKind> kinds = scene.kinds(kpi);
        boolean sourceless =
                kinds.stream().allMatch(kind -> scene.coverage(kind).first().isEmpty());
        String extent = sourceless ? affected.extent(kpi).toString() : "";
        List<String> present =
                kpi.formula().metrics().stream().filter(scene::hasAny).toList();
        List<String> feeds = kinds.stream()
                .map(kind -> scene.feed(kind).kind()
                        + scene.feed(kind).accounts().toString()
                        + scene.feed(kind).problem())
                .toList();
        Optional<LocalDate> known = scene.historySince()
                .or(() -> scene.coverage(scene.customerKind()).first());
        return String.join(
                "|",
                kpi.formula().toString(),
                Integer.toString(kpi.version()),
                kpi.grains().stream().map(Grain::id).sorted().collect(Collectors.joining()),
                kpi.dimensions().toString(),
                Long.toString(kpi.minimumSample()),
                scene.workspace().config().calendar().toString(),
                scene.customerProblem(),
                kinds.contains(scene.customerKind()) ? known.toString() : "",
                extent,
                present.toString(),
                feeds.toString());
    }

    /** Withdraws values of KPIs that the catalogue no longer has; their restatements stay. */
    private void forget(Marks marks) {
        for (String name : marks.names()) {
            String id = name.startsWith(MARK) ? name.substring(MARK.length()) : "";
            if (!id.isEmpty() && scene.catalogue().findKpi(id).isEmpty()) {
                sql.update(
                        "DELETE FROM kpi_value WHERE workspace_id = ? AND kpi = ?",
                        scene.workspace().id(),
                        id);
                marks.remove(name);
            }
        }
    }
}
