package vn.nhip.web.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import vn.nhip.app.PeriodName;
import vn.nhip.kpi.Explanation;
import vn.nhip.kpi.KpiValue;
import vn.nhip.kpi.KpiValues;
import vn.nhip.store.PageLedger;

/** The way back from one value: formula with its numbers, metrics, facts, and the page and request each came from. */
public record Lineage(
        String name,
        String address,
        String period,
        String periodName,
        String value,
        String formula,
        String numbers,
        String note,
        String standing,
        List<String> restatements,
        List<MetricStep> metrics,
        List<Lineage> inputs) {

    /** A metric with its sums by account and its first facts. */
    record MetricStep(String metric, List<String> parts, List<FactStep> facts) {}

    /** A fact; the excerpt is empty for those who may not see raw records, and where it has expired. */
    record FactStep(String what, String day, String amount, Optional<PageStep> page, String excerpt) {}

    /** Where it came from. */
    record PageStep(String slice, String at, String request, String run, String readAt, String sha256) {}

    /** Excerpts of raw records only where {@code raw} says so. */
    public static Lineage of(Explanation explanation, boolean raw, Wording words) {
        KpiValue value = explanation.value();
        String period = new PeriodName(value.grain(), value.start()).text();
        return new Lineage(
                words.text(explanation.kpi().name()),
                "/kpi/" + explanation.kpi().id(),
                words.period(value.grain(), value.start()),
                period,
                words.value(value.value(), explanation.kpi().unit()),
                words.text(explanation.formula()),
                value.denominator()
                        .map(denominator -> exact(value.numerator()) + " ÷ " + exact(Optional.of(denominator)))
                        .orElse(""),
                value.reason().isEmpty() ? "" : words.because(value),
                Card.finer(value, words) + " · " + words.text("web.version", Integer.toString(value.version())),
                explanation.restatements().stream()
                        .map(change -> changed(change, words))
                        .toList(),
                explanation.metrics().stream()
                        .map(step -> metric(step, raw, words))
                        .toList(),
                explanation.inputs().stream()
                        .map(input -> of(input, raw, words))
                        .toList());
    }

    static String changed(KpiValues.Restatement change, Wording words) {
        return exact(change.before()) + " → " + exact(change.after()) + " (" + change.cause() + ", "
                + words.moment(Optional.of(change.at())) + ")";
    }

    private static MetricStep metric(Explanation.MetricLine line, boolean raw, Wording words) {
        return new MetricStep(
                line.metric(),
                line.parts().stream()
                        .map(part -> part.account() + " " + words.amount(part.sum(), part.currency()))
                        .toList(),
                line.facts().stream().map(source -> fact(source, raw, words)).toList());
    }

    private static FactStep fact(Explanation.Source source, boolean raw, Wording words) {
        return new FactStep(
                source.fact().kind().id() + " " + source.fact().account() + "/"
                        + source.fact().key(),
                words.day(Optional.of(source.fact().day())),
                source.fact()
                        .amount()
                        .map(amount -> words.amount(amount, source.fact().currency()))
                        .orElse(""),
                source.page().map(page -> page(page, source.fact().at(), words)),
                raw ? source.excerpt().map(String::strip).orElse("") : "");
    }

    private static PageStep page(PageLedger.Entry page, String at, Wording words) {
        return new PageStep(
                page.slice(),
                at,
                page.request(),
                Long.toString(page.run()),
                words.moment(Optional.of(page.readAt())),
                page.sha256());
    }

    private static String exact(Optional<BigDecimal> number) {
        return number.map(value -> value.stripTrailingZeros().toPlainString()).orElse("—");
    }
}
