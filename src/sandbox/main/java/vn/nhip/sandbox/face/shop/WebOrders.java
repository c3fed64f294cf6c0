package vn.nhip.sandbox.face.shop;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import vn.nhip.sandbox.face.rest.Ids;
import vn.nhip.sandbox.truth.Payback;
import vn.nhip.sandbox.truth.Sale;
import vn.nhip.sandbox.truth.Truth;

/** The orders of the web shop as such programs list them: by their numbers, and by when they last changed. */
record WebOrders(Truth truth) {

    /** Those changed in a span of time, its end left out, in the order of their ids. */
    List<Sale> changed(Instant since, Instant until) {
        return truth.trade().sales().stream()
                .filter(sale -> sale.channel() == Sale.Channel.WEB)
                .filter(sale -> !changed(sale).isBefore(since) && changed(sale).isBefore(until))
                .sorted(Comparator.comparingLong(sale -> Ids.of(sale.number())))
                .toList();
    }

    /** When it was delivered or something was given back, or else when it was ordered. */
    Instant changed(Sale sale) {
        Instant own = sale.course().deliveredAt().orElse(sale.at());
        return paybacks(sale).stream().map(Payback::at).reduce(own, (one, other) -> one.isAfter(other) ? one : other);
    }

    List<Payback> paybacks(Sale sale) {
        return truth.trade().paybacks().stream()
                .filter(back -> back.sale().number().equals(sale.number()))
                .toList();
    }
}
