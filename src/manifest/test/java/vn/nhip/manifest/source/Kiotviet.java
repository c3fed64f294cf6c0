package vn.nhip.manifest.source;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.nhip.sandbox.face.rest.Ids;
import vn.nhip.sandbox.face.rest.RestAsk;
import vn.nhip.sandbox.face.rest.RestService;
import vn.nhip.sandbox.face.shop.KiotvietService;
import vn.nhip.sandbox.truth.Payback;
import vn.nhip.sandbox.truth.Sale;
import vn.nhip.sandbox.truth.Shopper;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.spi.Customer;
import vn.nhip.spi.Fact;
import vn.nhip.spi.IdentityKey;
import vn.nhip.spi.Money;
import vn.nhip.spi.Order;
import vn.nhip.spi.Person;
import vn.nhip.spi.Refund;

/** KiotViet: the shop's invoices, returns and customers. */
final class Kiotviet implements Sample {

    @Override
    public String id() {
        return "kiotviet";
    }

    @Override
    public String token() {
        return "secret-key-of-the-shop";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("retailer", "tiem-tra", "client-id", "client-1");
    }

    @Override
    public RestService service(Supplier<Truth> truth, Clock clock) {
        return new KiotvietService(truth, new KiotvietService.Store("tiem-tra", "client-1", token()));
    }

    @Override
    public List<Fact> facts(Truth truth, ZoneId zone) {
        return Stream.of(
                        truth.trade().sales().stream()
                                .filter(sale -> sale.channel() == Sale.Channel.SHOP)
                                .map(Kiotviet::order),
                        truth.trade().paybacks().stream()
                                .filter(back -> back.sale().channel() == Sale.Channel.SHOP)
                                .map(Kiotviet::refund),
                        KiotvietService.firstSales(truth).stream().map(sale -> customer(sale, zone)))
                .<Fact>flatMap(facts -> facts)
                .toList();
    }

    private static Customer customer(Sale first, ZoneId zone) {
        Shopper shopper = first.shopper().orElseThrow();
        String id = String.valueOf(Ids.of(shopper.id()));
        Person person = Person.of(
                new IdentityKey(IdentityKey.Type.PHONE, "+84" + shopper.phone().substring(1)),
                new IdentityKey(IdentityKey.Type.EXTERNAL, id));
        LocalDate day = first.at().atZone(zone).toLocalDate();
        return new Customer(id, person, day, Optional.of(day));
    }

    private static Order order(Sale sale) {
        return new Order(
                String.valueOf(Ids.of(sale.number())),
                sale.number(),
                Order.Times.ordered(sale.at()),
                sale.shopper().map(shopper -> Orders.external(Ids.of(shopper.id()))),
                sale.counts() ? Order.Status.PAID : Order.Status.CANCELLED,
                Orders.amounts(sale.gross(), sale.bill().discount(), BigDecimal.ZERO, BigDecimal.ZERO),
                "shop",
                Orders.lines(sale));
    }

    private static Refund refund(Payback back) {
        return new Refund(
                String.valueOf(Ids.of(back.id())),
                Optional.of(String.valueOf(Ids.of(back.sale().number()))),
                back.at(),
                Money.of(back.amount(), "VND"),
                "shop");
    }

    @Override
    public Map<String, Predicate<RestAsk>> places() {
        Map<String, Predicate<RestAsk>> places = new LinkedHashMap<>();
        places.put("token call", ask -> ask.path().equals("/connect/token"));
        places.put("first page", ask -> invoices(ask, 0));
        places.put("middle page", ask -> invoices(ask, 2));
        places.put("last page", ask -> invoices(ask, 4));
        return places;
    }

    private static boolean invoices(RestAsk ask, int at) {
        return ask.path().equals("/invoices") && ask.number("currentItem", 0) == at;
    }

    /** A token that was good before has ended: the next request fetches another; keys that give none are refused. */
    @Override
    public Map<String, Kind> exceptions() {
        Map<String, Kind> exceptions = new HashMap<>();
        exceptions.put("middle page UNAUTHORIZED", Kind.UNAVAILABLE);
        exceptions.put("last page UNAUTHORIZED", Kind.UNAVAILABLE);
        exceptions.put("token call BAD_REQUEST", Kind.ACCESS);
        return exceptions;
    }
}
