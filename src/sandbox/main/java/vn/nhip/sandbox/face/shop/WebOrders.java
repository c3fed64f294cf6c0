package vn.nhip.sandbox.face.shop;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.nhip.sandbox.face.rest.Ids;
import vn.nhip.sandbox.truth.Payback;
import vn.nhip.sandbox.truth.Sale;
import vn.nhip.sandbox.truth.Truth;

/** The orders of the web shop as such programs list them: by their numbers, and by when they last changed. */
final class WebOrders {

    private final Truth truth;
    private final List<Sale> sales;
    private final Map<String, List<Payback>> paybacks;

    private WebOrders(Truth truth) {
        this.truth = truth;
        this.sales = truth.trade().sales().stream()
                .filter(sale -> sale.channel() == Sale.Channel.WEB)
                .sorted(Comparator.comparingLong(sale -> Ids.of(sale.number())))
                .toList();
        this.paybacks = truth.trade().paybacks().stream()
                .collect(Collectors.groupingBy(back -> back.sale().number()));
    }

    /** Those of the present truth, looked up anew only when it is another. */
    static Supplier<WebOrders> of(Supplier<Truth> truth) {
        AtomicReference<WebOrders> last = new AtomicReference<>();
        return () -> last.updateAndGet(known -> {
            Truth present = truth.get();
            return known != null && known.truth.equals(present) ? known : new WebOrders(present);
        });
    }

    /** Those changed in a span of time, its end left out, in the order of their ids. */
    List<Sale> changed(Instant since, Instant until) {
        return sales.stream()
                .filter(sale -> !changed(sale).isBefore(since) && changed(sale).isBefore(until))
                .toList();
    }

    /** When it was delivered or something was given back, or else when it was ordered. */
    Instant changed(Sale sale) {
        Instant own = sale.course().deliveredAt().orElse(sale.at());
        return paybacks(sale).stream().map(Payback::at).reduce(own, (one, other) -> one.isAfter(other) ? one : other);
    }

    List<Payback> paybacks(Sale sale) {
        return paybacks.getOrDefault(sale.number(), List.of());
    }
}
