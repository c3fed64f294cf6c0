package vn.nhip.kpi;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.nhip.catalogue.Formula;
import vn.nhip.catalogue.Kpi;
import vn.nhip.catalogue.Metric;
import vn.nhip.metric.ActiveWindow;
import vn.nhip.metric.Changes;
import vn.nhip.metric.DayMetrics;
import vn.nhip.metric.Sql;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.Grain;

/** Which periods of which KPI a refresh must compute again; more than needed is harmless, less is wrong. */
final class Affected {

    /** The days that a KPI has values for; none when its sources, or all, are empty. */
    record Extent(Optional<DayRange> days) {
        boolean holds(Span span) {
            return days.filter(range ->
                            !span.end().isBefore(range.first()) && !span.start().isAfter(range.last()))
                    .isPresent();
        }
    }

    private final Sql sql;
    private final Scene scene;
    private final Changes changes;
    private final Horizons horizons;
    private final Map<String, Set<LocalDate>> foreign = new HashMap<>();
    private final Map<String, Map<Grain, NavigableSet<LocalDate>>> known = new HashMap<>();

    Affected(Sql sql, Scene scene, Changes changes, Horizons horizons) {
        this.sql = sql;
        this.scene = scene;
        this.changes = changes;
        this.horizons = horizons;
        changes.ratesFrom().ifPresent(this::findForeign);
    }

    private void findForeign(LocalDate from) {
        sql.each(
                "SELECT DISTINCT metric, day FROM metric_day WHERE workspace_id = ? AND day >= ? AND currency <> ''"
                        + " AND currency <> ?",
                row -> foreign.computeIfAbsent(row.getString(1), any -> new HashSet<>())
                        .add(LocalDate.parse(row.getString(2))),
                scene.workspace().id(),
                from,
                scene.workspace().config().calendar().currency().getCurrencyCode());
    }

    /** From the first day of the KPI's sources to the last, today at most; without any, the workspace's last day. */
    Extent extent(Kpi kpi) {
        LocalDate today = scene.workspace().today();
        Optional<LocalDate> first = Optional.empty();
        Optional<LocalDate> last = Optional.empty();
        for (FactKind kind : scene.kinds(kpi)) {
            first = min(first, scene.coverage(kind).first());
            last = max(last, scene.coverage(kind).end());
        }
        if (first.isEmpty()) {
            first = scene.coverage().end();
            last = first;
        }
        Optional<LocalDate> end = last.map(day -> day.isAfter(today) ? today : day);
        return new Extent(
                first.flatMap(from -> end.filter(to -> !to.isBefore(from)).map(to -> new DayRange(from, to))));
    }

    /** Starts of periods by grain. */
    Map<Grain, NavigableSet<LocalDate>> of(Kpi kpi, boolean all) {
        Map<Grain, NavigableSet<LocalDate>> starts = known.get(kpi.id());
        if (starts == null) {
            starts = new EnumMap<>(Grain.class);
            for (Grain grain : kpi.grains()) {
                starts.put(grain, all ? everyPeriod(kpi, grain) : changedPeriods(kpi, grain));
            }
            known.put(kpi.id(), starts);
        }
        return starts;
    }

    private NavigableSet<LocalDate> everyPeriod(Kpi kpi, Grain grain) {
        NavigableSet<LocalDate> starts = new TreeSet<>();
        extent(kpi).days().ifPresent(days -> addAll(starts, grain, days));
        sql.each(
                "SELECT DISTINCT start FROM kpi_value WHERE workspace_id = ? AND kpi = ? AND grain = ?",
                row -> starts.add(LocalDate.parse(row.getString(1))),
                scene.workspace().id(),
                kpi.id(),
                grain.id());
        return starts;
    }

