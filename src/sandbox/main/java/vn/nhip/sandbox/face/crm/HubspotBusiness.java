package vn.nhip.sandbox.face.crm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.sandbox.face.rest.Ids;
import vn.nhip.sandbox.truth.Inquiry;
import vn.nhip.sandbox.truth.Partner;
import vn.nhip.sandbox.truth.Sale;
import vn.nhip.sandbox.truth.Shopper;
import vn.nhip.sandbox.truth.Truth;

/**
 * The sample business as a HubSpot portal: whoever asked through the CRM and each partner is a contact, each wholesale
 * sale a won deal, each sale to a member that came to nothing a lost one.
 *
 * <p>Shape: every fourth contact and deal of those that are not partners is archived.
 */
public final class HubspotBusiness {

    private static final int ARCHIVED = 4;

    private HubspotBusiness() {}

    public static HubspotService.Portal of(Truth truth) {
        List<HubspotRecord> contacts = new ArrayList<>();
        for (Inquiry inquiry : asked(truth)) {
            contacts.add(contact(inquiry, isArchived(contacts.size())));
        }
        truth.trade().partners().forEach(partner -> contacts.add(partner(partner, truth)));
        List<HubspotRecord> deals = new ArrayList<>();
        for (Sale sale : dealt(truth)) {
            deals.add(deal(sale, isArchived(deals.size())));
        }
        return new HubspotService.Portal(contacts, deals, contacts);
    }

    /** The inquiries that are contacts, in the order of their time. */
    public static List<Inquiry> asked(Truth truth) {
        return truth.web().inquiries().stream()
                .filter(inquiry -> inquiry.origin() == Inquiry.Origin.CRM)
                .toList();
    }

    /** The sales that are deals, won and lost. */
    public static List<Sale> dealt(Truth truth) {
        return truth.trade().sales().stream()
                .filter(sale -> sale.channel() == Sale.Channel.WHOLESALE
                        || (!sale.counts()
                                && sale.shopper().map(Shopper::member).orElse(false)))
                .toList();
    }

    /** Whether the contact or deal of this place, counted from 0, is archived. */
    public static boolean isArchived(int place) {
        return place % ARCHIVED == ARCHIVED - 1;
    }

    private static HubspotRecord contact(Inquiry inquiry, boolean archived) {
        Map<String, String> properties = new HashMap<>();
        properties.put("createdate", inquiry.at().toString());
        properties.put("lastmodifieddate", inquiry.at().toString());
        properties.put("hs_analytics_source", "OFFLINE");
        inquiry.shopper().ifPresent(shopper -> reach(properties, shopper));
        switch (inquiry.state()) {
            case OPEN -> properties.put("lifecyclestage", "lead");
            case QUALIFIED -> properties.put("lifecyclestage", "salesqualifiedlead");
            case WON -> customer(properties, inquiry.at());
            case LOST, SPAM -> {
                properties.put("lifecyclestage", "lead");
                properties.put("hs_lead_status", "UNQUALIFIED");
            }
        }
        return new HubspotRecord(Ids.of(inquiry.id()), inquiry.at(), archived, properties, Optional.empty());
    }

    private static HubspotRecord partner(Partner partner, Truth truth) {
        Instant since = partner.since().atStartOfDay(truth.span().zone()).toInstant();
        Map<String, String> properties = new HashMap<>();
        properties.put("createdate", since.toString());
        properties.put("lastmodifieddate", since.toString());
        properties.put("hs_analytics_source", "OFFLINE");
        reach(properties, partner.shopper());
        customer(properties, since);
        return new HubspotRecord(Ids.of(partner.shopper().id()), since, false, properties, Optional.empty());
    }

    private static void reach(Map<String, String> properties, Shopper shopper) {
        properties.put("email", shopper.email());
        properties.put("phone", "+84 " + shopper.phone().substring(1));
    }

    private static void customer(Map<String, String> properties, Instant since) {
        properties.put("lifecyclestage", "customer");
        properties.put("hs_lifecyclestage_customer_date", since.toString());
    }

    private static HubspotRecord deal(Sale sale, boolean archived) {
        boolean won = sale.channel() == Sale.Channel.WHOLESALE;
        Map<String, String> properties = new HashMap<>();
        properties.put("dealname", "Đơn " + sale.number());
        properties.put("amount", sale.net().toPlainString());
        properties.put("deal_currency_code", "VND");
        properties.put("closedate", sale.at().toString());
        properties.put("dealstage", won ? "custom-closed-won-stage" : "closedlost");
        properties.put("hs_is_closed_won", Boolean.toString(won));
        properties.put("hs_deal_stage_probability", won ? "1.0" : "0.0");
        properties.put("hs_lastmodifieddate", sale.at().toString());
        Optional<Long> contact = sale.shopper().map(shopper -> Ids.of(shopper.id()));
        return new HubspotRecord(Ids.of(sale.number()), sale.at(), archived, properties, contact);
    }
}
