package vn.nhip.kpi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

class GammaGammaTest {

    private static final GammaGamma.Fit FIT = new GammaGamma.Fit(6.2488027, 3.7445884, 15.4477472, -4055.92324);

    @Test
    void theMeanOfAKnownCustomerLiesBetweenTheirOwnAndEverybodys() {
        assertThat(FIT.mean()).isCloseTo(35.1710, within(1e-4));
        assertThat(FIT.mean(new CustomerHistory(0, 0, 38.86, 0))).isCloseTo(FIT.mean(), within(1e-12));
        assertThat(FIT.mean(new CustomerHistory(2, 30.43, 38.86, 22.35))).isCloseTo(24.6586, within(1e-4));
        assertThat(FIT.mean(new CustomerHistory(1, 1.71, 38.86, 11.77))).isCloseTo(18.9115, within(1e-4));
    }

    @Test
    void theParametersOfSimulatedSpendAreFoundAgain() {
        GammaGamma.Fit found =
                GammaGamma.fit(simulated(4, 5, 80, 20_000)).found().orElseThrow();
        assertThat(found.mean()).isCloseTo(80, within(1.5));
        assertThat(found.p()).isCloseTo(4, within(0.4));
        assertThat(found.q()).isCloseTo(5, within(0.4));
    }

    @Test
    void oneSpenderIsNotEnough() {
        List<CustomerHistory> one = List.of(new CustomerHistory(3, 10, 20, 50), new CustomerHistory(3, 10, 20, 0));
        assertThat(GammaGamma.fit(one).reason()).isEqualTo("not-enough: 1 < 2 repeat customers who spent something");
    }

    @Test
    void spendersWhoAllSpendTheSameBoundNothing() {
        Fitting<GammaGamma.Fit> fitting = GammaGamma.fit(IntStream.rangeClosed(1, 300)
                .mapToObj(i -> new CustomerHistory(1 + i % 5, 10, 20, 50))
                .toList());
        assertThat(fitting.found()).isEmpty();
        assertThat(fitting.reason()).startsWith("not-converged: ").contains("Gamma-Gamma");
    }

    private static List<CustomerHistory> simulated(double p, double q, double v, int customers) {
        RandomGenerator random = new Well19937c(19970930);
        GammaDistribution scales = new GammaDistribution(random, q, 1 / v);
        return IntStream.range(0, customers)
                .mapToObj(i -> {
                    int x = 1 + i % 6;
                    double mean = new GammaDistribution(random, p * x, 1 / (scales.sample() * x)).sample();
                    return new CustomerHistory(x, 10, 20, mean);
                })
                .toList();
    }
}
