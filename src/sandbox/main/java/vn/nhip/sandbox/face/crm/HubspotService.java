package vn.nhip.sandbox.face.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.face.rest.Cut;
import vn.nhip.sandbox.face.rest.RestAnswer;
import vn.nhip.sandbox.face.rest.RestAsk;
import vn.nhip.sandbox.face.rest.RestService;

/**
 * HubSpot's CRM in its dated version: objects by list and by search.
 *
 * <p>Shape: a search refuses to go beyond its ten-thousandth result, sorts by one property, and never shows archived
 * records; its index may lag behind, which {@code searchable} says. Lists tell what is left of the limits, searches do
 * not. An address of more than 8,000 characters is refused.
 */
public final class HubspotService implements RestService {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String OBJECTS = "/crm/objects/2026-03/";
    private static final int SEARCHED = 10_000;
    private static final int LONGEST = 8_000;

    private final Supplier<Portal> portal;
    private final Tokens tokens;

    /** The records of a portal; {@code searchable} are those contacts that the search already knows. */
    public record Portal(List<HubspotRecord> contacts, List<HubspotRecord> deals, List<HubspotRecord> searchable) {

        public Portal {
            contacts = List.copyOf(contacts);
            deals = List.copyOf(deals);
            searchable = List.copyOf(searchable);
        }
    }

    public HubspotService(Supplier<Portal> portal, Tokens tokens) {
        this.portal = portal;
        this.tokens = tokens;
    }

    @Override
    public RestAnswer answer(RestAsk ask) {
        if (!tokens.accepts(ask.bearer())) {
            return problem(401, "INVALID_AUTHENTICATION", "Authentication credentials not found.");
        }
        if (ask.parameters().values().stream().mapToInt(String::length).sum() > LONGEST) {
            return problem(414, "URI_TOO_LONG", "URI Too Long");
        }
        return switch (ask.method() + " " + ask.path()) {
            case "POST " + OBJECTS + "contacts/search" -> search(portal.get().searchable(), ask.json());
            case "GET " + OBJECTS + "contacts" -> list(portal.get().contacts(), ask);
            case "GET " + OBJECTS + "deals" -> list(portal.get().deals(), ask);
            default -> problem(404, "OBJECT_NOT_FOUND", "resource not found");
        };
    }

    private static RestAnswer list(List<HubspotRecord> all, RestAsk ask) {
        boolean archived = ask.parameter("archived").equals("true");
        List<HubspotRecord> shown = all.stream()
                .filter(each -> each.archived() == archived)
                .sorted(Comparator.comparingLong(HubspotRecord::id))
                .toList();
        int from = ask.number("after", 0);
        Cut<HubspotRecord> cut = Cut.offset(shown, from, Math.min(100, ask.number("limit", 10)));
        Set<String> wanted = Set.of(ask.parameter("properties").split(","));
        return page(cut, wanted, ask.parameter("associations").contains("contacts"), JSON.objectNode())
                .header("X-HubSpot-RateLimit-Max", "100")
                .header("X-HubSpot-RateLimit-Remaining", "99")
                .header("X-HubSpot-RateLimit-Daily", "250000")
                .header("X-HubSpot-RateLimit-Daily-Remaining", "249000");
    }

    private static RestAnswer search(List<HubspotRecord> all, JsonNode body) {
        int after = body.path("after").asInt(0);
        int limit = body.path("limit").asInt(10);
        if (after + limit > SEARCHED || limit > 200) {
            return problem(400, "VALIDATION_ERROR", "paging beyond 10000 results is not supported");
        }
        List<HubspotRecord> found = all.stream()
                .filter(each ->
                        !each.archived() && fits(each, body.path("filterGroups").path(0)))
                .sorted(Comparator.comparingLong(HubspotRecord::id))
                .toList();
        Set<String> wanted = new HashSet<>();
        body.path("properties").forEach(name -> wanted.add(name.asText()));
        return page(
                Cut.offset(found, after, limit),
                wanted,
                false,
                JSON.objectNode().put("total", found.size()));
    }

    private static boolean fits(HubspotRecord record, JsonNode group) {
        for (JsonNode filter : group.path("filters")) {
            long own = filter.path("propertyName").asText().equals("hs_object_id")
                    ? record.id()
                    : record.modified().toEpochMilli();
            long bound = Long.parseLong(filter.path("value").asText());
            boolean fits =
                    switch (filter.path("operator").asText()) {
                        case "GTE" -> own >= bound;
                        case "GT" -> own > bound;
                        case "LT" -> own < bound;
                        case "LTE" -> own <= bound;
                        default -> throw new IllegalArgumentException("operator");
                    };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static RestAnswer page(Cut<HubspotRecord> cut, Set<String> wanted, boolean associations, ObjectNode body) {
        ArrayNode results = body.putArray("results");
        cut.rows().forEach(record -> results.add(record.json(wanted, associations)));
        if (cut.more()) {
            body.putObject("paging").putObject("next").put("after", Integer.toString(cut.next()));
        }
        return RestAnswer.json(body);
    }

    private static RestAnswer problem(int status, String category, String message) {
        ObjectNode body = JSON.objectNode();
        body.put("status", "error").put("category", category).put("message", message);
        return RestAnswer.json(
                status, body.put("correlationId", "aeb5f871-7f07").toString());
    }
}
