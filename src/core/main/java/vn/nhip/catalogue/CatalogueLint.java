package vn.nhip.catalogue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.nhip.kit.yaml.YamlMap;
import vn.nhip.kit.yaml.YamlNode;
import vn.nhip.kit.yaml.YamlProblems;
import vn.nhip.spi.Grain;

/** What can only be checked when all files are read: references, cycles, names, dimensions and honest sums. */
final class CatalogueLint {

    private final Catalogue catalogue;
    private final Map<String, YamlMap> places;
    private final Set<String> metricIds;
    private final YamlProblems problems;

    /** The metric ids include those that have a problem of their own, so that it is told once. */
    CatalogueLint(Catalogue catalogue, Map<String, YamlMap> places, Set<String> metricIds, YamlProblems problems) {
        this.catalogue = catalogue;
        this.places = places;
        this.metricIds = metricIds;
        this.problems = problems;
    }

    void run() {
        Map<String, String> names = new HashMap<>();
        catalogue.kpis().values().forEach(kpi -> {
            checkVariant(kpi);
            checkName(kpi, "vi", kpi.name().vi(), names);
            checkName(kpi, "en", kpi.name().en(), names);
            if (knowsItsMetrics(kpi)) {
                new FormulaLint(catalogue, kpi, message -> problems.add(at(kpi, "formula"), message)).run();
                checkDimensions(kpi);
            }
            if (kpi.formula() instanceof Formula.Derived derived) {
                checkDerived(kpi, derived);
            }
        });
    }

    private YamlNode at(Kpi kpi, String key) {
        YamlMap map = Optional.ofNullable(places.get(kpi.id())).orElseThrow();
        return map.find(key).orElseGet(() -> map.key(key));
    }

    private void checkVariant(Kpi kpi) {
        kpi.variantOf().ifPresent(id -> {
            if (!places.containsKey(id)) {
                problems.add(at(kpi, "variant-of"), "there is no KPI '" + id + "'");
            } else if (catalogue.findKpi(id).flatMap(Kpi::variantOf).isPresent()) {
                problems.add(at(kpi, "variant-of"), "'" + id + "' is itself a variant; name its headline");
            }
        });
    }

    private void checkName(Kpi kpi, String language, String name, Map<String, String> names) {
        String other = names.putIfAbsent(language + ":" + name.toLowerCase(Locale.ROOT), kpi.id());
        if (other != null) {
            problems.add(at(kpi, "name"), "'" + other + "' has the same name '" + name + "'");
        }
    }

    private boolean knowsItsMetrics(Kpi kpi) {
        boolean knows = true;
        for (String id : kpi.formula().metrics()) {
            boolean builtIn = id.equals(Metric.NEW_CUSTOMERS);
            if (!builtIn && !metricIds.contains(id)) {
                problems.add(at(kpi, "formula"), "there is no metric '" + id + "'");
            }
            knows &= builtIn || catalogue.findMetric(id).isPresent();
        }
        return knows;
    }

    private void checkDimensions(Kpi kpi) {
        for (String dimension : kpi.dimensions()) {
            List<String> without = kpi.formula().metrics().stream()
                    .filter(id -> catalogue
                            .findMetric(id)
                            .filter(metric -> metric.by().contains(dimension))
                            .isEmpty())
                    .toList();
            if (!without.isEmpty()) {
                problems.add(
                        at(kpi, "dimensions"), "'" + dimension + "' is not offered by " + String.join(", ", without));
            } else if (kpi.formula().metrics().isEmpty()) {
                problems.add(at(kpi, "dimensions"), "this type of KPI cannot be broken down");
            }
        }
    }

    private void checkDerived(Kpi kpi, Formula.Derived derived) {
        if (derived.kpis().isEmpty()) {
            problems.add(at(kpi, "formula"), "the expression names no KPI");
        }
        for (String id : derived.kpis()) {
            if (!places.containsKey(id)) {
                problems.add(at(kpi, "formula"), "there is no KPI '" + id + "'");
            }
            catalogue.findKpi(id).ifPresent(part -> checkGrains(kpi, part));
        }
        Deque<String> path = new ArrayDeque<>(List.of(kpi.id()));
        if (leadsBack(kpi.id(), path, new HashSet<>())) {
            problems.add(at(kpi, "formula"), "'" + kpi.id() + "' is part of itself: " + String.join(" → ", path));
        }
    }

    private void checkGrains(Kpi kpi, Kpi part) {
        for (Grain grain : kpi.grains()) {
            if (!part.grains().contains(grain)) {
                problems.add(at(kpi, "grains"), "'" + part.id() + "' has no values by " + grain.id());
            }
        }
    }

    private boolean leadsBack(String target, Deque<String> path, Set<String> seen) {
        for (String next : partsOf(path.getLast())) {
            path.addLast(next);
            if (next.equals(target) || (seen.add(next) && leadsBack(target, path, seen))) {
                return true;
            }
            path.removeLast();
        }
        return false;
    }

    private Set<String> partsOf(String id) {
        return catalogue
                .findKpi(id)
                .map(Kpi::formula)
                .filter(Formula.Derived.class::isInstance)
                .map(formula -> ((Formula.Derived) formula).kpis())
                .orElse(Set.of());
    }
}
