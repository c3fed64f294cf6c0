package vn.nhip.kit.facts;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers written like the declared example: {@code 1234.56}, {@code 1,234.56}, {@code 1.234,56}, {@code 1 234,56},
 * {@code 1'234.56}, or without the decimals.
 *
 * <p>Grouping may be left out, but where it stands it must be right: three digits behind every mark. No exponent, no
 * currency sign, ASCII digits only.
 */
final class NumberShape implements Shape {

    private static final Pattern EXAMPLE = Pattern.compile("1([., '])?234(?:([.,])56)?");
    private static final char NONE = '\0';
    private static final int GROUP = 3;
    private static final int LONG_DIGITS = 18;
    private static final int MAX_DIGITS = 60;

    private final String example;
    private final char grouping;
    private final char decimal;

    private NumberShape(String example, char grouping, char decimal) {
        this.example = example;
        this.grouping = grouping;
        this.decimal = decimal;
    }

    static NumberShape like(String example) {
        Matcher found = EXAMPLE.matcher(example);
        if (!found.matches() || (found.group(1) != null && found.group(1).equals(found.group(2)))) {
            throw new IllegalArgumentException(example);
        }
        return new NumberShape(example, mark(found.group(1)), mark(found.group(2)));
    }

    private static char mark(@Nullable String found) {
        return found == null ? NONE : found.charAt(0);
    }

    @Override
    public boolean remembers() {
        return false;
    }

    @Override
    public Object ofTyped(Object cell) {
        if (cell instanceof BigDecimal) {
            return cell;
        }
        throw Refusal.of("is no number cell");
    }

    @Override
    public BigDecimal ofText(String text) {
        int start = text.charAt(0) == '-' || text.charAt(0) == '+' || text.charAt(0) == '\u2212' ? 1 : 0;
        int end = wholePart(text, start);
        int scale = 0;
        if (end < text.length()) {
            scale = text.length() - end - 1;
            if (scale == 0 || digitsFrom(text, end + 1) != text.length()) {
                throw refusal();
            }
        }
        BigDecimal number = assemble(text, start, scale);
        return start == 1 && text.charAt(0) != '+' ? number.negate() : number;
    }

    /** Walks the digits and marks before the decimal mark; gives where they end. */
    private int wholePart(String text, int start) {
        int at = digitsFrom(text, start);
        int first = at - start;
        if (first == 0 || (first > GROUP && at < text.length() && isGrouping(text.charAt(at)))) {
            throw refusal();
        }
        while (at < text.length() && isGrouping(text.charAt(at))) {
            int next = digitsFrom(text, at + 1);
            if (next - at - 1 != GROUP) {
                throw refusal();
            }
            at = next;
        }
        if (at < text.length() && (decimal == NONE || text.charAt(at) != decimal)) {
            throw refusal();
        }
        return at;
    }

    private static int digitsFrom(String text, int start) {
        int at = start;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private BigDecimal assemble(String text, int start, int scale) {
        if (text.length() - start > LONG_DIGITS) {
            return assembleLong(text, scale);
        }
        long unscaled = 0;
        for (int at = start; at < text.length(); at++) {
            char c = text.charAt(at);
            if (isDigit(c)) {
                unscaled = unscaled * 10 + (c - '0');
            }
        }
        return BigDecimal.valueOf(unscaled, scale);
    }

    private static BigDecimal assembleLong(String text, int scale) {
        StringBuilder digits = new StringBuilder();
        text.chars().filter(c -> isDigit((char) c)).forEach(c -> digits.append((char) c));
        if (digits.length() > MAX_DIGITS) {
            throw Refusal.of("has more than " + MAX_DIGITS + " digits");
        }
        return new BigDecimal(new BigInteger(digits.toString()), scale);
    }

    private boolean isGrouping(char c) {
        return grouping != NONE && (c == grouping || (grouping == ' ' && (c == '\u00A0' || c == '\u202F')));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private Refusal refusal() {
        return Refusal.of("is no number written like " + example);
    }
}
