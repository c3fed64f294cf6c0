package vn.nhip.kpi;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.Formula;
import vn.nhip.catalogue.Kpi;
import vn.nhip.catalogue.Metric;
import vn.nhip.metric.Coverage;
import vn.nhip.metric.Feed;
import vn.nhip.metric.Sources;
import vn.nhip.metric.Workspace;
import vn.nhip.spi.FactKind;

/** All that one refresh of values goes by: definitions, settings, which accounts count and how far they reach. */
record Scene(Catalogue catalogue, Workspace workspace, Sources sources, Coverage.All coverage, Set<String> present) {

    Optional<Metric> metric(String id) {
        return catalogue.findMetric(id);
    }

    /** A metric that has a number on any day. */
    boolean hasAny(String metric) {
        return present.contains(metric);
    }

    FactKind kindOf(String metric) {
        return metric.equals(Metric.NEW_CUSTOMERS)
                ? customerKind()
                : metric(metric)
                        .map(Metric::fact)
                        .orElseThrow(() -> new IllegalStateException("The catalogue has no metric '" + metric + "'"));
    }

    /** Customers are known from orders, or where there are none, from what a source declares. */
    FactKind customerKind() {
        boolean onlyDeclared = sources.of(FactKind.ORDER).absent()
                && sources.of(FactKind.CUSTOMER).ok();
        return onlyDeclared ? FactKind.CUSTOMER : FactKind.ORDER;
    }

    Feed feed(FactKind kind) {
        boolean usersOfDays = kind == FactKind.TRAFFIC_USERS && sources.of(kind).absent();
        return sources.of(usersOfDays ? FactKind.TRAFFIC_DAY : kind);
    }

    Coverage coverage(FactKind kind) {
        return coverage.of(feed(kind).kind());
    }

    /** From when every customer's first order is known: the setting, else the first day a source declares customers from. */
    Optional<LocalDate> historySince() {
        return workspace.config().calendar().historyCompleteSince().or(() -> coverage.of(FactKind.CUSTOMER)
                .first());
    }

    /** Why customers cannot be counted; empty when they can. */
    String customerProblem() {
        Feed declared = sources.of(FactKind.CUSTOMER);
        return declared.ok() || declared.absent() ? sources.of(customerKind()).problem() : declared.problem();
    }

    /** The fact kinds that a KPI is fed by, through other KPIs too. */
    Set<FactKind> kinds(Kpi kpi) {
        Set<FactKind> kinds = new LinkedHashSet<>();
        kpi.formula().metrics().forEach(metric -> kinds.add(kindOf(metric)));
        if (kpi.formula() instanceof Formula.Derived derived) {
            derived.kpis().stream()
                    .flatMap(id -> catalogue.findKpi(id).stream())
                    .forEach(needed -> kinds.addAll(kinds(needed)));
        }
        if (kpi.formula() instanceof Formula.Retention
                || kpi.formula() instanceof Formula.ActiveCustomers
                || kpi.formula() instanceof Formula.Model) {
            kinds.add(customerKind());
        }
        return kinds;
    }
}
