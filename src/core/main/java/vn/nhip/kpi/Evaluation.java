package vn.nhip.kpi;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** A KPI in one period: the headline, its parts by dimension, and what both rest on. */
record Evaluation(Outcome headline, Map<KpiValue.Breakdown, Outcome> parts, Basis basis) {

    static Evaluation of(Outcome headline, Basis basis) {
        return new Evaluation(headline, Map.of(), basis);
    }

    static Evaluation sum(Side side) {
        Outcome outcome = side.defined() ? Outcome.of(side.amount(), side.note()) : Outcome.undefined(side.reason());
        return of(outcome, side.basis());
    }

    /** A ratio with days missing on either side would be wrong, not just low: it is undefined. */
    static Evaluation ratio(Side over, Side under) {
        Basis basis = over.basis().and(under.basis());
        if (!over.defined() || !under.defined()) {
            return of(Outcome.undefined(over.defined() ? under.reason() : over.reason()), basis);
        }
        String note = Reason.join(over.note(), under.note());
        if (basis.daysMissing()) {
            return of(Outcome.undefined(note), basis);
        }
        return of(Outcome.ratio(over.amount(), under.amount(), note), basis);
    }

    /** Says beside the value when the denominator is below the sample that a judgement needs. */
    private static Outcome judged(Outcome outcome, long minimumSample) {
        boolean few = outcome.value().isPresent()
                && outcome.denominator()
                        .filter(under -> under.compareTo(BigDecimal.valueOf(minimumSample)) < 0)
                        .isPresent();
        String found = outcome.denominator().map(BigDecimal::toPlainString).orElse("");
        return few
                ? outcome.withReason(Reason.join("not-enough: " + found + " < " + minimumSample, outcome.reason()))
                : outcome;
    }

    Evaluation with(Map<KpiValue.Breakdown, Outcome> more) {
        return new Evaluation(headline, more, basis);
    }

    Evaluation judged(long minimumSample) {
        Map<KpiValue.Breakdown, Outcome> judged = new LinkedHashMap<>();
        parts.forEach((of, outcome) -> judged.put(of, judged(outcome, minimumSample)));
        return new Evaluation(judged(headline, minimumSample), judged, basis);
    }
}
