package vn.nhip.kit.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a field stands in a JSON record: names with dots between them, {@code customer.email}.
 *
 * <p>Shape: a number counts the items of a list from 0, {@code emails.0.value}; no names mean the record itself.
 */
public record JsonPath(List<String> names) {

    private static final Pattern DOT = Pattern.compile("[.]");
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,6}");

    public JsonPath {
        names = List.copyOf(names);
    }

    /** The path that is written so; an empty text means the record itself. */
    public static JsonPath of(String text) {
        return new JsonPath(text.isEmpty() ? List.of() : List.of(DOT.split(text, -1)));
    }

    /** What stands there; a missing node where nothing does. */
    public JsonNode in(JsonNode record) {
        JsonNode at = record;
        for (String name : names) {
            at = at.isArray() && INDEX.matcher(name).matches() ? at.path(Integer.parseInt(name)) : at.path(name);
        }
        return at;
    }

    /** The same as the cell of a row; a list or a map is its JSON text. */
    public @Nullable Object cell(JsonNode record) {
        JsonNode at = in(record);
        if (at.isMissingNode() || at.isNull()) {
            return null;
        }
        if (at.isNumber()) {
            return at.decimalValue();
        }
        if (at.isBoolean()) {
            return at.booleanValue();
        }
        return at.isTextual() ? at.textValue() : at.toString();
    }
}
