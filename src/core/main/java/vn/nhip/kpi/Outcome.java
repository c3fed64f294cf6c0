package vn.nhip.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** What a formula gives for one period: a value with its parts, or none and the reason. */
record Outcome(
        Optional<BigDecimal> numerator, Optional<BigDecimal> denominator, Optional<BigDecimal> value, String reason) {

    static Outcome undefined(String reason) {
        return new Outcome(Optional.empty(), Optional.empty(), Optional.empty(), reason);
    }

    static Outcome of(BigDecimal value, String note) {
        BigDecimal shown = plain(value);
        return new Outcome(Optional.of(shown), Optional.empty(), Optional.of(shown), note);
    }

    /** Without a denominator there is no value, and both parts still show. */
    static Outcome ratio(BigDecimal numerator, BigDecimal denominator, String note) {
        Optional<BigDecimal> over = Optional.of(plain(numerator));
        Optional<BigDecimal> under = Optional.of(plain(denominator));
        if (denominator.signum() == 0) {
            return new Outcome(over, under, Optional.empty(), Reason.ZERO_DENOMINATOR);
        }
        BigDecimal value = numerator.divide(denominator, MathContext.DECIMAL128);
        return new Outcome(over, under, Optional.of(plain(value)), note);
    }

    /** A value that is no sum: it has no parts. */
    Outcome derived() {
        return new Outcome(Optional.empty(), Optional.empty(), value, reason);
    }

    Outcome withReason(String other) {
        return new Outcome(numerator, denominator, value, other);
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal short34 = number.round(MathContext.DECIMAL128).stripTrailingZeros();
        return short34.scale() < 0 ? short34.setScale(0) : short34;
    }
}
