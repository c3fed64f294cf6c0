package vn.nhip.spi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount in one currency; never a double, never without its currency.
 *
 * <p>Units: the currency's main unit (đồng, dollar), up to six decimals. Stored as whole millionths.
 */
public record Money(BigDecimal amount, Currency currency) {

    private static final int STORED_SCALE = 6;

    /**
     * An amount of one currency.
     *
     * @throws ArithmeticException when the amount has more than six decimals or does not fit 64 bits of millionths
     */
    public Money {
        millionths(amount);
    }

    public static Money of(BigDecimal amount, String isoCode) {
        return new Money(amount, Currency.getInstance(isoCode));
    }

    public static Money of(String amount, String isoCode) {
        return of(new BigDecimal(amount), isoCode);
    }

    public static Money ofMillionths(long millionths, String isoCode) {
        return of(BigDecimal.valueOf(millionths, STORED_SCALE), isoCode);
    }

    /** The amount as whole millionths of the main unit. */
    public long millionths() {
        return millionths(amount);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return new Money(amount.add(other.amount), currency);
    }

    /** A plain number as whole millionths: the one stored form of every number that may have decimals. */
    public static long millionths(BigDecimal number) {
        return number.setScale(STORED_SCALE, RoundingMode.UNNECESSARY)
                .unscaledValue()
                .longValueExact();
    }
}
