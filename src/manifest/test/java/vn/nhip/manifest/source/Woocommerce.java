package vn.nhip.manifest.source;

import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.face.rest.Ids;
import vn.nhip.sandbox.face.rest.RestAsk;
import vn.nhip.sandbox.face.rest.RestService;
import vn.nhip.sandbox.face.shop.WooService;
import vn.nhip.sandbox.truth.Payback;
import vn.nhip.sandbox.truth.Sale;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Order;
import vn.nhip.spi.Refund;

/** WooCommerce: the web shop's orders and refunds. */
final class Woocommerce implements Sample {

    @Override
    public String id() {
        return "woocommerce";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("store", "shop.example.com");
    }

    @Override
    public Map<String, String> secrets() {
        return Map.of("consumer-key", "ck_0123456789");
    }

    @Override
    public RestService service(Supplier<Truth> truth, Clock clock) {
        return new WooService(truth, Tokens.only("ck_0123456789:" + token()));
    }

    @Override
    public List<Fact> facts(Truth truth, ZoneId zone) {
        return Stream.<Fact>concat(
                        Orders.web(truth).map(Woocommerce::order),
                        Orders.webPaybacks(truth).map(Woocommerce::refund))
                .toList();
    }

    private static Order order(Sale sale) {
        return new Order(
                String.valueOf(Ids.of(sale.number())),
                sale.number(),
                Order.Times.ordered(sale.at()),
                sale.shopper().map(shopper -> Orders.person(shopper, String.valueOf(Ids.of(shopper.id())))),
                status(sale.course().state()),
                Orders.amounts(
                        sale.gross(),
                        sale.bill().discount(),
                        sale.bill().tax(),
                        sale.bill().shipping()),
                "web",
                Orders.lines(sale));
    }

    private static Order.Status status(Sale.State state) {
        return switch (state) {
            case PENDING -> Order.Status.PENDING;
            case CONFIRMED, PAID -> Order.Status.CONFIRMED;
            case DELIVERED -> Order.Status.DELIVERED;
            case CANCELLED -> Order.Status.CANCELLED;
        };
    }

    private static Refund refund(Payback back) {
        return new Refund(
                String.valueOf(Ids.of(back.id())),
                Optional.of(String.valueOf(Ids.of(back.sale().number()))),
                back.at(),
                Orders.dong(back.amount()),
                "web");
    }

    @Override
    public Map<String, Predicate<RestAsk>> places() {
        Map<String, Predicate<RestAsk>> places = new LinkedHashMap<>();
        places.put("first page", ask -> orders(ask, 1));
        places.put("middle page", ask -> orders(ask, 2));
        places.put("last page", ask -> orders(ask, 3));
        return places;
    }

    private static boolean orders(RestAsk ask, int page) {
        return ask.path().endsWith("/orders") && ask.number("page", 1) == page;
    }
}
