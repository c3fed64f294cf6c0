package vn.nhip.kit.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Exact arithmetic within a bound that keeps every step cheap. */
final class Numbers {

    private static final int MAX_DIGITS = 1_000;
    private static final int MAX_PLACES = 100;

    private Numbers() {}

    static BigDecimal of(@Nullable Object value, int column) {
        if (value instanceof BigDecimal number) {
            return number;
        }
        throw Values.unfit(value, "a number", column);
    }

    static BigDecimal bounded(BigDecimal number, int column) {
        if (Math.abs((long) number.scale()) > MAX_DIGITS || number.precision() > MAX_DIGITS) {
            throw new ExpressionException(column, "the number needs more than " + MAX_DIGITS + " digits");
        }
        return number;
    }

    static Node add(Node left, Node right, int column) {
        return (variables, row) -> sum(left.value(variables, row), right.value(variables, row), column);
    }

    private static Object sum(@Nullable Object left, @Nullable Object right, int column) {
        if (left instanceof String text) {
            return Values.limited(text + Values.text(right, column), column);
        }
        return bounded(of(left, column).add(of(right, column)), column);
    }

    static Node subtract(Node left, Node right, int column) {
        return (variables, row) -> bounded(
                of(left.value(variables, row), column).subtract(of(right.value(variables, row), column)), column);
    }

    static Node multiply(Node left, Node right, int column) {
        return (variables, row) -> bounded(
                of(left.value(variables, row), column).multiply(of(right.value(variables, row), column)), column);
    }

    static Node divide(Node left, Node right, int column) {
        return (variables, row) -> of(left.value(variables, row), column)
                .divide(divisor(right.value(variables, row), column), MathContext.DECIMAL128);
    }

    static Node remainder(Node left, Node right, int column) {
        return (variables, row) -> {
            BigDecimal divisor = divisor(right.value(variables, row), column);
            BigDecimal rest = of(left.value(variables, row), column).remainder(divisor);
            boolean against = rest.signum() != 0 && rest.signum() != divisor.signum();
            return against ? rest.add(divisor) : rest;
        };
    }

    private static BigDecimal divisor(@Nullable Object value, int column) {
        BigDecimal divisor = of(value, column);
        if (divisor.signum() == 0) {
            throw new ExpressionException(column, "division by zero");
        }
        return divisor;
    }

    static Node negate(Node operand, int column) {
        return (variables, row) -> of(operand.value(variables, row), column).negate();
    }

    /** Half-up, as money is rounded when shown. */
    static BigDecimal round(BigDecimal number, BigDecimal places, int column) {
        return number.setScale(whole(places, column), RoundingMode.HALF_UP);
    }

    static int whole(BigDecimal number, int column) {
        if (number.stripTrailingZeros().scale() > 0 || number.abs().compareTo(BigDecimal.valueOf(MAX_PLACES)) > 0) {
            throw new ExpressionException(column, "expected a whole number up to " + MAX_PLACES);
        }
        return number.intValueExact();
    }
}
