package vn.nhip.web.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.nhip.app.PeriodName;
import vn.nhip.catalogue.FormulaText;
import vn.nhip.catalogue.Kpi;
import vn.nhip.export.Report;
import vn.nhip.export.Scorecard;
import vn.nhip.incident.Task;
import vn.nhip.kpi.KpiValue;
import vn.nhip.kpi.KpiValues;
import vn.nhip.spi.Grain;

/** One KPI in full: its card, its course, its parts, what was restated, and what the guide says about it. */
public record KpiPage(
        Card card,
        String id,
        String definition,
        String formula,
        String goodDirection,
        List<Choice> grains,
        List<Choice> ranges,
        Chart chart,
        List<Breakdown> breakdowns,
        String comparedWith,
        List<Restated> restated,
        Guide guide,
        List<Choice> variants,
        List<String> sources) {

    /** How many changes of the headline are listed. */
    public static final int MOST_RESTATED = 20;

    /** A link that may be the present choice. */
    record Choice(String text, String address, boolean chosen) {}

    /** A value that changed after it was first shown. */
    record Restated(String period, String address, String change) {}

    record Guide(String purpose, String howToTrack, List<Action> actions) {}

    record Action(String when, String text) {}

    /** What the page is made of: the totals of the KPI at a grain, and what stands around them. */
    public record Subject(
            Report report,
            Kpi kpi,
            Grain grain,
            int periods,
            List<Cuts> cuts,
            List<KpiValues.Restatement> restatements,
            List<Kpi> variants,
            Troubles troubles,
            List<Task> outcomes) {}

    /** The parts of the shown period and of the one that is compared with it, by one dimension. */
    public record Cuts(String dimension, List<KpiValue> now, List<KpiValue> before) {}

    /** The start of the period that a breakdown is compared with: the one most like it. */
    public static LocalDate comparedWith(KpiValue value) {
        return value.grain() == Grain.DAY
                ? value.start().minusWeeks(1)
                : value.grain().startOf(value.start().minusDays(1));
    }

    /** How many periods a chart shows at first, and the other choices. */
    public static List<Integer> ranges(Grain grain) {
        return switch (grain) {
            case DAY -> List.of(30, 90, 365);
            case WEEK -> List.of(26, 52, 104);
            case MONTH -> List.of(13, 25, 61);
        };
    }

    /** The last whole period of the subject, or the running one where none is whole. */
    public static Optional<KpiValue> shown(Report report, Grain grain) {
        List<KpiValue> series =
                report.values().stream().filter(value -> value.grain() == grain).toList();
        for (int i = series.size() - 1; i >= 0; i--) {
            if (!series.get(i).standing().partial()) {
                return Optional.of(series.get(i));
            }
        }
        return series.isEmpty() ? Optional.empty() : Optional.of(series.get(series.size() - 1));
    }

    public static KpiPage of(Subject subject, Wording words) {
        Kpi kpi = subject.kpi();
        List<KpiValue> series = subject.report().values();
        Report.KpiLine line = subject.report().kpis().stream()
                .filter(each -> each.kpi().id().equals(kpi.id()))
                .findFirst()
                .orElseThrow();
        Scorecard.Line scored = Scorecard.line(line, series, subject.grain());
        return new KpiPage(
                Card.of(scored, series, subject.troubles(), words),
                kpi.id(),
                words.text(kpi.definition()),
                words.text(FormulaText.of(kpi.formula())),
                words.text("good." + Card.id(kpi.good())),
                grains(subject, words),
                ranges(subject, words),
                Chart.of(
                        kpi,
                        series,
                        subject.periods(),
                        new Chart.Beside(
                                subject.grain() == kpi.cadence() ? line.choice()::target : start -> Optional.empty(),
                                outcomes(subject, words)),
                        words),
                breakdowns(subject, scored, words),
                scored.current()
                        .map(value -> words.period(value.grain(), comparedWith(value)))
                        .orElse(""),
                restated(subject, words),
                guide(kpi, words),
                subject.variants().stream()
                        .map(variant -> new Choice(words.text(variant.name()), "/kpi/" + variant.id(), false))
                        .toList(),
                line.sources());
    }

    private static List<Choice> grains(Subject subject, Wording words) {
        return subject.kpi().grains().stream()
                .map(grain -> new Choice(
                        words.text("web.grain." + grain.id()),
                        address(subject.kpi(), grain, ranges(grain).get(0)),
                        grain == subject.grain()))
                .toList();
    }

    /** What was done, by the period in which it was done; what was done since the last value stands beside that. */
    private static Map<LocalDate, String> outcomes(Subject subject, Wording words) {
        Map<LocalDate, String> outcomes = new TreeMap<>();
        LocalDate last = subject.report().values().stream()
                .map(KpiValue::start)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MAX);
        subject.outcomes().forEach(task -> task.endedOn()
                .ifPresent(day -> outcomes.merge(
                        subject.grain().startOf(day.isAfter(last) ? last : day),
                        words.day(task.endedOn()) + ": " + task.outcome(),
                        (first, second) -> first + " · " + second)));
        return outcomes;
    }

    private static List<Choice> ranges(Subject subject, Wording words) {
        return ranges(subject.grain()).stream()
                .map(periods -> new Choice(
                        words.text("web.range." + subject.grain().id(), Integer.toString(periods)),
                        address(subject.kpi(), subject.grain(), periods),
                        periods == subject.periods()))
                .toList();
    }

    private static String address(Kpi kpi, Grain grain, int periods) {
        return "/kpi/" + kpi.id() + "?grain=" + grain.id() + "&periods=" + periods;
    }

    private static List<Breakdown> breakdowns(Subject subject, Scorecard.Line scored, Wording words) {
        Optional<KpiValue> before = scored.current().flatMap(now -> subject.report().values().stream()
                .filter(value -> value.grain() == now.grain() && value.start().equals(comparedWith(now)))
                .findFirst());
        return subject.cuts().stream()
                .filter(cuts -> !cuts.now().isEmpty())
                .map(cuts -> Breakdown.of(
                        subject.kpi(),
                        cuts.dimension(),
                        new Breakdown.Cut(scored.current(), cuts.now()),
                        new Breakdown.Cut(before, cuts.before()),
                        words))
                .toList();
    }

    private static List<Restated> restated(Subject subject, Wording words) {
        return subject.restatements().stream()
                .map(change -> new Restated(
                        words.period(change.grain(), change.start()),
                        "/kpi/" + change.kpi() + "/" + new PeriodName(change.grain(), change.start()).text(),
                        Lineage.changed(change, words)))
                .toList();
    }

    private static Guide guide(Kpi kpi, Wording words) {
        return new Guide(
                words.text(kpi.guide().purpose()),
                words.text(kpi.guide().howToTrack()),
                kpi.guide().actions().stream()
                        .map(action -> new Action(
                                words.text("trigger." + Card.id(action.trigger())), words.text(action.text())))
                        .toList());
    }
}
