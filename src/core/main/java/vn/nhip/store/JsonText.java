package vn.nhip.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.nhip.spi.Order;

/** The JSON columns: order lines, the dimensions of a metric, what a notice is about. */
final class JsonText {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonStringEncoder ESCAPES = JsonStringEncoder.getInstance();

    private JsonText() {}

    /** {@code [["product","quantity","amount"],…]}, numbers as decimal text. */
    static String lines(List<Order.Line> lines) {
        StringBuilder json = new StringBuilder(16 + 48 * lines.size()).append('[');
        for (Order.Line line : lines) {
            if (json.length() > 1) {
                json.append(',');
            }
            json.append("[\"");
            quote(line.product(), json);
            json.append("\",\"").append(line.quantity().toPlainString());
            json.append("\",\"").append(line.amount().toPlainString()).append("\"]");
        }
        return json.append(']').toString();
    }

    /** Nearly every product name stands in JSON as it is. */
    private static void quote(String text, StringBuilder json) {
        if (isPlain(text)) {
            json.append(text);
        } else {
            ESCAPES.quoteAsString(text, json);
        }
    }

    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c < ' ' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    /** An object with its names in order, so that equal dimensions are equal text. */
    static String object(Map<String, String> fields) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(fields));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text fields cannot fail to become JSON", e);
        }
    }

    /** What {@link #object} wrote. */
    static Map<String, String> fields(String object) {
        try {
            return JSON.readValue(object, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new StoreException(
                    "A JSON column of the database is damaged. Put back the copy from your backup.", e);
        }
    }
}
