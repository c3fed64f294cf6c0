package vn.nhip.web.page;

import java.util.List;
import java.util.Optional;
import vn.nhip.app.PeriodName;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.FormulaText;
import vn.nhip.catalogue.Kpi;
import vn.nhip.export.Report;
import vn.nhip.export.Scorecard;
import vn.nhip.incident.Task;
import vn.nhip.kpi.KpiValue;
import vn.nhip.kpi.KpiValues;
import vn.nhip.note.Note;
import vn.nhip.spi.Grain;
import vn.nhip.why.Comparison;
import vn.nhip.why.Movement;

/** One KPI in full: its card, its course, why it moved, its parts, what was restated, and what the guide says about it. */
public record KpiPage(
        Card card,
        String id,
        String definition,
        String formula,
        String goodDirection,
        List<Choice> grains,
        List<Choice> ranges,
        List<Choice> comparisons,
        Chart chart,
        Optional<Why> why,
        NotesPanel notes,
        List<Breakdown> breakdowns,
        String with,
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

    /** What somebody wants to see: a KPI at a grain, over so many periods, beside an earlier period. */
    public record Asked(Kpi kpi, Grain grain, int periods, Comparison with) {

        private String address(Grain other, int count, Comparison comparison) {
            String plain = "/kpi/" + kpi.id() + "?grain=" + other.id() + "&periods=" + count;
            boolean usual = comparison == Comparison.offered(other).get(0);
            return usual ? plain : plain + "&with=" + comparison.id();
        }

        String address() {
            return address(grain, periods, with);
        }
    }

    /** What the page is made of: the totals of the KPI, and what stands around them. */
    public record Subject(
            Report report,
            Asked asked,
            List<Cuts> cuts,
            Optional<Movement> movement,
            List<Note> notes,
            List<KpiValues.Restatement> restatements,
            Catalogue catalogue,
            Troubles troubles,
            List<Task> outcomes) {

        private Kpi kpi() {
            return asked.kpi();
        }
    }

    /** The parts of the shown period and of the one that is compared with, by one dimension. */
    public record Cuts(String dimension, List<KpiValue> now, List<KpiValue> before) {}

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
        Asked asked = subject.asked();
        List<KpiValue> series = subject.report().values();
        Report.KpiLine line = subject.report().kpis().stream()
                .filter(each -> each.kpi().id().equals(kpi.id()))
                .findFirst()
                .orElseThrow();
        Scorecard.Line scored = Scorecard.line(line, series, asked.grain());
        Chart.Beside beside = new Chart.Beside(
                asked.grain() == kpi.cadence() ? line.choice()::target : start -> Optional.empty(),
                asked.with(),
                Marks.of(asked.grain(), series, subject.outcomes(), subject.notes(), words));
        return new KpiPage(
                Card.of(scored, series, subject.troubles(), words),
                kpi.id(),
                words.text(kpi.definition()),
                words.text(FormulaText.of(kpi.formula())),
                words.text("good." + Card.id(kpi.good())),
                grains(asked, words),
                ranges(asked, words),
                comparisons(asked, words),
                Chart.of(kpi, series, asked.periods(), beside, words),
                why(subject, scored, words),
                NotesPanel.of(subject, words),
                breakdowns(subject, scored, words),
                with(asked.with(), asked.grain(), words),
                subject.movement()
                        .map(movement -> words.period(asked.grain(), movement.start()))
                        .orElse(""),
                restated(subject, words),
                guide(kpi, words),
                variants(subject, words),
                line.sources());
    }

    private static Optional<Why> why(Subject subject, Scorecard.Line scored, Wording words) {
        return scored.current().flatMap(now -> subject.movement()
                .map(movement -> Why.of(
                        new Why.Subject(
                                subject.kpi(),
                                now,
                                movement,
                                subject.catalogue(),
                                subject.report().business().currency()),
                        words)));
    }

    private static List<Choice> grains(Asked asked, Wording words) {
        return asked.kpi().grains().stream()
                .map(grain -> new Choice(
                        words.text("web.grain." + grain.id()),
                        asked.address(grain, ranges(grain).get(0), asked.with().in(grain)),
                        grain == asked.grain()))
                .toList();
    }

    private static List<Choice> ranges(Asked asked, Wording words) {
        return ranges(asked.grain()).stream()
                .map(periods -> new Choice(
                        words.text("web.range." + asked.grain().id(), Integer.toString(periods)),
                        asked.address(asked.grain(), periods, asked.with()),
                        periods == asked.periods()))
                .toList();
    }

    private static List<Choice> comparisons(Asked asked, Wording words) {
        return Comparison.offered(asked.grain()).stream()
                .map(with -> new Choice(
                        with(with, asked.grain(), words),
                        asked.address(asked.grain(), asked.periods(), with),
                        with == asked.with()))
                .toList();
    }

    private static String with(Comparison with, Grain grain, Wording words) {
        return words.text("web.with." + with.id() + (with == Comparison.PREVIOUS ? "." + grain.id() : ""));
    }

    private static List<Choice> variants(Subject subject, Wording words) {
        Kpi kpi = subject.kpi();
        return subject.catalogue().kpis().values().stream()
                .filter(other -> other.variantOf().equals(Optional.of(kpi.id()))
                        || kpi.variantOf().equals(Optional.of(other.id())))
                .map(variant -> new Choice(words.text(variant.name()), "/kpi/" + variant.id(), false))
                .toList();
    }

    private static List<Breakdown> breakdowns(Subject subject, Scorecard.Line scored, Wording words) {
        Optional<KpiValue> before = subject.movement().flatMap(Movement::before);
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
