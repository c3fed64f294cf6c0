package vn.nhip.kpi;

import java.util.Set;
import java.util.TreeSet;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.Formula;
import vn.nhip.catalogue.Kpi;
import vn.nhip.catalogue.Metric;
import vn.nhip.spi.FactKind;

/** Metrics that decide by having any number at all: books that answer first, numbers of one's own. */
final class Presence {

    private Presence() {}

    static Set<String> decides(Catalogue catalogue) {
        Set<String> metrics = new TreeSet<>();
        for (Kpi kpi : catalogue.kpis().values()) {
            kpi.formula().sides().forEach(side -> side.stream()
                    .filter(terms -> terms.when() == Formula.When.LEDGER_CONNECTED)
                    .forEach(terms -> metrics.add(terms.terms().get(0).metric())));
        }
        catalogue.metrics().values().stream()
                .filter(metric -> metric.fact() == FactKind.METRIC_DAY)
                .map(Metric::id)
                .forEach(metrics::add);
        return metrics;
    }
}
