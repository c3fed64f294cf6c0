package vn.nhip.sandbox.face.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import vn.nhip.sandbox.truth.Inquiry;
import vn.nhip.sandbox.truth.Shopper;

/** Two forms of the page, and who sent them: the business's form inquiries, in turn. */
final class LeadForms {

    private static final DateTimeFormatter CREATED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final GraphAccount account;

    LeadForms(GraphAccount account) {
        this.account = account;
    }

    List<String> forms() {
        return inquiries().isEmpty() ? List.of() : List.of(account.page() + "1", account.page() + "2");
    }

    private List<Inquiry> inquiries() {
        return account.truth().web().inquiries().stream()
                .filter(inquiry -> inquiry.origin() == Inquiry.Origin.FORM)
                .toList();
    }

    /** Leads of a form, newest first, after one instant and before another. */
    List<JsonNode> leads(String form, Instant after, Instant before) {
        List<Inquiry> all = inquiries();
        return all.stream()
                .filter(inquiry ->
                        forms().indexOf(form) == Math.floorMod(inquiry.id().hashCode(), 2))
                .filter(inquiry -> inquiry.at().isAfter(after) && inquiry.at().isBefore(before))
                .sorted((one, other) -> other.at().compareTo(one.at()))
                .map(LeadForms::lead)
                .toList();
    }

    private static JsonNode lead(Inquiry inquiry) {
        ObjectNode lead = JSON.objectNode();
        lead.put("id", inquiry.id());
        lead.put("created_time", CREATED.format(inquiry.at()));
        lead.put("is_organic", false);
        ArrayNode answers = lead.putArray("field_data");
        inquiry.shopper().ifPresent(shopper -> answers(answers, shopper));
        return lead;
    }

    private static void answers(ArrayNode answers, Shopper shopper) {
        answer(answers, "full_name", "Khách mẫu");
        answer(answers, "email", shopper.email().toUpperCase(Locale.ROOT));
        answer(answers, "phone_number", shopper.phone());
        answer(answers, "quà_tặng_cho_ai?", "mẹ");
    }

    private static void answer(ArrayNode answers, String name, String value) {
        answers.addObject().put("name", name).putArray("values").add(value);
    }
}
