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
import vn.nhip.sandbox.face.shop.HaravanService;
import vn.nhip.sandbox.truth.Payback;
import vn.nhip.sandbox.truth.Sale;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Order;
import vn.nhip.spi.Refund;

/** Haravan: the web shop's orders and refunds. */
final class Haravan implements Sample {

    @Override
    public String id() {
        return "haravan";
    }

    @Override
    public RestService service(Supplier<Truth> truth, Clock clock) {
        return new HaravanService(truth, Tokens.only(token()));
    }

    @Override
    public List<Fact> facts(Truth truth, ZoneId zone) {
        return Stream.<Fact>concat(
                        Orders.web(truth).map(Haravan::order),
                        Orders.webPaybacks(truth).map(Haravan::refund))
                .toList();
    }

    private static Order order(Sale sale) {
        return new Order(
                String.valueOf(Ids.of(sale.number())),
                sale.number(),
                Order.Times.ordered(sale.at()),
                sale.shopper().map(shopper -> Orders.person(shopper, String.valueOf(Ids.of(shopper.id())))),
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
                String.valueOf(Ids.of(back.id())),
                Optional.of(String.valueOf(Ids.of(back.sale().number()))),
                back.at(),
                Orders.dong(back.amount()),
                "web");
    }

    @Override
    public Map<String, Predicate<RestAsk>> places() {
        List<Long> ids = Orders.web(Truths.few(Truths.through(Truths.LAST), 5))
                .map(sale -> Ids.of(sale.number()))
                .sorted()
                .toList();
        Map<String, Predicate<RestAsk>> places = new LinkedHashMap<>();
        places.put("first page", ask -> ask.parameter("since_id").equals("0"));
        places.put("middle page", ask -> ask.parameter("since_id").equals(String.valueOf(ids.get(1))));
        places.put("last page", ask -> ask.parameter("since_id").equals(String.valueOf(ids.get(4))));
        return places;
    }
}
