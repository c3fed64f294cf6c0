package vn.nhip.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nhip.kpi.Explanation;
import vn.nhip.kpi.KpiValue;

/** A value and the way back from it as JSON; what stood in raw records only where the caller may see it. */
public final class ExplanationJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final boolean raw;

    private ExplanationJson(boolean raw) {
        this.raw = raw;
    }

    /** One object; excerpts of raw records only where {@code raw} says so. */
    public static String render(Explanation explanation, boolean raw) {
        ObjectNode node = JSON.createObjectNode();
        new ExplanationJson(raw).fill(node, explanation);
        return node.toString();
    }

    private void fill(ObjectNode node, Explanation explanation) {
        KpiValue value = explanation.value();
        node.put("kpi", explanation.kpi().id());
        node.put("version", value.version());
        node.put("grain", value.grain().id());
        node.put("start", value.start().toString());
        node.put("value", plain(value.value()));
        node.put("numerator", plain(value.numerator()));
        node.put("denominator", plain(value.denominator()));
        node.put("reason", value.reason());
        node.put("state", value.standing().state().name().toLowerCase(Locale.ROOT));
        node.put("formula", explanation.formula().en());
        ArrayNode restatements = node.putArray("restatements");
        explanation.restatements().forEach(change -> restatements
                .addObject()
                .put("before", plain(change.before()))
                .put("after", plain(change.after()))
                .put("cause", change.cause())
                .put("at", change.at().toString()));
        ArrayNode metrics = node.putArray("metrics");
        explanation.metrics().forEach(metric -> metric(metrics.addObject(), metric));
        ArrayNode inputs = node.putArray("inputs");
        explanation.inputs().forEach(input -> fill(inputs.addObject(), input));
    }

    private void metric(ObjectNode node, Explanation.MetricLine metric) {
        node.put("metric", metric.metric());
        ArrayNode parts = node.putArray("parts");
        metric.parts().forEach(part -> parts.addObject()
                .put("account", part.account())
                .put("currency", part.currency())
                .put("sum", part.sum().toPlainString()));
        ArrayNode facts = node.putArray("facts");
        metric.facts().forEach(source -> fact(facts.addObject(), source));
    }

    private void fact(ObjectNode node, Explanation.Source source) {
        node.put("kind", source.fact().kind().id());
        node.put("account", source.fact().account());
        node.put("key", source.fact().key());
        node.put("day", source.fact().day().toString());
        node.put("amount", plain(source.fact().amount()));
        node.put("currency", source.fact().currency());
        source.page().ifPresent(page -> node.putObject("page")
                .put("slice", page.slice())
                .put("at", source.fact().at())
                .put("request", page.request())
                .put("run", page.run())
                .put("sha256", page.sha256()));
        if (raw) {
            node.put("excerpt", source.excerpt().orElse(null));
        }
    }

    private static @Nullable String plain(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse(null);
    }
}
