package vn.nhip.manifest.source;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.face.crm.HubspotBusiness;
import vn.nhip.sandbox.face.crm.HubspotService;
import vn.nhip.sandbox.face.rest.Ids;
import vn.nhip.sandbox.face.rest.RestAsk;
import vn.nhip.sandbox.face.rest.RestService;
import vn.nhip.sandbox.truth.Inquiry;
import vn.nhip.sandbox.truth.Partner;
import vn.nhip.sandbox.truth.Sale;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.spi.Customer;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Lead;
import vn.nhip.spi.Order;
import vn.nhip.spi.Person;

/** HubSpot: people who asked through the CRM, partners, and deals; some of all are archived. */
final class Hubspot implements Sample {

    @Override
    public String id() {
        return "hubspot";
    }

    @Override
    public RestService service(Supplier<Truth> truth, Clock clock) {
        return new HubspotService(() -> HubspotBusiness.of(truth.get()), Tokens.only(token()));
    }

    @Override
    public List<Fact> facts(Truth truth, ZoneId zone) {
        List<Fact> facts = new ArrayList<>();
        List<Inquiry> asked = HubspotBusiness.asked(truth);
        for (int i = 0; i < asked.size(); i++) {
            contact(asked.get(i), HubspotBusiness.isArchived(i), zone, facts);
        }
        truth.trade().partners().forEach(partner -> partner(partner, truth, zone, facts));
        List<Sale> dealt = HubspotBusiness.dealt(truth);
        for (int i = 0; i < dealt.size(); i++) {
            deal(dealt.get(i), HubspotBusiness.isArchived(i)).ifPresent(facts::add);
        }
        return facts;
    }

    private static void contact(Inquiry inquiry, boolean archived, ZoneId zone, List<Fact> facts) {
        String id = String.valueOf(Ids.of(inquiry.id()));
        Person person = inquiry.shopper()
                .map(shopper -> Orders.person(shopper, id))
                .orElseGet(() -> Orders.external(Ids.of(inquiry.id())));
        Lead.Status status =
                switch (inquiry.state()) {
                    case OPEN -> Lead.Status.OPEN;
                    case QUALIFIED -> Lead.Status.QUALIFIED;
                    case WON -> Lead.Status.WON;
                    case LOST, SPAM -> Lead.Status.LOST;
                };
        facts.add(lead(id, inquiry.at(), person, archived ? Lead.Status.LOST : status));
        if (inquiry.state() == Inquiry.State.WON) {
            var day = inquiry.at().atZone(zone).toLocalDate();
            facts.add(new Customer(id, person, day, archived ? Optional.of(day) : Optional.empty()));
        }
    }

    private static void partner(Partner partner, Truth truth, ZoneId zone, List<Fact> facts) {
        String id = String.valueOf(Ids.of(partner.shopper().id()));
        Person person = Orders.person(partner.shopper(), id);
        Instant since = partner.since().atStartOfDay(truth.span().zone()).toInstant();
        facts.add(lead(id, since, person, Lead.Status.WON));
        facts.add(new Customer(id, person, since.atZone(zone).toLocalDate(), Optional.empty()));
    }

    private static Lead lead(String id, Instant at, Person person, Lead.Status status) {
        return new Lead(id, at, Optional.of(person), Lead.Origin.CRM, "offline", status);
    }

    private static Optional<Order> deal(Sale sale, boolean archived) {
        if (!archived && sale.channel() != Sale.Channel.WHOLESALE) {
            return Optional.empty();
        }
        String id = String.valueOf(Ids.of(sale.number()));
        return Optional.of(new Order(
                id,
                id,
                Order.Times.ordered(sale.at()),
                sale.shopper().map(shopper -> Orders.external(Ids.of(shopper.id()))),
                archived ? Order.Status.CANCELLED : Order.Status.PAID,
                Orders.amounts(sale.net(), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO),
                "crm",
                List.of()));
    }

    @Override
    public Map<String, Predicate<RestAsk>> places() {
        Map<String, Predicate<RestAsk>> places = new LinkedHashMap<>();
        places.put("first page", ask -> searches(ask, 0));
        places.put("middle page", ask -> searches(ask, 1));
        places.put("last page", ask -> searches(ask, 2));
        return places;
    }

    /** Whether it is the search for contacts above this many pages of two. */
    private static boolean searches(RestAsk ask, int pages) {
        if (!ask.path().endsWith("/contacts/search")) {
            return false;
        }
        long above = ask.json().at("/filterGroups/0/filters/2/value").asLong();
        List<Long> ids = HubspotBusiness.of(Truths.few(Truths.through(Truths.LAST), 5)).contacts().stream()
                .filter(each -> !each.archived())
                .map(each -> each.id())
                .sorted()
                .toList();
        return above == (pages == 0 ? 0 : ids.get(pages * 2 - 1));
    }
}
