package vn.nhip.kit.report;

import java.math.BigDecimal;
import java.util.Currency;
import vn.nhip.spi.AdDay;
import vn.nhip.spi.Money;

/** The figures of an {@link AdDay}, to add and subtract; money in the account's currency. */
public record AdTally(long impressions, long clicks, BigDecimal cost, BigDecimal conversions, BigDecimal value) {

    public static final AdTally NOTHING = new AdTally(0, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    public static AdTally of(AdDay day) {
        return new AdTally(
                day.impressions(),
                day.clicks(),
                day.cost().amount(),
                day.conversions().count(),
                day.conversions().value().amount());
    }

    public AdTally plus(AdTally other) {
        return new AdTally(
                impressions + other.impressions,
                clicks + other.clicks,
                cost.add(other.cost),
                conversions.add(other.conversions),
                value.add(other.value));
    }

    public AdTally minus(AdTally other) {
        return plus(new AdTally(
                -other.impressions,
                -other.clicks,
                other.cost.negate(),
                other.conversions.negate(),
                other.value.negate()));
    }

    public boolean nothing() {
        return impressions == 0
                && clicks == 0
                && cost.signum() == 0
                && conversions.signum() == 0
                && value.signum() == 0;
    }

    public Money costIn(Currency currency) {
        return new Money(cost, currency);
    }

    public AdDay.Conversions conversionsIn(Currency currency) {
        return new AdDay.Conversions(conversions, new Money(value, currency));
    }
}
