package vn.nhip.manifest.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import vn.nhip.kit.expression.ExpressionException;

/** What a dot and square brackets find: entries of maps, items of lists, characters of texts, and nothing else. */
final class Lookups {

    private Lookups() {}

    static Object field(Object target, Token name) {
        if (target instanceof Map<?, ?> map) {
            return entry(map, name.text());
        }
        throw new ExpressionException(name.column(), Values.name(target) + " has no '" + name.text() + "'");
    }

    static Object item(Object target, Object key, Token open) {
        if (target instanceof Map<?, ?> map) {
            return entry(map, key);
        }
        int length = length(target, open);
        int index = index(key, length, open);
        if (index < 0 || index >= length) {
            return Nothing.MISSING;
        }
        return target instanceof String text ? String.valueOf(text.charAt(index)) : ((List<?>) target).get(index);
    }

    static Object slice(Object target, Object from, Object to, Token open, Evaluation evaluation) {
        int length = length(target, open);
        int start = from == Nothing.NONE ? 0 : clamp(index(from, length, open), length);
        int end = to == Nothing.NONE ? length : clamp(index(to, length, open), length);
        evaluation.spend(Math.max(0, end - start), open.column());
        if (target instanceof String text) {
            return start < end ? text.substring(start, end) : "";
        }
        return start < end ? List.copyOf(((List<?>) target).subList(start, end)) : List.of();
    }

    private static int length(Object target, Token open) {
        if (target instanceof String text) {
            return text.length();
        }
        if (target instanceof List<?> list) {
            return list.size();
        }
        throw new ExpressionException(open.column(), Values.name(target) + " has no items");
    }

    private static int index(Object key, int length, Token open) {
        if (key instanceof BigDecimal number && number.stripTrailingZeros().scale() <= 0 && number.precision() < 10) {
            int index = number.intValueExact();
            return index < 0 ? index + length : index;
        }
        throw new ExpressionException(open.column(), "a whole number belongs in the brackets, not " + Values.name(key));
    }

    private static int clamp(int index, int length) {
        return Math.max(0, Math.min(index, length));
    }

    /** The value under a key; header names are found in any case, and only by texts. */
    static Object entry(Map<?, ?> map, Object key) {
        boolean foreign = map instanceof SortedMap && !(key instanceof String);
        Object found = foreign ? null : map.get(key);
        return found == null ? Nothing.MISSING : found;
    }
}
