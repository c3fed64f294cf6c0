package vn.nhip.spi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * What one unit of {@code from} costs in {@code to}, on every day of a range.
 *
 * <p>Shape: {@code day} to {@code through}, both included; a daily source gives the same day twice.
 */
public record ExchangeRate(LocalDate day, LocalDate through, Currency from, Currency to, BigDecimal rate)
        implements Fact {

    public ExchangeRate {
        if (rate.signum() <= 0) {
            throw new IllegalArgumentException("an exchange rate must be positive, not " + rate.toPlainString());
        }
        if (through.isBefore(day)) {
            throw new IllegalArgumentException("a rate's last day lies before its first");
        }
    }

    @Override
    public FactKind kind() {
        return FactKind.EXCHANGE_RATE;
    }

    @Override
    public String key() {
        return String.join("|", day.toString(), from.getCurrencyCode(), to.getCurrencyCode());
    }
}
