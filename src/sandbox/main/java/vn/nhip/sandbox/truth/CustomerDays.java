package vn.nhip.sandbox.truth;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who was a customer when: from orders that earn, and from partners' contracts. */
final class CustomerDays {
    private final Map<String, TreeSet<LocalDate>> orderDays = new TreeMap<>();
    private final Map<String, LocalDate> firstDays = new TreeMap<>();
    private final List<Partner> partners;

    CustomerDays(Truth.Trade trade, ZoneId zone) {
        this.partners = trade.partners();
        for (Sale sale : trade.sales()) {
            if (sale.earns()) {
                sale.shopper().ifPresent(shopper -> orderDays
                        .computeIfAbsent(shopper.id(), id -> new TreeSet<>())
                        .add(sale.at().atZone(zone).toLocalDate()));
            }
        }
        orderDays.forEach((id, days) -> firstDays.put(id, days.first()));
        partners.forEach(partner -> firstDays.merge(
                partner.shopper().id(), partner.since(), (order, since) -> order.isBefore(since) ? order : since));
    }

    /** Customers whose first order ever, or first day under contract, falls in the period. */
    long newIn(Period period) {
        return firstDays.values().stream().filter(period::holds).count();
    }

    /** Customers who ordered in the period, or whose contract ran on some day of it. */
    Set<String> activeIn(Period period) {
        Set<String> active = new HashSet<>(buyersIn(period));
        for (Partner partner : partners) {
            if (!partner.since().isAfter(period.to()) && !partner.until().isBefore(period.from())) {
                active.add(partner.shopper().id());
            }
        }
        return active;
    }

    /** Customers who ordered in the period. */
    Set<String> buyersIn(Period period) {
        Set<String> buyers = new HashSet<>();
        orderDays.forEach((id, days) -> {
            LocalDate next = days.ceiling(period.from());
            if (next != null && !next.isAfter(period.to())) {
                buyers.add(id);
            }
        });
        return buyers;
    }
}
