package vn.nhip.connector.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import vn.nhip.kit.facts.JsonPath;
import vn.nhip.kit.json.StrictJson;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Deliveries.Kept;

/** The records of one delivery: JSON, or the fields of an HTML form. */
final class Body {

    private static final String FORM = "application/x-www-form-urlencoded";

    private Body() {}

    /**
     * Its records, each with the delivery's own fields.
     *
     * @throws ConnectorException when it is neither
     */
    static List<ObjectNode> records(Kept kept, JsonPath path) {
        boolean form = kept.mediaType().toLowerCase(Locale.ROOT).startsWith(FORM);
        JsonNode root = form ? fields(kept.body()) : StrictJson.read(kept.body(), "the delivery");
        root = path.in(root);
        List<ObjectNode> records = new ArrayList<>();
        if (root.isArray()) {
            root.forEach(node -> records.add(record(node)));
        } else {
            records.add(record(root));
        }
        for (int i = 0; i < records.size(); i++) {
            records.get(i)
                    .put("_delivery", kept.id())
                    .put("_record", kept.id() + "/" + (i + 1))
                    .put("_received", kept.receivedAt().toEpochMilli());
        }
        return records;
    }

    private static ObjectNode record(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw ConnectorException.data("the delivery holds no record where the mapping looks for it");
    }

    /** A field that stands several times, as boxes that are ticked do, is one text with commas. */
    private static ObjectNode fields(byte[] body) {
        Map<String, StringJoiner> fields = new LinkedHashMap<>();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.computeIfAbsent(decoded(pair.substring(0, equals)), name -> new StringJoiner(", "))
                        .add(decoded(pair.substring(equals + 1)));
            }
        }
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        fields.forEach((name, values) -> record.put(name, values.toString()));
        return record;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw ConnectorException.data("the form's fields are not encoded as a form's");
        }
    }
}
