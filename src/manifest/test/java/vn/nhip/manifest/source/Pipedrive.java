package vn.nhip.manifest.source;

import java.math.BigDecimal;
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
import vn.nhip.sandbox.face.crm.HubspotBusiness;
import vn.nhip.sandbox.face.crm.PipedriveService;
import vn.nhip.sandbox.face.rest.Ids;
import vn.nhip.sandbox.face.rest.RestAsk;
import vn.nhip.sandbox.face.rest.RestService;
import vn.nhip.sandbox.truth.Inquiry;
import vn.nhip.sandbox.truth.Sale;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Lead;
import vn.nhip.spi.Order;

/** Pipedrive: whoever asked through the CRM, and deals. */
final class Pipedrive implements Sample {

    @Override
    public String id() {
        return "pipedrive";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("company", "tiem-tra");
    }

    @Override
    public RestService service(Supplier<Truth> truth, Clock clock) {
        return new PipedriveService(truth, Tokens.only(token()));
    }

    @Override
    public List<Fact> facts(Truth truth, ZoneId zone) {
        return Stream.<Fact>concat(
                        HubspotBusiness.asked(truth).stream().map(Pipedrive::lead),
                        HubspotBusiness.dealt(truth).stream().map(Pipedrive::order))
                .toList();
    }

    private static Lead lead(Inquiry inquiry) {
        String id = String.valueOf(Ids.of(inquiry.id()));
        return new Lead(
                id,
                inquiry.at(),
                Optional.of(inquiry.shopper()
                        .map(shopper -> Orders.person(shopper, id))
                        .orElseGet(() -> Orders.external(Ids.of(inquiry.id())))),
                Lead.Origin.CRM,
                "crm",
                Lead.Status.OPEN);
    }

    private static Order order(Sale sale) {
        String id = String.valueOf(Ids.of(sale.number()));
        return new Order(
                id,
                id,
                Order.Times.ordered(sale.at()),
                sale.shopper().map(shopper -> Orders.external(Ids.of(shopper.id()))),
                sale.channel() == Sale.Channel.WHOLESALE ? Order.Status.PAID : Order.Status.CANCELLED,
                Orders.amounts(sale.net(), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO),
                "crm",
                List.of());
    }

    @Override
    public Map<String, Predicate<RestAsk>> places() {
        Map<String, Predicate<RestAsk>> places = new LinkedHashMap<>();
        places.put("first page", ask -> persons(ask, 0));
        places.put("middle page", ask -> persons(ask, 2));
        places.put("last page", ask -> persons(ask, 4));
        return places;
    }

    private static boolean persons(RestAsk ask, int cursor) {
        return ask.path().endsWith("/persons") && ask.number("cursor", 0) == cursor;
    }
}
