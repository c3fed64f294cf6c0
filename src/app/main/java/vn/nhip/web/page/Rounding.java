package vn.nhip.web.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import vn.nhip.catalogue.Kpi;
import vn.nhip.catalogue.Unit;

/**
 * Rounds the amounts of a change so that what is shown adds up to the change that is shown.
 *
 * <p>Shape: amounts in the unit of the KPI; those of a ratio are shown as percentage points.
 */
record Rounding(Unit unit, int decimals, Wording words) {

    private static final int FINE = 2;

    /** Whole numbers where all of them are whole. */
    static Rounding of(Kpi kpi, Currency currency, List<BigDecimal> amounts, Wording words) {
        int decimals =
                switch (kpi.unit()) {
                    case MONEY -> Math.max(0, currency.getDefaultFractionDigits());
                    case RATIO -> FINE;
                    case COUNT -> amounts.stream().allMatch(Rounding::isWhole) ? 0 : FINE;
                };
        return new Rounding(kpi.unit(), decimals, words);
    }

    private static boolean isWhole(BigDecimal amount) {
        return amount.stripTrailingZeros().scale() <= 0;
    }

    /** Each as the difference of two rounded sums, so that none is lost on the way. */
    List<BigDecimal> round(List<BigDecimal> amounts) {
        List<BigDecimal> rounded = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal amount : amounts) {
            BigDecimal next = sum.add(amount);
            rounded.add(round(next).subtract(round(sum)));
            sum = next;
        }
        return rounded;
    }

    BigDecimal round(BigDecimal amount) {
        BigDecimal shown = unit == Unit.RATIO ? amount.movePointRight(2) : amount;
        return shown.setScale(decimals, RoundingMode.HALF_UP);
    }

    /** A rounded amount with its sign. */
    String signed(BigDecimal rounded) {
        String text = unit == Unit.RATIO
                ? words.text("web.why.points", words.numbers().points(rounded))
                : words.value(Optional.of(rounded), unit);
        return (rounded.signum() > 0 ? "+" : "") + text;
    }
}
