package vn.nhip.manifest.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.nhip.kit.expression.ExpressionException;

/**
 * What the values of the language are: none or missing, yes or no, numbers, texts, lists, maps, moments, days, durations;
 * and how they compare and are written.
 */
public final class Values {

    private Values() {}

    /** A JSON document as values of the language. */
    public static Object of(JsonNode json) {
        if (json.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            json.properties().forEach(field -> map.put(field.getKey(), of(field.getValue())));
            return map;
        }
        if (json.isArray()) {
            List<Object> list = new ArrayList<>(json.size());
            json.forEach(item -> list.add(of(item)));
            return list;
        }
        return scalar(json);
    }

    private static Object scalar(JsonNode json) {
        if (json.isNumber()) {
            return json.decimalValue();
        }
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        return json.isTextual() ? json.textValue() : Nothing.NONE;
    }

    /** A value of the language as JSON; times and durations as the language writes them. */
    public static JsonNode json(Object value) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        if (value instanceof Map<?, ?> map) {
            ObjectNode node = make.objectNode();
            map.forEach((key, inner) -> node.set(text(key), json(inner)));
            return node;
        }
        if (value instanceof List<?> list) {
            ArrayNode node = make.arrayNode();
            list.forEach(item -> node.add(json(item)));
            return node;
        }
        if (value instanceof Boolean yes) {
            return make.booleanNode(yes);
        }
        if (value instanceof BigDecimal number) {
            return make.numberNode(number);
        }
        return present(value) ? make.textNode(text(value)) : make.nullNode();
    }

    /** Whether a value is neither none nor missing. */
    public static boolean present(Object value) {
        return !(value instanceof Nothing);
    }

    /** Empty texts, lists and maps, zero, no, none and missing are not true. */
    public static boolean truth(Object value) {
        if (value instanceof Boolean yes) {
            return yes;
        }
        if (value instanceof BigDecimal number) {
            return number.signum() != 0;
        }
        if (value instanceof String text) {
            return !text.isEmpty();
        }
        if (value instanceof List<?> list) {
            return !list.isEmpty();
        }
        return value instanceof Map<?, ?> map ? !map.isEmpty() : present(value);
    }

    /** The value as the language writes it: {@code True}, {@code None}, {@code ['a', 1]}; a missing one is empty. */
    public static String text(Object value) {
        if (value instanceof Nothing nothing) {
            return nothing == Nothing.NONE ? "None" : "";
        }
        if (value instanceof Boolean yes) {
            return yes ? "True" : "False";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof ZonedDateTime moment) {
            return Strftime.of("%Y-%m-%d %H:%M:%S").format(moment)
                    + (moment.getNano() == 0 ? "" : micros(moment))
                    + moment.getOffset().getId().replace("Z", "+00:00");
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Values::quoted).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> quoted(entry.getKey()) + ": " + quoted(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value.toString();
    }

    private static String micros(ZonedDateTime moment) {
        return Strftime.of(".%f").format(moment);
    }

    private static String quoted(Object value) {
        return value instanceof String text
                ? "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'"
                : text(value);
    }

    static boolean equal(Object left, Object right) {
        if (left instanceof BigDecimal one && right instanceof BigDecimal other) {
            return one.compareTo(other) == 0;
        }
        if (left instanceof List<?> one && right instanceof List<?> other) {
            return one.size() == other.size() && allEqual(one, other);
        }
        return left.equals(right);
    }

    private static boolean allEqual(List<?> one, List<?> other) {
        for (int i = 0; i < one.size(); i++) {
            if (!equal(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    static int order(Object left, Object right, int column) {
        if (left instanceof BigDecimal one && right instanceof BigDecimal other) {
            return one.compareTo(other);
        }
        if (left instanceof String one && right instanceof String other) {
            return one.compareTo(other);
        }
        if (left instanceof ZonedDateTime one && right instanceof ZonedDateTime other) {
            return one.toInstant().compareTo(other.toInstant());
        }
        if (left instanceof LocalDate one && right instanceof LocalDate other) {
            return one.compareTo(other);
        }
        throw new ExpressionException(column, name(left) + " and " + name(right) + " have no order");
    }

    static boolean contains(Object whole, Object part, int column) {
        if (whole instanceof String text && part instanceof String piece) {
            return text.contains(piece);
        }
        if (whole instanceof List<?> list) {
            return list.stream().anyMatch(item -> equal(item, part));
        }
        if (whole instanceof Map<?, ?> map) {
            return Lookups.entry(map, part) != Nothing.MISSING;
        }
        throw new ExpressionException(column, name(whole) + " contains nothing");
    }

    /** What messages call a value; never the value itself, which may be a secret. */
    static String name(Object value) {
        if (value instanceof Nothing nothing) {
            return nothing == Nothing.NONE ? "none" : "a missing value";
        }
        if (value instanceof Boolean) {
            return "true or false";
        }
        if (value instanceof BigDecimal) {
            return "a number";
        }
        if (value instanceof String) {
            return "a text";
        }
        if (value instanceof List<?>) {
            return "a list";
        }
        if (value instanceof Map<?, ?>) {
            return "a map";
        }
        return value instanceof Duration || value instanceof Period ? "a duration" : "a time";
    }
}
