package vn.nhip.kpi.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns purchases into the histories that the models are fitted to. */
public final class CustomerHistories {

    private CustomerHistories() {}

    /**
     * One history per customer, in the order in which the customers first appear.
     *
     * <p>Shape: purchases of one day are one purchase; purchases after {@code end} are not looked at, so a customer
     * whose first purchase is later has no history.
     */
    public static <C> Map<C, CustomerHistory> from(Iterable<Purchase<C>> purchases, LocalDate end) {
        Map<C, SortedMap<LocalDate, BigDecimal>> days = new LinkedHashMap<>();
        for (Purchase<C> purchase : purchases) {
            if (!purchase.day().isAfter(end)) {
                days.computeIfAbsent(purchase.customer(), customer -> new TreeMap<>())
                        .merge(purchase.day(), purchase.amount(), BigDecimal::add);
            }
        }
        Map<C, CustomerHistory> histories = new LinkedHashMap<>();
        days.forEach((customer, totals) -> histories.put(customer, CustomerHistory.of(totals, end)));
        return Collections.unmodifiableMap(histories);
    }
}
