package vn.nhip.connector.metaads;

import java.math.BigDecimal;
import java.util.Currency;
import vn.nhip.spi.AdDay;
import vn.nhip.spi.Money;

/** The figures of an {@link AdDay}, to add and subtract; money in the account's currency. */
record Tally(long impressions, long clicks, BigDecimal cost, BigDecimal conversions, BigDecimal value) {

    static final Tally NOTHING = new Tally(0, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    static Tally of(AdDay day) {
        return new Tally(
                day.impressions(),
                day.clicks(),
                day.cost().amount(),
                day.conversions().count(),
                day.conversions().value().amount());
    }

    Tally plus(Tally other) {
        return new Tally(
                impressions + other.impressions,
                clicks + other.clicks,
                cost.add(other.cost),
                conversions.add(other.conversions),
                value.add(other.value));
    }

    Tally minus(Tally other) {
        return plus(new Tally(
                -other.impressions,
                -other.clicks,
                other.cost.negate(),
                other.conversions.negate(),
                other.value.negate()));
    }

    boolean nothing() {
        return impressions == 0
                && clicks == 0
                && cost.signum() == 0
                && conversions.signum() == 0
                && value.signum() == 0;
    }

    Money costIn(Currency currency) {
        return new Money(cost, currency);
    }

    AdDay.Conversions conversionsIn(Currency currency) {
        return new AdDay.Conversions(conversions, new Money(value, currency));
    }
}
