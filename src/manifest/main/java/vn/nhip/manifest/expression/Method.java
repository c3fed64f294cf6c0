package vn.nhip.manifest.expression;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nhip.kit.expression.ExpressionException;

/** The methods of the language; the value before the dot is the first of the call. */
enum Method {
    GET(2, 3, Method::get),
    STRFTIME(2, 2, Method::strftime),
    ISOFORMAT(1, 1, call -> call.made(Values.text(Moments.of(call, 0, "")).replace(' ', 'T'))),
    TIMESTAMP(1, 1, Moments::timestamp),
    SPLIT(1, 2, Method::split),
    JOIN(2, 2, call -> joined(call, call.list(1), call.text(0))),
    LOWER(1, 1, call -> call.made(call.text(0).toLowerCase(Locale.ROOT))),
    UPPER(1, 1, call -> call.made(call.text(0).toUpperCase(Locale.ROOT))),
    STRIP(1, 2, call -> stripped(call, true, true)),
    LSTRIP(1, 2, call -> stripped(call, true, false)),
    RSTRIP(1, 2, call -> stripped(call, false, true)),
    REPLACE(3, 3, Method::replace),
    STARTSWITH(2, 2, call -> call.text(0).startsWith(call.text(1))),
    ENDSWITH(2, 2, call -> call.text(0).endsWith(call.text(1))),
    KEYS(1, 1, call -> new ArrayList<Object>(call.map(0).keySet())),
    VALUES(1, 1, call -> new ArrayList<Object>(call.map(0).values())),
    ITEMS(1, 1, call -> call.map(0).entrySet().stream().map(Method::pair).toList());

    @SuppressWarnings("ImmutableEnumChecker") // the bodies hold no state
    private final Call.Shape shape;

    Method(int least, int most, Call.Body body) {
        shape = new Call.Shape(least, most, body);
    }

    static Method named(Token name) {
        return Arrays.stream(values())
                .filter(method -> method.spelled().equals(name.text()))
                .findFirst()
                .orElseThrow(() -> new ExpressionException(
                        name.column(), "there is no method '" + name.text() + "'; there are: " + names()));
    }

    Node call(Token name, List<Node> given) {
        return shape.node(name, given);
    }

    private String spelled() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String names() {
        return Stream.of(values()).map(Method::spelled).sorted().collect(Collectors.joining(", "));
    }

    private static Object get(Call call) {
        Object found = Lookups.entry(call.map(0), call.value(1));
        if (found != Nothing.MISSING) {
            return found;
        }
        return call.has(2) ? call.value(2) : Nothing.NONE;
    }

    private static Object strftime(Call call) {
        try {
            return call.made(Strftime.of(call.text(1)).format(Moments.of(call, 0, "")));
        } catch (DateTimeException unfit) {
            throw call.problem("cannot write a time like '" + call.text(1) + "'");
        }
    }

    private static Object split(Call call) {
        String text = call.text(0);
        if (!call.has(1)) {
            return Stream.of(text.strip().split("\\s+", -1))
                    .filter(part -> !part.isEmpty())
                    .toList();
        }
        if (call.text(1).isEmpty()) {
            throw call.problem("needs a separator");
        }
        return List.of(text.split(Pattern.quote(call.text(1)), -1));
    }

    /** The text without these signs, or without blanks, at its ends. */
    private static Object stripped(Call call, boolean left, boolean right) {
        String text = call.text(0);
        String signs = call.textOr(1, "");
        int from = 0;
        int to = text.length();
        while (left && from < to && goes(text.charAt(from), signs)) {
            from++;
        }
        while (right && from < to && goes(text.charAt(to - 1), signs)) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean goes(char sign, String signs) {
        return signs.isEmpty() ? Character.isWhitespace(sign) : signs.indexOf(sign) >= 0;
    }

    static Object joined(Call call, List<?> items, String between) {
        StringBuilder all = new StringBuilder();
        for (Object item : items) {
            all.append(all.length() == 0 ? "" : between).append(Values.text(item));
            call.evaluation()
                    .made(
                            all.substring(Math.max(0, all.length() - 1)),
                            call.name().column());
            if (all.length() > Interpolation.MAX_TEXT) {
                throw call.problem("makes a text longer than " + Interpolation.MAX_TEXT + " characters");
            }
        }
        return call.made(all.toString());
    }

    static Object replace(Call call) {
        String text = call.text(0);
        String from = call.text(1);
        String to = call.text(2);
        if (from.isEmpty()) {
            throw call.problem("needs a text to look for");
        }
        long longest = (long) (text.length() / from.length() + 1) * to.length() + text.length();
        call.evaluation().spend(longest, call.name().column());
        return call.made(text.replace(from, to));
    }

    private static Object pair(Map.Entry<?, ?> entry) {
        return List.of(entry.getKey(), entry.getValue());
    }

    static BigDecimal size(Call call) {
        Object value = call.value(0);
        if (value instanceof List<?> list) {
            return BigDecimal.valueOf(list.size());
        }
        if (value instanceof Map<?, ?> map) {
            return BigDecimal.valueOf(map.size());
        }
        return BigDecimal.valueOf(call.text(0).length());
    }
}
