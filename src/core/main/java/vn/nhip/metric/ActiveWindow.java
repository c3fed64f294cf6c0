package vn.nhip.metric;

import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.Formula;
import vn.nhip.catalogue.Kpi;
import vn.nhip.spi.Grain;

/**
 * One meaning of "active at the end of a period": an order, or a declared span, in the trailing window that ends there;
 * without a window, in the period itself.
 */
public record ActiveWindow(Optional<Period> length, Grain grain) {

    /** The windows that the catalogue's formulas ask for. */
    static Set<ActiveWindow> of(Catalogue catalogue) {
        Set<ActiveWindow> windows = new LinkedHashSet<>();
        for (Kpi kpi : catalogue.kpis().values()) {
            length(kpi.formula()).ifPresent(length -> kpi.grains().stream()
                    .sorted()
                    .forEach(grain -> windows.add(new ActiveWindow(length, grain))));
        }
        return windows;
    }

    private static Optional<Optional<Period>> length(Formula formula) {
        if (formula instanceof Formula.Retention retention) {
            return Optional.of(retention.window());
        }
        if (formula instanceof Formula.ActiveCustomers active) {
            return Optional.of(active.window());
        }
        return Optional.empty();
    }

    /**
     * The {@code metric_period} name of customers who became active less those who ceased to be: the active customers of
     * a period are the sum of all changes up to it.
     */
    public String changeMetric() {
        return "customers.active-change" + suffix();
    }

    /** The name of customers who were active at the end of the period before and ordered in the period. */
    public String returnedMetric() {
        return "customers.returned" + suffix();
    }

    private String suffix() {
        return length.map(window -> ":" + window).orElse("");
    }

    /** First day that still counts at the end of the period that starts here. */
    public LocalDate firstDayFor(LocalDate periodStart) {
        return length.map(window -> grain.endOf(periodStart).minus(window).plusDays(1))
                .orElse(periodStart);
    }
}
