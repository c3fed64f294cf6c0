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
import vn.nhip.sandbox.face.shop.ShopifyService;
import vn.nhip.sandbox.truth.Payback;
import vn.nhip.sandbox.truth.Sale;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Order;
import vn.nhip.spi.Refund;

/** Shopify: the web shop's orders and refunds. */
final class Shopify implements Sample {

    private static final String ORDER = "gid://shopify/Order/";

    @Override
    public String id() {
        return "shopify";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("shop", "tiem-tra");
    }

    @Override
    public RestService service(Supplier<Truth> truth, Clock clock) {
        return new ShopifyService(truth, Tokens.only(token()));
    }

    @Override
    public List<Fact> facts(Truth truth, ZoneId zone) {
        return Stream.<Fact>concat(
                        Orders.web(truth).map(Shopify::order),
                        Orders.webPaybacks(truth).map(Shopify::refund))
                .toList();
    }

    private static Order order(Sale sale) {
        return new Order(
                ORDER + Ids.of(sale.number()),
                sale.number(),
                Order.Times.ordered(sale.at()),
                sale.shopper().map(shopper -> Orders.mailed(shopper, "gid://shopify/Customer/" + Ids.of(shopper.id()))),
                Orders.webStatus(sale),
                Orders.amounts(
                        sale.gross(),
                        sale.bill().discount(),
                        sale.bill().tax(),
                        sale.bill().shipping()),
                "web",
                Orders.lines(sale));
    }

    private static Refund refund(Payback back) {
        return new Refund(
                "gid://shopify/Refund/" + Ids.of(back.id()),
                Optional.of(ORDER + Ids.of(back.sale().number())),
                back.at(),
                Orders.dong(back.amount()),
                "web");
    }

    @Override
    public Map<String, Predicate<RestAsk>> places() {
        Map<String, Predicate<RestAsk>> places = new LinkedHashMap<>();
        places.put("first page", ask -> orders(ask, ""));
        places.put("middle page", ask -> orders(ask, "cursor-2"));
        places.put("last page", ask -> orders(ask, "cursor-4"));
        return places;
    }

    private static boolean orders(RestAsk ask, String after) {
        return ask.body().contains("lineItems")
                && ask.json().at("/variables/after").asText().equals(after);
    }
}
