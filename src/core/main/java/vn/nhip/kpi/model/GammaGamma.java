package vn.nhip.kpi.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.math3.special.Gamma;

/**
 * The Gamma-Gamma model of spend per purchase (Fader and Hardie, 2013): each customer spends around an average of
 * their own, which does not depend on how often they buy.
 *
 * <p>Units: the currency of {@link CustomerHistory#zbar()}.
 */
public final class GammaGamma {

    private GammaGamma() {}

    /**
     * The most likely parameters, or why they cannot be found.
     *
     * <p>Looks only at customers who came back and spent something: a free repeat says nothing of spend.
     */
    public static Fitting<Fit> fit(Collection<CustomerHistory> histories) {
        List<CustomerHistory> spenders = spenders(histories);
        if (spenders.size() < 2) {
            return Fitting.not("not-enough: " + spenders.size() + " < 2 repeat customers who spent something");
        }
        Spend spend = new Spend(spenders);
        Likelihood likelihood =
                new Likelihood("Gamma-Gamma", List.of("p", "q", "v"), at -> spend.logLikelihood(at[0], at[1], at[2]));
        double mean =
                spenders.stream().mapToDouble(CustomerHistory::zbar).average().orElseThrow();
        return likelihood.maximise(2, 2, mean).then(maximum -> {
            double[] at = maximum.parameters();
            return at[1] <= 1
                    ? Fitting.not("not-converged: spend varies so much that it has no mean (Gamma-Gamma q "
                            + Math.round(at[1] * 100) / 100.0 + " ≤ 1)")
                    : Fitting.of(new Fit(at[0], at[1], at[2], maximum.logLikelihood()));
        });
    }

    private static List<CustomerHistory> spenders(Collection<CustomerHistory> histories) {
        return histories.stream()
                .filter(one -> one.repeated() && one.zbar() > 0)
                .toList();
    }

    /** One purchase varies as Gamma(p, ν) and ν between customers as Gamma(q, v). */
    public record Fit(double p, double q, double v, double logLikelihood) {

        /** E[M]: what a purchase of a customer of whom nothing is known brings on average. */
        public double mean() {
            return p * v / (q - 1);
        }

        /** E[M | x, zbar]: the same for this customer, between the customer's own mean and everybody's. */
        public double mean(CustomerHistory customer) {
            double px = p * customer.x();
            return p * (v + customer.x() * customer.zbar()) / (px + q - 1);
        }
    }

    /**
     * The likelihood of the parameters; whatever does not depend on them is summed up once, and what depends on the
     * number of purchases alone is computed once per number, since a fit asks some thousand times.
     */
    private static final class Spend {

        private final List<CustomerHistory> spenders;
        private final Map<Double, Long> customersByPurchases;
        private final double logSpend;
        private final double purchasesTimesLogs;

        Spend(List<CustomerHistory> spenders) {
            this.spenders = spenders;
            this.customersByPurchases =
                    spenders.stream().collect(Collectors.groupingBy(one -> (double) one.x(), Collectors.counting()));
            this.logSpend =
                    spenders.stream().mapToDouble(one -> Math.log(one.zbar())).sum();
            this.purchasesTimesLogs = spenders.stream()
                    .mapToDouble(one -> one.x() * (Math.log(one.zbar()) + Math.log(one.x())))
                    .sum();
        }

        double logLikelihood(double p, double q, double v) {
            double sum = spenders.size() * (q * Math.log(v) - Gamma.logGamma(q)) + p * purchasesTimesLogs - logSpend;
            for (Map.Entry<Double, Long> group : customersByPurchases.entrySet()) {
                double px = p * group.getKey();
                sum += group.getValue() * (Gamma.logGamma(px + q) - Gamma.logGamma(px));
            }
            for (CustomerHistory one : spenders) {
                sum -= (p * one.x() + q) * Math.log(one.x() * one.zbar() + v);
            }
            return sum;
        }
    }
}
