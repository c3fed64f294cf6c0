package vn.nhip.cli;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import vn.nhip.app.Workplace;
import vn.nhip.export.Labels;
import vn.nhip.export.Numbers;
import vn.nhip.export.Reasons;
import vn.nhip.kpi.Explanation;
import vn.nhip.kpi.KpiValue;
import vn.nhip.kpi.KpiValues;
import vn.nhip.store.PageLedger;

/** A value and the way back from it, for the terminal: one step of the way per indentation. */
final class ExplanationText {

    private static final String STEP = "  ";

    private final Labels labels;
    private final Numbers numbers;
    private final Reasons reasons;
    private final StringBuilder text = new StringBuilder();

    ExplanationText(Workplace workplace) {
        this.labels = Labels.of(workplace.config().language());
        this.numbers = Numbers.of(labels, workplace.config().calendar().currency());
        this.reasons = new Reasons(labels, numbers, workplace.catalogue());
    }

    String render(Explanation explanation, String indent) {
        KpiValue value = explanation.value();
        line(
                indent,
                labels.text(explanation.kpi().name()) + ", " + numbers.period(value.grain(), value.start()) + ": "
                        + shown(explanation, value.value()));
        line(indent + STEP, labels.text(explanation.formula()));
        value.denominator()
                .ifPresent(denominator ->
                        line(indent + STEP, "= " + plain(value.numerator()) + " ÷ " + plain(Optional.of(denominator))));
        if (!value.reason().isEmpty()) {
            line(indent + STEP, reasons.say(value));
        }
        line(indent + STEP, standing(explanation));
        explanation.restatements().forEach(change -> line(indent + STEP, changed(change)));
        explanation.inputs().forEach(input -> render(input, indent + STEP));
        explanation.metrics().forEach(metric -> metric(metric, indent + STEP));
        return text.toString();
    }

    private void metric(Explanation.MetricLine metric, String indent) {
        line(indent, metric.metric());
        for (Explanation.Part part : metric.parts()) {
            line(indent + STEP, (part.account() + " " + part.sum().toPlainString() + " " + part.currency()).strip());
        }
        for (Explanation.Source source : metric.facts()) {
            line(indent + STEP, fact(source));
            source.page()
                    .ifPresent(page ->
                            line(indent + STEP + STEP, came(page, source.fact().at())));
            source.excerpt().ifPresent(excerpt -> line(indent + STEP + STEP, "│ " + excerpt.strip()));
        }
    }

    private static String fact(Explanation.Source source) {
        String amount = source.fact()
                .amount()
                .map(number ->
                        " " + number.toPlainString() + " " + source.fact().currency())
                .orElse("");
        return source.fact().kind().id() + " " + source.fact().account() + "/"
                + source.fact().key() + amount;
    }

    private static String came(PageLedger.Entry page, String at) {
        return page.slice() + ", " + at + " (" + page.request() + ", run " + page.run() + ", sha256 "
                + page.sha256().substring(0, 12) + "…)";
    }

    private String standing(Explanation explanation) {
        KpiValue value = explanation.value();
        String state = value.standing().partial()
                ? "running"
                : value.standing().state().name().toLowerCase(Locale.ROOT);
        return labels.text("state." + state) + ", v" + value.version()
                + value.standing()
                        .completeThrough()
                        .map(day -> ", " + labels.text("overview.complete-through") + " " + numbers.day(day))
                        .orElse("");
    }

    private static String changed(KpiValues.Restatement change) {
        return "↻ " + plain(change.before()) + " → " + plain(change.after()) + " (" + change.cause() + ", "
                + change.at() + ")";
    }

    private String shown(Explanation explanation, Optional<BigDecimal> value) {
        return value.map(number -> numbers.value(number, explanation.kpi().unit()))
                .orElse("—");
    }

    private static String plain(Optional<BigDecimal> number) {
        return number.map(value -> value.stripTrailingZeros().toPlainString()).orElse("—");
    }

    private void line(String indent, String words) {
        text.append(indent).append(words).append(System.lineSeparator());
    }
}
