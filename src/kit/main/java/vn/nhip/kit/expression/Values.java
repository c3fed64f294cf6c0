package vn.nhip.kit.expression;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The types of values: what they are called, how they compare, and how each is demanded. */
final class Values {

    private Values() {}

    static boolean truth(@Nullable Object value, int column) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw unfit(value, "true or false", column);
    }

    static String text(@Nullable Object value, int column) {
        if (value instanceof String text) {
            return text;
        }
        throw unfit(value, "a text", column);
    }

    static LocalDate day(@Nullable Object value, int column) {
        if (value instanceof LocalDate day) {
            return day;
        }
        throw unfit(value, "a day", column);
    }

    /** Any value but none as text: numbers without exponent, days and instants in ISO form. */
    static String asText(@Nullable Object value, int column) {
        if (value == null) {
            throw unfit(null, "a value", column);
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    static String limited(String text, int column) {
        if (text.length() > Expression.MAX_TEXT) {
            throw new ExpressionException(column, "the text grows beyond " + Expression.MAX_TEXT + " characters");
        }
        return text;
    }

    /** Equality; none equals only none, and values of two types are never compared in silence. */
    static boolean same(@Nullable Object left, @Nullable Object right, int column) {
        if (left == null || right == null) {
            return left == right;
        }
        if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        requireOneType(left, right, column);
        return left.equals(right);
    }

    /** Order within one type; none has no order. */
    static int order(@Nullable Object left, @Nullable Object right, int column) {
        if (left == null || right == null) {
            throw unfit(null, "a value to compare", column);
        }
        requireOneType(left, right, column);
        if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
            return a.compareTo(b);
        } else if (left instanceof String a && right instanceof String b) {
            return a.compareTo(b);
        } else if (left instanceof LocalDate a && right instanceof LocalDate b) {
            return a.compareTo(b);
        } else if (left instanceof Instant a && right instanceof Instant b) {
            return a.compareTo(b);
        }
        throw new ExpressionException(column, typeOf(left) + " has no order");
    }

    private static void requireOneType(Object left, Object right, int column) {
        if (left.getClass() != right.getClass()) {
            throw new ExpressionException(column, "cannot compare " + typeOf(left) + " with " + typeOf(right));
        }
    }

    static ExpressionException unfit(@Nullable Object value, String wanted, int column) {
        String found = value == null ? "none (nothing stands there)" : typeOf(value);
        return new ExpressionException(column, "expected " + wanted + ", found " + found);
    }

    static String typeOf(Object value) {
        if (value instanceof BigDecimal) {
            return "a number";
        } else if (value instanceof String) {
            return "a text";
        } else if (value instanceof Boolean) {
            return "true or false";
        } else if (value instanceof LocalDate) {
            return "a day";
        }
        return value instanceof Instant ? "an instant" : "a value of an unknown type";
    }
}
