package vn.nhip.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nhip.spi.Grain;

class ShippedCatalogueTest {

    private static final List<String> GUIDE = List.of(
            "website-traffic",
            "leads",
            "sales",
            "conversion-rate",
            "advertising-cost",
            "new-customers",
            "customer-retention-rate",
            "average-order-value",
            "email-open-rate",
            "email-click-through-rate",
            "revenue",
            "net-profit",
            "customer-acquisition-cost",
            "customer-lifetime-value",
            "customer-satisfaction");

    private final Catalogue catalogue = Shipped.catalogue();

    @Test
    void headlinesAreTheGuidesFifteenInItsOrder() {
        assertThat(catalogue.headlines()).extracting(Kpi::id).containsExactlyElementsOf(GUIDE);
    }

    @Test
    void headlinesKeepTheGuidesCadence() {
        assertThat(catalogue.headlines().subList(0, 5)).allMatch(kpi -> kpi.cadence() == Grain.DAY);
        assertThat(catalogue.headlines().subList(5, 10)).allMatch(kpi -> kpi.cadence() == Grain.WEEK);
        assertThat(catalogue.headlines().subList(10, 15)).allMatch(kpi -> kpi.cadence() == Grain.MONTH);
    }

    @Test
    void everyMetricIsUsed() {
        List<String> used = catalogue.kpis().values().stream()
                .flatMap(kpi -> kpi.formula().metrics().stream())
                .distinct()
                .toList();
        assertThat(catalogue.metrics().keySet()).isSubsetOf(used);
    }
}
