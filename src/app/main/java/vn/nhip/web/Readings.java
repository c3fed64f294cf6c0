package vn.nhip.web;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.app.Reviewing;
import vn.nhip.app.Workplace;
import vn.nhip.catalogue.Kpi;
import vn.nhip.config.KpiChoice;
import vn.nhip.export.Report;
import vn.nhip.kpi.KpiValue;
import vn.nhip.kpi.KpiValues;
import vn.nhip.season.Pace;
import vn.nhip.spi.Grain;
import vn.nhip.web.page.Dashboard;
import vn.nhip.web.page.KpiPage;
import vn.nhip.web.page.Troubles;
import vn.nhip.why.Comparison;

/** What the pages read from the workplace. */
final class Readings {

    /** Periods that a card shows. */
    private static final int SHOWN = 30;

    private final Workplace workplace;
    private final Map<Grain, Cached<Morning>> dashboards = new EnumMap<>(Grain.class);

    /** The KPIs of a cadence, what stands in the way of taking them as they are, and what is still to do about them. */
    record Morning(Report report, Troubles troubles, Optional<Dashboard.ToDo> toDo) {}

    Readings(Workplace workplace) {
        this.workplace = workplace;
        for (Grain grain : Grain.values()) {
            dashboards.put(
                    grain, new Cached<>(() -> recent(grain), workplace::config, workplace::changes, workplace.clock()));
        }
    }

    /** The KPIs of a cadence with as much of the past as their cards compare with. */
    Morning dashboard(Grain cadence) {
        return java.util.Objects.requireNonNull(dashboards.get(cadence)).get();
    }

    private Troubles troubles(Report report, Grain grain) {
        Map<String, Pace> paces = new HashMap<>();
        for (KpiValue value : report.values()) {
            if (value.standing().partial() && value.grain() == grain) {
                workplace
                        .catalogue()
                        .findKpi(value.kpi())
                        .filter(kpi -> workplace.config().choice(kpi.id()).hasTargets())
                        .flatMap(kpi -> workplace.acts().pace(kpi, value))
                        .ifPresent(pace -> paces.put(value.kpi(), pace));
            }
        }
        return Troubles.of(report, workplace.acts().incidents().open(), paces);
    }

    private Morning recent(Grain cadence) {
        List<Kpi> kpis = workplace.catalogue().kpis().values().stream()
                .filter(kpi -> kpi.cadence() == cadence)
                .filter(kpi ->
                        kpi.variantOf().isEmpty() || workplace.config().kpis().containsKey(kpi.id()))
                .toList();
        Report report = workplace.totals(kpis, kpi -> cadence, from(cadence, SHOWN));
        return new Morning(report, troubles(report, cadence), toDo(report));
    }

    /** Nothing before there are values: then sources come first. */
    private Optional<Dashboard.ToDo> toDo(Report report) {
        if (report.values().stream().allMatch(value -> value.value().isEmpty())) {
            return Optional.empty();
        }
        if (workplace.config().kpis().values().stream().noneMatch(KpiChoice::hasTargets)) {
            return Optional.of(new Dashboard.ToDo(Optional.empty()));
        }
        Reviewing reviewing = workplace.acts().reviewing();
        return Optional.of(reviewing.last())
                .filter(month -> reviewing.reviews().of(month).isEmpty())
                .map(month -> new Dashboard.ToDo(Optional.of(month)));
    }

    /** So many periods, those a year before them, and some more, since a source may be behind. */
    private LocalDate from(Grain grain, int periods) {
        LocalDate first = workplace.today().minusWeeks(54 + SHOWN);
        return switch (grain) {
            case DAY -> first.minusDays(periods);
            case WEEK -> first.minusWeeks(periods);
            case MONTH -> first.minusMonths(periods);
        };
    }

    /** One KPI with how it moved, its parts, its notes and its restatements. */
    KpiPage.Subject kpi(KpiPage.Asked asked) {
        Kpi kpi = asked.kpi();
        Grain grain = asked.grain();
        LocalDate from = from(grain, asked.periods());
        Report report = workplace.totals(List.of(kpi), any -> grain, from);
        Optional<KpiValue> shown = KpiPage.shown(report, grain);
        KpiValues values = workplace.values();
        return new KpiPage.Subject(
                report,
                asked,
                shown.map(now -> cuts(kpi, now, asked.with())).orElse(List.of()),
                shown.map(now -> workplace.acts().movements().of(kpi, now, asked.with())),
                workplace.acts().notes().of(kpi.id(), from),
                values.lastRestatements(kpi.id(), grain, KpiPage.MOST_RESTATED),
                workplace.catalogue(),
                troubles(report, grain),
                workplace.acts().incidents().outcomes(kpi.id()));
    }

    private List<KpiPage.Cuts> cuts(Kpi kpi, KpiValue now, Comparison with) {
        KpiValues values = workplace.values();
        LocalDate before = with.of(now.grain(), now.start());
        return kpi.dimensions().stream()
                .map(dimension -> new KpiPage.Cuts(
                        dimension,
                        values.breakdown(kpi.id(), now.grain(), now.start(), dimension),
                        values.breakdown(kpi.id(), now.grain(), before, dimension)))
                .toList();
    }
}
