package vn.nhip.export;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.Formula;
import vn.nhip.catalogue.Kpi;
import vn.nhip.catalogue.Metric;
import vn.nhip.spi.FactKind;

/** Which kinds of facts a KPI is made of, through its metrics and the KPIs it is derived from. */
public final class KpiFacts {

    private final Catalogue catalogue;
    private final Set<String> visited = new HashSet<>();

    public KpiFacts(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The kinds, each once. */
    public Set<FactKind> of(Kpi kpi) {
        Set<FactKind> kinds = EnumSet.noneOf(FactKind.class);
        if (!visited.add(kpi.id())) {
            return kinds;
        }
        Formula formula = kpi.formula();
        for (String metric : formula.metrics()) {
            if (metric.equals(Metric.NEW_CUSTOMERS)) {
                kinds.add(FactKind.ORDER);
            }
            catalogue.findMetric(metric).ifPresent(found -> kinds.add(found.fact()));
        }
        if (formula instanceof Formula.Derived derived) {
            derived.kpis().forEach(id -> catalogue.findKpi(id).ifPresent(other -> kinds.addAll(of(other))));
        }
        if (formula instanceof Formula.Retention || formula instanceof Formula.ActiveCustomers) {
            kinds.addAll(EnumSet.of(FactKind.ORDER, FactKind.CUSTOMER));
        }
        if (formula instanceof Formula.Model) {
            kinds.add(FactKind.ORDER);
        }
        return kinds;
    }
}
