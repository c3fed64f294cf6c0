package vn.nhip.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All metrics and KPIs by id, in the order of the files. */
public record Catalogue(Map<String, Metric> metrics, Map<String, Kpi> kpis) {

    public Catalogue {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        kpis = Collections.unmodifiableMap(new LinkedHashMap<>(kpis));
    }

    public Optional<Metric> findMetric(String id) {
        return Optional.ofNullable(metrics.get(id));
    }

    /** The guide's own KPIs and the user's, without the named variants beside them. */
    public List<Kpi> headlines() {
        return kpis.values().stream().filter(kpi -> kpi.variantOf().isEmpty()).toList();
    }

    public List<Kpi> variantsOf(String id) {
        return kpis.values().stream()
                .filter(kpi -> kpi.variantOf().filter(id::equals).isPresent())
                .toList();
    }

    public Optional<Kpi> findKpi(String id) {
        return Optional.ofNullable(kpis.get(id));
    }
}
