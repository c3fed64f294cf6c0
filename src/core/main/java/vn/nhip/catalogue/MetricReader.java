package vn.nhip.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.nhip.kit.yaml.YamlMap;
import vn.nhip.kit.yaml.YamlNode;
import vn.nhip.spi.FactKind;

/** Reads one entry of {@code metrics:} and checks it against what the fact kind offers. */
final class MetricReader {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)*");

    private MetricReader() {}

    static Metric metric(String id, YamlNode node) {
        YamlMap map = node.map().allow("fact", "measure", "where", "by", "unit");
        if (!ID.matcher(id).matches() || id.equals(Metric.NEW_CUSTOMERS)) {
            throw node.problem("'" + id + "' cannot be a metric id; use lower-case words with dots and hyphens"
                    + (id.equals(Metric.NEW_CUSTOMERS) ? ", and none that is built in" : ""));
        }
        FactKind fact = map.require("fact").choice(FactKind.class);
        Measure measure = measure(fact, map.require("measure"));
        return new Metric(id, fact, measure.id(), where(fact, map), by(fact, measure, map), unit(fact, measure, map));
    }

    private static Measure measure(FactKind fact, YamlNode node) {
        return Measures.find(fact, node.text())
                .orElseThrow(() -> node.problem("'" + fact.id() + "' has no measure '" + node.text() + "'; it has: "
                        + names(Measures.of(fact).stream().map(Measure::id).toList())));
    }

    private static Map<String, Set<String>> where(FactKind fact, YamlMap map) {
        Map<String, Set<String>> where = new LinkedHashMap<>();
        map.entries("where").forEach((field, values) -> {
            if (!Measures.hasField(fact, field)) {
                throw values.problem("'" + fact.id() + "' has no field '" + field + "'; it has: "
                        + names(Measures.fields(fact).stream().sorted().toList()));
            }
            List<String> allowed = values.texts();
            Set<String> known = Measures.values(fact, field);
            allowed.stream()
                    .filter(value -> !known.isEmpty() && !known.contains(value))
                    .findFirst()
                    .ifPresent(value -> {
                        throw values.problem("'" + value + "' is no " + field + " of '" + fact.id() + "'; it has: "
                                + names(known.stream().sorted().toList()));
                    });
            if (allowed.isEmpty()) {
                throw values.problem("at least one value is needed");
            }
            where.put(field, Set.copyOf(allowed));
        });
        if (fact == FactKind.METRIC_DAY && !where.containsKey("metric")) {
            throw map.problem("a metric of 'metric-day' says which one: where: {metric: [its-id]}");
        }
        return where;
    }

    private static List<String> by(FactKind fact, Measure measure, YamlMap map) {
        for (YamlNode dimension : map.list("by")) {
            if (!Measures.hasDimension(fact, measure, dimension.text())) {
                throw dimension.problem("measure '" + measure.id() + "' of '" + fact.id()
                        + "' cannot be broken down by '" + dimension.text() + "'; the fact has: "
                        + names(Measures.dimensions(fact).stream().sorted().toList()));
            }
        }
        return map.list("by").stream().map(YamlNode::text).distinct().toList();
    }

    private static Unit unit(FactKind fact, Measure measure, YamlMap map) {
        if (fact == FactKind.METRIC_DAY) {
            return map.require("unit").choice(Unit.class);
        }
        return map.find("unit")
                .map(node -> {
                    Unit unit = node.choice(Unit.class);
                    if (unit != measure.unit()) {
                        throw node.problem("measure '" + measure.id() + "' is counted in "
                                + measure.unit().name().toLowerCase(Locale.ROOT) + ", not in "
                                + node.text());
                    }
                    return unit;
                })
                .orElse(measure.unit());
    }

    private static String names(List<String> known) {
        return known.isEmpty() ? "none" : String.join(", ", known);
    }
}
