package vn.nhip.kpi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HypergeometricTest {

    /** Expected values from mpmath with 40 digits. */
    @ParameterizedTest
    @CsvSource({
        "0.243,  2.426,   2.219,   0.5,   1.0199805356173117",
        "5.243,  7.426,   7.219,   0.9,   1.5141938958083825",
        "100.243,102.426, 102.219, 0.45,  1.1296869652730802",
        "2000.2, 2002.4,  2002.2,  0.5,   1.1485835769907864",
        "0.2,    80.0,    140.0,   0.99,  0.47089161236980989",
        "30.0,   80.0,    140.0,   0.999, 3.909795831559998e-77",
        "0.3,    0.4,     -0.2,    0.3,   0.65742035843103129",
    })
    void isExactToTwelveDigitsForFewAndForManyPurchases(double a, double b, double c, double z, double expected) {
        assertThat(Hypergeometric.damped(a, b, c, z)).isCloseTo(expected, withinPercentage(1e-10));
    }

    @Test
    void theSeriesHasItsKnownSpecialValues() {
        assertThat(Hypergeometric.series(1, 1, 2, 0.5)).isCloseTo(2 * Math.log(2), withinPercentage(1e-12));
        assertThat(Hypergeometric.series(0.7, 3, 3, 0.25)).isCloseTo(Math.pow(0.75, -0.7), withinPercentage(1e-12));
        assertThat(Hypergeometric.series(2, 5, 9, 0)).isEqualTo(1);
    }

    @Test
    void aSeriesThatDoesNotEndIsRefused() {
        assertThatThrownBy(() -> Hypergeometric.series(3, 3, 2, 0.99999999))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("does not end");
    }
}
