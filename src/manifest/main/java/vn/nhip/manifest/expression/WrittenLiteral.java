package vn.nhip.manifest.expression;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.nhip.kit.expression.ExpressionException;

/**
 * What a finished text is taken for, as the language has it: {@code 12}, {@code 1.5}, {@code True}, {@code None},
 * {@code 'text'}, {@code ['a', 1]}, {@code {'a': 1}} become values; everything else stays a text.
 */
final class WrittenLiteral {

    /** As in Python: {@code 007} and {@code +7} are texts, so that keys and phone numbers stay whole. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,40})([.][0-9]{1,40})?");

    private static final Map<String, Object> WORDS = Map.of("True", true, "False", false, "None", Nothing.NONE);

    private WrittenLiteral() {}

    static Object of(String text) {
        String bare = text.strip();
        if (NUMBER.matcher(bare).matches()) {
            return new BigDecimal(bare);
        }
        Object word = WORDS.get(bare);
        if (word != null) {
            return word;
        }
        return enclosed(bare, '[', ']')
                        || enclosed(bare, '{', '}')
                        || enclosed(bare, '\'', '\'')
                        || enclosed(bare, '"', '"')
                ? parsed(text, bare)
                : text;
    }

    private static boolean enclosed(String text, char first, char last) {
        return text.length() >= 2 && text.charAt(0) == first && text.charAt(text.length() - 1) == last;
    }

    private static Object parsed(String text, String bare) {
        try {
            Object value = new Parser(new Tokenizer(bare, 0).untilEnd(), Set.of())
                    .whole()
                    .value(new Evaluation(Map.of(), Clock.systemUTC()));
            return plain(value) ? value : text;
        } catch (ExpressionException noLiteral) {
            return text;
        }
    }

    private static boolean plain(Object value) {
        return value instanceof String || value instanceof List || value instanceof Map;
    }
}
