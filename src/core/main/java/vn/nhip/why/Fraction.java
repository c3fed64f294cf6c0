package vn.nhip.why;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** A ratio with its two sides kept apart. */
record Fraction(BigDecimal over, BigDecimal under) {

    /** More digits than anything that is counted, so that what is rounded away cannot be seen in any sum. */
    static final MathContext DIGITS = new MathContext(60);

    static final Fraction NOTHING = new Fraction(BigDecimal.ZERO, BigDecimal.ZERO);

    Fraction plus(Fraction other) {
        return new Fraction(over.add(other.over), under.add(other.under));
    }

    Fraction minus(Fraction other) {
        return new Fraction(over.subtract(other.over), under.subtract(other.under));
    }

    boolean isNothing() {
        return over.signum() == 0 && under.signum() == 0;
    }

    Optional<BigDecimal> rate() {
        return under.signum() == 0 ? Optional.empty() : Optional.of(over.divide(under, DIGITS));
    }
}
