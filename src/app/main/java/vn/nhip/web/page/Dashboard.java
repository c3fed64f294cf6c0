package vn.nhip.web.page;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.nhip.export.Firmness;
import vn.nhip.export.Report;
import vn.nhip.export.Scorecard;
import vn.nhip.kpi.KpiValue;
import vn.nhip.spi.Grain;

/** The KPIs of one cadence, as cards, how fresh they are, and what the team has still to do about KPIs as such. */
public record Dashboard(Grain cadence, List<Card> cards, Counts counts, String freshness, Optional<Nudge> nudge) {

    /** A quiet line with a link. */
    record Nudge(String text, String address, boolean forEditors) {}

    /** What is still to do: with a month it is to be reviewed, without one KPIs are to be chosen and get targets. */
    public record ToDo(Optional<YearMonth> review) {}

    /** How many cards are final, may still change, and need somebody. */
    record Counts(long settled, long mayChange, long needYou) {}

    /** The listed KPIs of this cadence of a report that holds their values. */
    public static Dashboard of(Report report, Grain cadence, Troubles troubles, Optional<ToDo> toDo, Wording words) {
        Map<String, List<KpiValue>> series = report.values().stream()
                .filter(value -> value.grain() == cadence && value.of().equals(KpiValue.Breakdown.TOTAL))
                .collect(Collectors.groupingBy(KpiValue::kpi));
        List<Card> cards = Scorecard.of(report).stream()
                .filter(line -> line.kpi().kpi().cadence() == cadence)
                .map(line -> Card.of(line, series.getOrDefault(line.kpi().kpi().id(), List.of()), troubles, words))
                .toList();
        Optional<Instant> oldest = report.kpis().stream()
                .filter(line -> line.listed() && line.kpi().cadence() == cadence)
                .map(line -> line.syncedAt().orElse(null))
                .filter(Objects::nonNull)
                .min(Instant::compareTo);
        return new Dashboard(cadence, cards, counts(cards), words.moment(oldest), toDo.map(what -> nudge(what, words)));
    }

    private static Nudge nudge(ToDo toDo, Wording words) {
        return toDo.review()
                .map(month ->
                        new Nudge(words.text("web.review.nudge", ReviewPage.name(month, words)), "/review", false))
                .orElseGet(() -> new Nudge(words.text("web.setup.nudge"), "/setup", true));
    }

    boolean is(String grain) {
        return cadence.id().equals(grain);
    }

    private static Counts counts(List<Card> cards) {
        Map<String, Long> byState = cards.stream()
                .collect(Collectors.groupingBy(card -> card.state().id(), Collectors.counting()));
        return new Counts(
                byState.getOrDefault(Firmness.FINAL.id(), 0L),
                byState.getOrDefault(Firmness.MAY_CHANGE.id(), 0L),
                byState.getOrDefault(Firmness.NEEDS_YOU.id(), 0L));
    }
}
