package vn.nhip.sandbox.face.crm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.face.rest.Cut;
import vn.nhip.sandbox.face.rest.Ids;
import vn.nhip.sandbox.face.rest.RestAnswer;
import vn.nhip.sandbox.face.rest.RestAsk;
import vn.nhip.sandbox.face.rest.RestService;
import vn.nhip.sandbox.truth.Inquiry;
import vn.nhip.sandbox.truth.Sale;
import vn.nhip.sandbox.truth.Shopper;
import vn.nhip.sandbox.truth.Truth;

/** Pipedrive's API v2: whoever asked through the CRM as a person, wholesale sales and lost orders of members as deals. */
public final class PipedriveService implements RestService {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int USUAL = 100;
    private static final int MOST = 500;

    private final Supplier<Truth> truth;
    private final Tokens tokens;

    public PipedriveService(Supplier<Truth> truth, Tokens tokens) {
        this.truth = truth;
        this.tokens = tokens;
    }

    @Override
    public RestAnswer answer(RestAsk ask) {
        if (!tokens.accepts(ask.header("x-api-token"))) {
            return problem(401, "unauthorized access");
        }
        return switch (ask.path()) {
            case "/api/v2/persons" ->
                page(
                        HubspotBusiness.asked(truth.get()),
                        Inquiry::at,
                        each -> Ids.of(each.id()),
                        PipedriveService::person,
                        ask);
            case "/api/v2/deals" ->
                page(
                        HubspotBusiness.dealt(truth.get()),
                        Sale::at,
                        each -> Ids.of(each.number()),
                        PipedriveService::deal,
                        ask);
            default -> problem(404, "Unknown method .");
        };
    }

    private static <T> RestAnswer page(
            List<T> all, Function<T, Instant> at, ToLongFunction<T> id, Function<T, ObjectNode> written, RestAsk ask) {
        Instant since =
                ask.parameter("updated_since").isEmpty() ? Instant.MIN : Instant.parse(ask.parameter("updated_since"));
        List<T> shown = all.stream()
                .filter(each -> !at.apply(each).isBefore(since))
                .sorted(Comparator.comparingLong(id))
                .toList();
        Cut<T> cut = Cut.offset(shown, ask.number("cursor", 0), Math.min(MOST, ask.number("limit", USUAL)));
        ObjectNode body = JSON.objectNode().put("success", true);
        ArrayNode data = body.putArray("data");
        cut.rows().forEach(row -> data.add(written.apply(row)));
        body.putObject("additional_data").put("next_cursor", cut.more() ? String.valueOf(cut.next()) : null);
        return RestAnswer.json(body);
    }

    private static ObjectNode person(Inquiry inquiry) {
        ObjectNode person = JSON.objectNode().put("id", Ids.of(inquiry.id())).put("name", "Khách mẫu");
        person.put("add_time", inquiry.at().toString())
                .put("update_time", inquiry.at().toString());
        ArrayNode emails = person.putArray("emails");
        ArrayNode phones = person.putArray("phones");
        inquiry.shopper().map(Shopper::email).ifPresent(email -> value(emails, email));
        inquiry.shopper().map(Shopper::phone).ifPresent(phone -> value(phones, phone));
        return person.put("is_deleted", false);
    }

    private static void value(ArrayNode values, String value) {
        values.addObject().put("value", value).put("primary", true).put("label", "work");
    }

    private static ObjectNode deal(Sale sale) {
        boolean won = sale.channel() == Sale.Channel.WHOLESALE;
        ObjectNode deal = JSON.objectNode().put("id", Ids.of(sale.number())).put("title", "Đơn " + sale.number());
        deal.put("value", sale.net()).put("currency", "VND").put("status", won ? "won" : "lost");
        deal.put("add_time", sale.at().toString()).put("update_time", sale.at().toString());
        deal.put("won_time", won ? sale.at().toString() : null);
        deal.put(
                "person_id", sale.shopper().map(shopper -> Ids.of(shopper.id())).orElse(null));
        return deal.put("is_deleted", false).put("is_archived", false);
    }

    private static RestAnswer problem(int status, String words) {
        return RestAnswer.json(
                status,
                JSON.objectNode().put("success", false).put("error", words).toString());
    }
}
