package vn.nhip.kpi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifetimeValueTest {

    private static final LifetimeValue MODEL = new LifetimeValue(
            new BgNbd.Fit(0.2425929, 4.4135313, 0.7928859, 2.4257523, -9582.42556),
            new GammaGamma.Fit(6.2488027, 3.7445884, 15.4477472, -4055.92324));

    @ParameterizedTest
    @CsvSource({"2, 30.43, 22.35, 36.278", "1, 1.71, 11.77, 4.637", "0, 0, 0, 8.344"})
    void aYearIsTwelveMonthsOfWeeksAndNotOfThirtyWeeks(int x, double tx, double zbar, double expected) {
        assertThat(MODEL.of(new CustomerHistory(x, tx, 38.86, zbar), Horizon.YEAR))
                .isCloseTo(expected, within(1e-3));
    }

    @Test
    void theTutorialsUnitErrorIsReproducedOnlyWhenAskedFor() {
        CustomerHistory first = new CustomerHistory(2, 30.43, 38.86, 22.35);
        assertThat(MODEL.of(first, new Horizon(12, 0.01, 30))).isCloseTo(140.096, within(2e-3));
    }

    /** Expected values of the 600 customers by scipy 1.17: Nelder–Mead, BFGS agreeing to six digits. */
    @Test
    void theSampleInTheProjectGivesTheIndependentlyComputedModel() {
        Collection<CustomerHistory> histories =
                CustomerHistories.from(Cdnow.sample(), Cdnow.END).values();
        assertThat(histories).hasSize(600);
        LifetimeValue model = LifetimeValue.fit(histories).found().orElseThrow();
        assertThat(model.purchases().r()).isCloseTo(0.238557, within(1e-5));
        assertThat(model.purchases().alpha()).isCloseTo(4.341609, within(1e-4));
        assertThat(model.purchases().a()).isCloseTo(0.629707, within(1e-4));
        assertThat(model.purchases().b()).isCloseTo(2.009487, within(1e-4));
        assertThat(model.purchases().logLikelihood()).isCloseTo(-2719.004416, within(1e-5));
        assertThat(model.spend().p()).isCloseTo(4.79676, within(1e-3));
        assertThat(model.spend().q()).isCloseTo(4.21954, within(1e-3));
        assertThat(model.spend().v()).isCloseTo(24.7817, within(1e-2));
        assertThat(model.spend().logLikelihood()).isCloseTo(-1080.775270, within(1e-5));
        BigDecimal total = model.total(histories, Horizon.YEAR);
        assertThat(total).isCloseTo(new BigDecimal("19501.0405"), within(new BigDecimal("0.05")));
        assertThat(total.scale()).isEqualTo(6);
    }

    @Test
    void tooFewRepeatCustomersGiveTheReason() {
        List<CustomerHistory> histories = new ArrayList<>(Collections.nCopies(199, new CustomerHistory(1, 10, 30, 5)));
        histories.addAll(Collections.nCopies(5000, new CustomerHistory(0, 0, 30, 0)));
        assertThat(LifetimeValue.fit(histories).reason()).isEqualTo("not-enough: 199 < 200 repeat customers");
    }

    @Test
    void tooShortAnObservationGivesTheReason() {
        List<CustomerHistory> histories = Collections.nCopies(300, new CustomerHistory(1, 10, 25.9, 5));
        assertThat(LifetimeValue.fit(histories).reason()).isEqualTo("not-enough: 25 < 26 weeks");
        assertThat(LifetimeValue.fit(List.of()).reason()).isEqualTo("not-enough: 0 < 200 repeat customers");
    }

    @Test
    void aHorizonThatCannotBeIsRefused() {
        assertThatThrownBy(() -> new Horizon(0, 0.01, 4.345)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Horizon(12, Double.NaN, 4.345)).isInstanceOf(IllegalArgumentException.class);
    }
}
