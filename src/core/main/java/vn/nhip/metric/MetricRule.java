package vn.nhip.metric;

import java.util.Map;
import java.util.Set;
import vn.nhip.catalogue.Measure;
import vn.nhip.catalogue.Measures;
import vn.nhip.catalogue.Metric;
import vn.nhip.catalogue.Unit;
import vn.nhip.spi.FactKind;

/** A metric ready to be counted: which facts it takes, and how its cells are named. */
record MetricRule(Metric metric, Measure measure, Map<String, Set<String>> where) {

    private static final Set<String> COUNTED = Set.of("confirmed", "paid", "delivered");

    static MetricRule of(Metric metric) {
        Measure measure = Measures.find(metric.fact(), metric.measure())
                .orElseThrow(() -> new IllegalArgumentException("Metric '" + metric.id() + "': "
                        + metric.fact().id() + " has no measure '" + metric.measure() + "'"));
        boolean onlyCounted = metric.fact() == FactKind.ORDER && !metric.where().containsKey("status");
        return new MetricRule(metric, measure, onlyCounted ? with(metric.where(), "status", COUNTED) : metric.where());
    }

    private static Map<String, Set<String>> with(Map<String, Set<String>> where, String field, Set<String> values) {
        Map<String, Set<String>> more = new java.util.HashMap<>(where);
        more.put(field, values);
        return Map.copyOf(more);
    }

    String id() {
        return metric.id();
    }

    boolean takes(Map<String, String> fields) {
        for (Map.Entry<String, Set<String>> wanted : where.entrySet()) {
            if (!wanted.getValue().contains(fields.getOrDefault(wanted.getKey(), ""))) {
                return false;
            }
        }
        return true;
    }

    /** The currency of its cells: none where it counts things. */
    String currency(String ofFact) {
        boolean keeps = measure.unit() == Unit.MONEY || metric.fact() == FactKind.METRIC_DAY;
        return keeps ? ofFact : "";
    }

    boolean addsUp() {
        return measure.additivity() == Measure.Additivity.SUM;
    }
}
