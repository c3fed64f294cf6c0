package vn.nhip.kpi.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * What customers will spend in the coming months, discounted to today: BG/NBD purchases times Gamma-Gamma spend.
 *
 * <p>Assumes that frequency and spend are independent; says revenue, not margin. Units: the currency of the histories.
 */
public record LifetimeValue(BgNbd.Fit purchases, GammaGamma.Fit spend) {

    /** Fewer repeat customers than this leave the parameters to chance. */
    public static final int REPEAT_CUSTOMERS = 200;

    /** A shorter observation cannot tell a slow customer from one who left. */
    public static final int WEEKS = 26;

    private static final int STORED_SCALE = 6;

    /** Fits both models, or says why there is too little to fit. */
    public static Fitting<LifetimeValue> fit(Collection<CustomerHistory> histories) {
        long repeaters = histories.stream().filter(CustomerHistory::repeated).count();
        if (repeaters < REPEAT_CUSTOMERS) {
            return Fitting.not("not-enough: " + repeaters + " < " + REPEAT_CUSTOMERS + " repeat customers");
        }
        double weeks = histories.stream().mapToDouble(CustomerHistory::T).max().orElse(0);
        if (weeks < WEEKS) {
            return Fitting.not("not-enough: " + (long) weeks + " < " + WEEKS + " weeks");
        }
        return BgNbd.fit(histories).then(purchases -> GammaGamma.fit(histories)
                .then(spend -> Fitting.of(new LifetimeValue(purchases, spend))));
    }

    /** The discounted spend of one customer within the horizon. */
    public double of(CustomerHistory customer, Horizon horizon) {
        double before = 0;
        double discounted = 0;
        for (int month = 1; month <= horizon.months(); month++) {
            double until = purchases.expectedPurchases(customer, month * horizon.weeksPerMonth());
            discounted += (until - before) / Math.pow(1 + horizon.monthlyDiscount(), month);
            before = until;
        }
        return discounted * spend.mean(customer);
    }

    /** The discounted spend of all these customers, as an amount to six decimals, half up. */
    public BigDecimal total(Collection<CustomerHistory> customers, Horizon horizon) {
        double sum = customers.stream().mapToDouble(one -> of(one, horizon)).sum();
        return BigDecimal.valueOf(sum).setScale(STORED_SCALE, RoundingMode.HALF_UP);
    }
}