    private NavigableSet<LocalDate> changedPeriods(Kpi kpi, Grain grain) {
        NavigableSet<LocalDate> starts = new TreeSet<>();
        for (String metric : kpi.formula().metrics()) {
            addDays(starts, grain, changes.days(metric));
            addDays(starts, grain, foreign.getOrDefault(metric, Set.of()));
            starts.addAll(changes.periods(metric, grain));
            FactKind kind = scene.kindOf(metric);
            if (TermSums.byReport(kind)) {
                addDays(starts, grain, changes.days(DayMetrics.presence(kind)));
            }
        }
        Formula formula = kpi.formula();
        if (formula instanceof Formula.Retention retention) {
            retained(starts, new ActiveWindow(retention.window(), grain));
        } else if (formula instanceof Formula.ActiveCustomers active) {
            starts.addAll(changes.periods(new ActiveWindow(active.window(), grain).changeMetric(), grain));
        } else if (formula instanceof Formula.Derived derived) {
            derived.kpis().stream()
                    .flatMap(id -> scene.catalogue().findKpi(id).stream())
                    .forEach(needed ->
                            starts.addAll(of(kpiAt(needed, grain), false).getOrDefault(grain, starts)));
        } else if (formula instanceof Formula.Model) {
            modelled(starts, kpi, grain);
        }
        reached(starts, kpi, grain);
        return starts;
    }

    /** A needed KPI's value is computed at this grain even where it is not offered at it. */
    private static Kpi kpiAt(Kpi kpi, Grain grain) {
        if (kpi.grains().contains(grain)) {
            return kpi;
        }
        return new Kpi(
                kpi.id() + "@" + grain.id(),
                kpi.version(),
                kpi.name(),
                grain,
                Set.of(grain),
                kpi.unit(),
                kpi.good(),
                kpi.formula(),
                kpi.dimensions(),
                kpi.minimumSample(),
                kpi.variantOf(),
                kpi.definition(),
                kpi.guide());
    }

    private void retained(NavigableSet<LocalDate> starts, ActiveWindow window) {
        Grain grain = window.grain();
        for (LocalDate start : changes.periods(window.changeMetric(), grain)) {
            starts.add(start);
            starts.add(grain.next(start));
        }
        starts.addAll(changes.periods(window.returnedMetric(), grain));
        addDays(starts, grain, changes.days(Metric.NEW_CUSTOMERS));
    }

    /** A sale moves every model that looks back on it. */
    private void modelled(NavigableSet<LocalDate> starts, Kpi kpi, Grain grain) {
        changes.firstSale().ifPresent(day -> extent(kpi)
                .days()
                .filter(days -> !days.last().isBefore(day))
                .ifPresent(days -> addAll(starts, grain, new DayRange(day, days.last()))));
    }

    private void reached(NavigableSet<LocalDate> starts, Kpi kpi, Grain grain) {
        for (FactKind kind : scene.kinds(kpi)) {
            for (DayRange days : horizons.moved(scene.feed(kind).kind())) {
                if (days.first().equals(Horizons.EVER)) {
                    starts.addAll(everyPeriod(kpi, grain));
                } else {
                    addAll(starts, grain, days);
                }
            }
        }
    }

    private static void addDays(NavigableSet<LocalDate> starts, Grain grain, Set<LocalDate> days) {
        days.forEach(day -> starts.add(grain.startOf(day)));
    }

    private static void addAll(NavigableSet<LocalDate> starts, Grain grain, DayRange days) {
        LocalDate start = grain.startOf(days.first());
        while (!start.isAfter(days.last())) {
            starts.add(Objects.requireNonNull(start));
            start = grain.next(start);
        }
    }

    private static Optional<LocalDate> min(Optional<LocalDate> a, Optional<LocalDate> b) {
        return a.isPresent() && (b.isEmpty() || a.get().isBefore(b.get())) ? a : b;
    }

    private static Optional<LocalDate> max(Optional<LocalDate> a, Optional<LocalDate> b) {
        return a.isPresent() && (b.isEmpty() || a.get().isAfter(b.get())) ? a : b;
    }
}
