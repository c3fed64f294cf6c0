package vn.nhip.manifest.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import vn.nhip.kit.expression.ExpressionException;

/** What {@code + - * / // % ~} do; numbers are exact except in division, which gives 16 digits. */
final class Operators {

    private static final int MAX_DIGITS = 100;

    private Operators() {}

    static Object apply(Token sign, Object left, Object right, Evaluation evaluation) {
        int column = sign.column();
        evaluation.spend(1, column);
        if (sign.is("~")) {
            return evaluation.made(Values.text(left) + Values.text(right), column);
        }
        if (left instanceof BigDecimal one && right instanceof BigDecimal other) {
            return bounded(arithmetic(sign, one, other), column);
        }
        if (sign.is("+") && left instanceof String one && right instanceof String other) {
            return evaluation.made(one + other, column);
        }
        if (sign.is("+") && left instanceof List<?> one && right instanceof List<?> other) {
            evaluation.spend((long) one.size() + other.size(), column);
            List<Object> both = new ArrayList<>(one);
            both.addAll(other);
            return both;
        }
        return time(sign, left, right);
    }

    private static BigDecimal arithmetic(Token sign, BigDecimal left, BigDecimal right) {
        return switch (sign.text()) {
            case "+" -> left.add(right);
            case "-" -> left.subtract(right);
            case "*" -> left.multiply(right);
            default -> division(sign, left, right);
        };
    }

    private static BigDecimal division(Token sign, BigDecimal left, BigDecimal right) {
        if (right.signum() == 0) {
            throw new ExpressionException(sign.column(), "divides by zero");
        }
        if (sign.is("/")) {
            BigDecimal share = left.divide(right, MathContext.DECIMAL64).stripTrailingZeros();
            return share.scale() < 1 ? share.setScale(1) : share;
        }
        BigDecimal whole = left.divide(right, 0, RoundingMode.FLOOR);
        return sign.is("//") ? whole : left.subtract(whole.multiply(right));
    }

    static BigDecimal bounded(BigDecimal number, int column) {
        if (number.precision() > MAX_DIGITS || Math.abs(number.scale()) > MAX_DIGITS) {
            throw new ExpressionException(column, "a number has more than " + MAX_DIGITS + " digits");
        }
        return number;
    }

    private static Object time(Token sign, Object left, Object right) {
        try {
            if (left instanceof ZonedDateTime moment && right instanceof TemporalAmount amount) {
                return sign.is("+") ? moment.plus(amount) : minus(sign, moment, amount);
            }
            if (left instanceof LocalDate day && right instanceof TemporalAmount amount) {
                return time(sign, day.atStartOfDay(ZoneOffset.UTC), amount);
            }
            if (sign.is("-") && left instanceof ZonedDateTime one && right instanceof ZonedDateTime other) {
                return Duration.between(other, one);
            }
        } catch (DateTimeException | ArithmeticException beyond) {
            throw new ExpressionException(sign.column(), "leaves the calendar");
        }
        throw unfit(sign, left, right);
    }

    private static Object minus(Token sign, ZonedDateTime moment, TemporalAmount amount) {
        if (sign.is("-")) {
            return moment.minus(amount);
        }
        throw unfit(sign, moment, amount);
    }

    private static ExpressionException unfit(Token sign, Object left, Object right) {
        return new ExpressionException(
                sign.column(),
                "'" + sign.text() + "' does not go with " + Values.name(left) + " and " + Values.name(right));
    }
}
