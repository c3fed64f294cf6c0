package vn.nhip.manifest.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nhip.kit.expression.ExpressionException;

/** The filters of the language; the value before the bar is the first of the call. */
enum Filter {
    INT(1, 2, call -> number(call).setScale(0, RoundingMode.DOWN)),
    FLOAT(1, 2, Filter::number),
    STRING(1, 1, call -> call.made(Values.text(call.value(0)))),
    LENGTH(1, 1, Method::size),
    COUNT(1, 1, Method::size),
    LOWER(1, 1, call -> call.made(Values.text(call.value(0)).toLowerCase(Locale.ROOT))),
    UPPER(1, 1, call -> call.made(Values.text(call.value(0)).toUpperCase(Locale.ROOT))),
    TRIM(1, 1, call -> call.text(0).strip()),
    REPLACE(3, 3, Method::replace),
    JOIN(1, 2, call -> Method.joined(call, call.list(0), call.textOr(1, ""))),
    FIRST(1, 1, call -> call.list(0).isEmpty() ? Nothing.MISSING : call.list(0).get(0)),
    LAST(
            1,
            1,
            call -> call.list(0).isEmpty()
                    ? Nothing.MISSING
                    : call.list(0).get(call.list(0).size() - 1)),
    ABS(1, 1, call -> call.number(0).abs()),
    DEFAULT(2, 3, Filter::fallback),
    D(2, 3, Filter::fallback),
    URLENCODE(
            1,
            1,
            call -> call.made(URLEncoder.encode(Values.text(call.value(0)), StandardCharsets.UTF_8)
                    .replace("+", "%20"))),
    BASE64ENCODE(
            1,
            1,
            call -> call.made(Base64.getEncoder().encodeToString(call.text(0).getBytes(StandardCharsets.UTF_8)))),
    BASE64DECODE(1, 1, Filter::decoded),
    HASH(1, 3, Filter::hash),
    REGEX_SEARCH(2, 2, Filter::search);

    /** The hash functions, by the names that manifests use. */
    private static final Map<String, String> HASHES =
            Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256", "sha512", "SHA-512");

    @SuppressWarnings("ImmutableEnumChecker") // the bodies hold no state
    private final Call.Shape shape;

    Filter(int least, int most, Call.Body body) {
        shape = new Call.Shape(least, most, body);
    }

    static Filter named(Token name) {
        return Arrays.stream(values())
                .filter(filter -> filter.spelled().equals(name.text()))
                .findFirst()
                .orElseThrow(() -> new ExpressionException(
                        name.column(), "there is no filter '" + name.text() + "'; there are: " + names()));
    }

    Node call(Token name, List<Node> given) {
        return shape.node(name, given);
    }

    private String spelled() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String names() {
        return Stream.of(values()).map(Filter::spelled).sorted().collect(Collectors.joining(", "));
    }

    /** A number, or the text of one; what is none is refused rather than taken for 0. */
    private static BigDecimal number(Call call) {
        Object value = call.value(0);
        if (value instanceof BigDecimal number) {
            return number;
        }
        if (value instanceof Boolean yes) {
            return yes ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        if (value instanceof String text && text.strip().matches("[+-]?[0-9]{1,50}([.][0-9]{1,50})?")) {
            return new BigDecimal(text.strip());
        }
        if (call.has(1)) {
            return call.number(1);
        }
        throw call.unfit(0, "a number");
    }

    private static Object fallback(Call call) {
        boolean alsoEmpty = call.has(2) && Values.truth(call.value(2));
        Object value = call.value(0);
        boolean there = alsoEmpty ? Values.truth(value) : value != Nothing.MISSING;
        return there ? value : call.value(1);
    }

    private static Object decoded(Call call) {
        try {
            return call.made(new String(Base64.getDecoder().decode(call.text(0)), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            throw call.unfit(0, "a text in base64");
        }
    }

    private static Object hash(Call call) {
        String wanted = call.textOr(1, "md5");
        String algorithm = HASHES.get(wanted);
        if (algorithm == null) {
            throw call.problem("knows "
                    + String.join(", ", HASHES.keySet().stream().sorted().toList()));
        }
        try {
            String text = call.text(0) + call.textOr(2, "");
            byte[] digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has " + algorithm, missing);
        }
    }

    /** The first group of the first match, or the match where the pattern has no group, or nothing. */
    private static Object search(Call call) {
        try {
            Matcher matcher = Pattern.compile(call.text(1))
                    .matcher(new CountedText(
                            call.text(0), call.evaluation(), call.name().column()));
            if (!matcher.find()) {
                return "";
            }
            String found = matcher.group(Math.min(1, matcher.groupCount()));
            return found == null ? "" : call.made(found);
        } catch (PatternSyntaxException wrong) {
            throw call.unfit(1, "a pattern");
        } catch (StackOverflowError tooDeep) {
            throw call.problem("has a pattern that is too deep for this text");
        }
    }
}
