package vn.nhip.connector.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    static List<ObjectNode> records(Kept kept, String path) {
        boolean form = kept.mediaType().toLowerCase(Locale.ROOT).startsWith(FORM);
        JsonNode root = form ? fields(kept.body()) : StrictJson.read(kept.body(), "the delivery");
        for (String name : path.isEmpty() ? new String[0] : path.split("[.]", -1)) {
            root = root.path(name);
        }
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

    private static ObjectNode fields(byte[] body) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String name = decoded(pair.substring(0, equals));
                String value = decoded(pair.substring(equals + 1));
                fields.put(name, fields.has(name) ? fields.get(name).textValue() + ", " + value : value);
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw ConnectorException.data("the form's fields are not encoded as a form's");
        }
    }
}
