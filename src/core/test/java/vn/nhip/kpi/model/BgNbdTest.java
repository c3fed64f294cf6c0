package vn.nhip.kpi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BgNbdTest {

    /** As estimated from the published CDNOW summary. */
    private static final BgNbd.Fit FIT = new BgNbd.Fit(0.2425929, 4.4135313, 0.7928859, 2.4257523, -9582.42556);

    private static final BgNbd.Fit ROUNDED = new BgNbd.Fit(0.243, 4.414, 0.793, 2.426, -9582.4);

    @ParameterizedTest
    @CsvSource({"1, 0.053184742", "3, 0.150631932", "31.8571, 1.040494315", "39, 1.19502", "78, 1.857971837"})
    void expectedPurchasesOfANewCustomerAreThePublishedOnes(double weeks, double expected) {
        assertThat(FIT.expectedPurchases(weeks)).isCloseTo(expected, within(5e-6));
    }

    @Test
    void expectedPurchasesOfAKnownCustomerAreThePublishedOnes() {
        assertThat(FIT.expectedPurchases(new CustomerHistory(2, 30.43, 38.86, 22.35), 39))
                .isCloseTo(1.225910474, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"0, 39, 0.5737864", "10, 2, 1.07869e-7", "11, 30, 0.0019995214", "20, 30, 0.0002222260"})
    void probabilitiesOfCountsAreThePublishedOnes(int n, double weeks, double expected) {
        assertThat(ROUNDED.probability(n, weeks)).isCloseTo(expected, within(5e-8));
    }

    @Test
    void probabilitiesOfAllCountsSumToOneAndToTheExpectation() {
        assertThat(IntStream.range(0, 400)
                        .mapToDouble(n -> FIT.probability(n, 39))
                        .sum())
                .isCloseTo(1, within(1e-9));
        assertThat(IntStream.range(0, 400)
                        .mapToDouble(n -> n * FIT.probability(n, 39))
                        .sum())
                .isCloseTo(FIT.expectedPurchases(39), within(1e-6));
    }

    @Test
    void theChanceToBeAliveFallsWithSilence() {
        assertThat(FIT.alive(new CustomerHistory(2, 30.43, 38.86, 22.35))).isCloseTo(0.726609, within(1e-5));
        assertThat(FIT.alive(new CustomerHistory(1, 1.71, 38.86, 11.77))).isCloseTo(0.212227, within(1e-5));
        assertThat(FIT.alive(new CustomerHistory(0, 0, 38.86, 0))).isEqualTo(1);
    }

    /** Expected values by mpmath from the integral of the purchase rate, which has no such singularities. */
    @ParameterizedTest
    @CsvSource({
        "1,     2,     1.74737784527043",
        "0.3,   0.7,   2.24449612120647",
        "0.2,   0.3,   2.11378265899387",
        "30,    80,    1.60604598093981"
    })
    void theExpectationHoldsWhereItsClosedFormDividesNothingByNothing(double a, double b, double expected) {
        assertThat(new BgNbd.Fit(0.5, 5, a, b, 0).expectedPurchases(39)).isCloseTo(expected, within(1e-6));
    }

    @Test
    void aCustomerOfAThousandPurchasesHasAFiniteExpectation() {
        double expected = FIT.expectedPurchases(new CustomerHistory(1000, 200, 201, 10), 52);
        assertThat(expected).isBetween(100.0, 300.0);
    }

    @Test
    void theParametersOfSimulatedCustomersAreFoundAgain() {
        BgNbd.Fit truth = new BgNbd.Fit(0.8, 6, 1.2, 3.5, 0);
        BgNbd.Fit found = BgNbd.fit(simulated(truth, 20_000, 52)).found().orElseThrow();
        assertThat(found.r()).isCloseTo(truth.r(), within(0.08));
        assertThat(found.alpha()).isCloseTo(truth.alpha(), within(0.6));
        assertThat(found.a() / (found.a() + found.b())).isCloseTo(1.2 / 4.7, within(0.02));
        assertThat(found.expectedPurchases(52)).isCloseTo(truth.expectedPurchases(52), within(0.05));
    }

    @Test
    void withoutARepeatCustomerThereIsNoFit() {
        Fitting<BgNbd.Fit> fitting = BgNbd.fit(Collections.nCopies(500, new CustomerHistory(0, 0, 30, 0)));
        assertThat(fitting.found()).isEmpty();
        assertThat(fitting.reason()).isEqualTo("not-enough: 0 < 1 repeat customers");
    }

    @Test
    void dataThatDoNotBoundAParameterGiveAReasonInsteadOfNumbers() {
        Fitting<BgNbd.Fit> fitting = BgNbd.fit(Collections.nCopies(500, new CustomerHistory(12, 51.9, 52, 10)));
        assertThat(fitting.found()).isEmpty();
        assertThat(fitting.reason()).startsWith("not-converged: ").contains("BG/NBD");
    }

    @Test
    void aHistoryThatCannotBeIsRefused() {
        for (double[] bad : new double[][] {{-1, 0, 3}, {1, 4, 3}, {0, 1, 3}, {1, Double.NaN, 3}, {1, 1, Double.NaN}}) {
            assertThatThrownBy(() -> new CustomerHistory((int) bad[0], bad[1], bad[2], 5))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no such history");
        }
    }

    private static List<CustomerHistory> simulated(BgNbd.Fit truth, int customers, double weeks) {
        RandomGenerator random = new Well19937c(20260101);
        GammaDistribution rates = new GammaDistribution(random, truth.r(), 1 / truth.alpha());
        BetaDistribution leaving = new BetaDistribution(random, truth.a(), truth.b());
        return IntStream.range(0, customers)
                .mapToObj(customer -> life(random, rates.sample(), leaving.sample(), weeks))
                .toList();
    }

    private static CustomerHistory life(RandomGenerator random, double rate, double leave, double weeks) {
        ExponentialDistribution gaps = new ExponentialDistribution(random, 1 / Math.max(rate, 1e-12));
        int x = 0;
        double last = 0;
        for (double next = gaps.sample(); next <= weeks; next += gaps.sample()) {
            x++;
            last = next;
            if (random.nextDouble() < leave) {
                break;
            }
        }
        return new CustomerHistory(x, last, weeks, x == 0 ? 0 : 1);
    }
}
