package vn.nhip.kpi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import vn.nhip.catalogue.Kpi;
import vn.nhip.catalogue.Texts;
import vn.nhip.metric.MetricFacts;
import vn.nhip.store.PageLedger;

/**
 * One KPI value walked back: formula, metrics, facts, and the page each fact came from.
 *
 * <p>Shape: {@code inputs} are the KPIs of a derived one. The facts are the first of each metric, not all.
 */
public record Explanation(
        Kpi kpi,
        KpiValue value,
        Texts formula,
        List<MetricLine> metrics,
        List<Explanation> inputs,
        List<KpiValues.Restatement> restatements) {

    /** A metric over the period: one line per account and currency, in its own currency, with its first facts. */
    public record MetricLine(String metric, List<Part> parts, List<Source> facts) {
        public MetricLine {
            parts = List.copyOf(parts);
            facts = List.copyOf(facts);
        }
    }

    public record Part(String account, String currency, BigDecimal sum) {}

    /** A fact, the committed page that gave it, and what stood there, masked; both absent where they have expired. */
    public record Source(MetricFacts.Traced fact, Optional<PageLedger.Entry> page, Optional<String> excerpt) {}

    public Explanation {
        metrics = List.copyOf(metrics);
        inputs = List.copyOf(inputs);
        restatements = List.copyOf(restatements);
    }
}
