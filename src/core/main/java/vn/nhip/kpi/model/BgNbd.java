package vn.nhip.kpi.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.special.Gamma;

/**
 * The BG/NBD model of repeat purchases (Fader, Hardie and Lee, 2005): customers buy at a rate of their own, and after
 * any purchase may be gone for good.
 *
 * <p>Units: weeks and purchase days, as in {@link CustomerHistory}.
 */
public final class BgNbd {

    private BgNbd() {}

    /** The most likely parameters, or why they cannot be found. */
    public static Fitting<Fit> fit(Collection<CustomerHistory> histories) {
        if (histories.stream().noneMatch(CustomerHistory::repeated)) {
            return Fitting.not("not-enough: 0 < 1 repeat customers");
        }
        Sample sample = Sample.of(histories);
        Likelihood likelihood = new Likelihood("BG/NBD", List.of("r", "alpha", "a", "b"), sample::logLikelihood);
        double weeks =
                histories.stream().mapToDouble(CustomerHistory::T).average().orElseThrow();
        return likelihood.maximise(1, Math.max(weeks, 1), 1, 1).then(maximum -> {
            double[] at = maximum.parameters();
            return Fitting.of(new Fit(at[0], at[1], at[2], at[3], maximum.logLikelihood()));
        });
    }

    /** The log-likelihood of these histories under given parameters. */
    public static double logLikelihood(Collection<CustomerHistory> histories, Fit fit) {
        return Sample.of(histories).logLikelihood(fit.r(), fit.alpha(), fit.a(), fit.b());
    }

    /** Purchase rates vary as Gamma(r, alpha), the chance to leave after a purchase as Beta(a, b). */
    public record Fit(double r, double alpha, double a, double b, double logLikelihood) {

        /**
         * How near 1 the closed form of the expectation divides nothing by nothing; there it is taken as the mean of
         * both sides, which is off by less than the square of this.
         */
        private static final double SINGULAR = 1e-4;

        /** E[X(t)]: repeat purchases of a new customer within t weeks of the first purchase. */
        public double expectedPurchases(double t) {
            return expected(r, alpha, b, t);
        }

        /** E[Y(t) | x, tx, T]: purchases of this customer in the t weeks after the end of observation. */
        public double expectedPurchases(CustomerHistory customer, double t) {
            return alive(customer) * expected(r + customer.x(), alpha + customer.T(), b + customer.x(), t);
        }

        /**
         * P(alive | x, tx, T).
         *
         * <p>The model lets customers leave only after a repeat purchase, so one who never repeated is alive with
         * certainty: not a number to show.
         */
        public double alive(CustomerHistory customer) {
            if (!customer.repeated()) {
                return 1;
            }
            double odds = Math.log(a / (b + customer.x() - 1))
                    + (r + customer.x()) * Math.log((alpha + customer.T()) / (alpha + customer.tx()));
            return 1 / (1 + Math.exp(odds));
        }

        /** P(X(t) = n): the chance that a new customer makes exactly n repeat purchases within t weeks. */
        public double probability(int n, double t) {
            double idle = r * Math.log(alpha / (alpha + t));
            double busy = Math.log(t / (alpha + t));
            double still = Math.exp(logBeta(a, b + n) - logBeta(a, b) + logNegativeBinomial(n) + idle + n * busy);
            if (n == 0) {
                return still;
            }
            double fewer = 0;
            for (int j = 0; j < n; j++) {
                fewer += Math.exp(logNegativeBinomial(j) + idle + j * busy);
            }
            return still + Math.exp(logBeta(a + 1, b + n - 1) - logBeta(a, b)) * Math.max(0, 1 - fewer);
        }

        private double logNegativeBinomial(int n) {
            return Gamma.logGamma(r + n) - Gamma.logGamma(r) - Gamma.logGamma(n + 1.0);
        }

        private double expected(double rate, double time, double stay, double t) {
            return Math.abs(a - 1) < SINGULAR || Math.abs(a + stay - 1) < SINGULAR
                    ? (closed(rate, time, a - 2 * SINGULAR, stay, t) + closed(rate, time, a + 2 * SINGULAR, stay, t))
                            / 2
                    : closed(rate, time, a, stay, t);
        }

        private static double closed(double rate, double time, double leave, double stay, double t) {
            double c = leave + stay - 1;
            return c / (leave - 1) * (1 - Hypergeometric.damped(rate, stay, c, t / (time + t)));
        }
    }

    private static double logBeta(double p, double q) {
        return Gamma.logGamma(p) + Gamma.logGamma(q) - Gamma.logGamma(p + q);
    }

    /** The customers counted by equal histories, since most of them bought once. */
    private record Sample(int customers, Map<Integer, Integer> byX, List<Group> groups) {

        record Group(int x, double tx, double T, int customers) {}

        static Sample of(Collection<CustomerHistory> histories) {
            Map<Integer, Integer> byX = new TreeMap<>();
            Map<CustomerHistory, Integer> equal = new HashMap<>();
            for (CustomerHistory one : histories) {
                byX.merge(one.x(), 1, Integer::sum);
                equal.merge(new CustomerHistory(one.x(), one.tx(), one.T(), 0), 1, Integer::sum);
            }
            List<Group> groups = new ArrayList<>();
            equal.forEach((one, count) -> groups.add(new Group(one.x(), one.tx(), one.T(), count)));
            return new Sample(histories.size(), byX, groups);
        }

        /** Of r, alpha, a and b. */
        double logLikelihood(double... at) {
            double r = at[0];
            double alpha = at[1];
            double a = at[2];
            double b = at[3];
            double sum = customers * (r * Math.log(alpha) - Gamma.logGamma(r) - logBeta(a, b));
            for (Map.Entry<Integer, Integer> entry : byX.entrySet()) {
                int x = entry.getKey();
                sum += entry.getValue() * (Gamma.logGamma(r + x) + logBeta(a, b + x));
            }
            for (Group group : groups) {
                sum += group.customers() * logStaying(group, r, alpha, a, b);
            }
            return sum;
        }

        /** ln(A3 + A4) of the paper: bought until the end, or left after the last purchase. */
        private static double logStaying(Group group, double... at) {
            double power = at[0] + group.x();
            double stayed = -power * Math.log(at[1] + group.T());
            if (group.x() == 0) {
                return stayed;
            }
            double left = Math.log(at[2] / (at[3] + group.x() - 1)) - power * Math.log(at[1] + group.tx());
            double larger = Math.max(stayed, left);
            return larger + Math.log1p(Math.exp(Math.min(stayed, left) - larger));
        }
    }
}
