package vn.nhip.metric;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ObjLongConsumer;

/**
 * The parts of a day by a dimension with thousands of values: one JSON object, value → whole millionths, instead of a
 * row each.
 *
 * <p>A shop sells hundreds of its products every day; a row for each would be nine of ten rows of all roll-ups.
 */
public final class DayParts {

    private static final String PRODUCT = "product";
    private static final JsonFactory JSON = new JsonFactory();

    private DayParts() {}

    /** True for a dimension whose parts lie packed, in {@code metric_day_parts}. */
    public static boolean hold(String dimension) {
        return dimension.equals(PRODUCT);
    }

    static String pack(SortedMap<String, Long> parts) {
        StringWriter text = new StringWriter(24 * parts.size());
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, Long> part : parts.entrySet()) {
                json.writeNumberField(part.getKey(), part.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("text and numbers cannot fail to become JSON", e);
        }
        return text.toString();
    }

    public static void unpack(String packed, ObjLongConsumer<String> each) {
        try (JsonParser json = JSON.createParser(packed)) {
            json.nextToken();
            for (String value = json.nextFieldName(); value != null; value = json.nextFieldName()) {
                json.nextToken();
                each.accept(value, json.getLongValue());
            }
        } catch (IOException e) {
            throw new IllegalStateException("The store holds parts of a day that cannot be read: " + packed, e);
        }
    }
}
