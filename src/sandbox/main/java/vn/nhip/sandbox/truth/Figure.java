package vn.nhip.sandbox.truth;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * One KPI of one period with its parts; an absent value is undefined.
 *
 * <p>Units: đồng, whole counts, or a ratio 0–1 to 34 digits, never per cent.
 */
public record Figure(Optional<BigDecimal> numerator, Optional<BigDecimal> denominator, Optional<BigDecimal> value) {

    static final Figure UNDEFINED = new Figure(Optional.empty(), Optional.empty(), Optional.empty());

    static Figure of(BigDecimal value) {
        return new Figure(Optional.of(value), Optional.empty(), Optional.of(value));
    }

    static Figure of(long count) {
        return of(BigDecimal.valueOf(count));
    }

    static Figure ratio(BigDecimal numerator, BigDecimal denominator) {
        Optional<BigDecimal> value = denominator.signum() == 0
                ? Optional.empty()
                : Optional.of(numerator.divide(denominator, MathContext.DECIMAL128));
        return new Figure(Optional.of(numerator), Optional.of(denominator), value);
    }

    static Figure ratio(long numerator, long denominator) {
        return ratio(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
    }
}
