package vn.nhip.kpi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static vn.nhip.kpi.model.Cdnow.number;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The whole CDNOW sample of 2,357 customers against answers computed independently and published ones. */
class CdnowAnswersTest {

    private static final Map<String, Double> TOLERANCE = Map.of(
            "r",
            0.0005,
            "alpha",
            0.005,
            "a",
            0.002,
            "b",
            0.01,
            "p",
            0.01,
            "q",
            0.005,
            "v_gamma",
            0.05,
            "log_likelihood",
            0.0005);

    @Test
    void parametersFromTransactionsAreTheAnswers() {
        Collection<CustomerHistory> histories =
                CustomerHistories.from(Cdnow.all(), Cdnow.END).values();
        assertThat(histories).hasSize(2357);
        parametersAre(
                "from transactions (exact", LifetimeValue.fit(histories).found().orElseThrow());
    }

    @Test
    void parametersFromThePublishedSummaryAreTheAnswers() {
        parametersAre(
                "bundled summary",
                LifetimeValue.fit(Cdnow.summary().values()).found().orElseThrow());
    }

    @Test
    void everyPublishedCheckHolds() {
        Map<Integer, CustomerHistory> summary = Cdnow.summary();
        LifetimeValue model = LifetimeValue.fit(summary.values()).found().orElseThrow();
        PublishedCheck check = new PublishedCheck(model, summary);
        List<List<String>> rows = Cdnow.rows("answers/cdnow_published_checks.csv");
        assertThat(rows).hasSizeGreaterThan(50);
        for (List<String> row : rows) {
            double tolerance = Math.max(1e-5 * Math.abs(number(row, 1)), 1e-9);
            assertThat(check.value(row.get(0))).as(row.get(0)).isCloseTo(number(row, 1), within(tolerance));
        }
    }

    @Test
    void expectedFrequenciesAreTheAnswers() {
        Collection<CustomerHistory> histories =
                CustomerHistories.from(Cdnow.all(), Cdnow.END).values();
        BgNbd.Fit fit = BgNbd.fit(histories).found().orElseThrow();
        Map<Integer, Long> actual = histories.stream()
                .collect(Collectors.groupingBy(one -> Math.min(one.x(), 7), TreeMap::new, Collectors.counting()));
        double rest = histories.size();
        for (List<String> row : Cdnow.rows("answers/cdnow_frequency_histogram.csv")) {
            boolean open = row.get(0).equals("7+");
            int n = open ? 7 : Integer.parseInt(row.get(0));
            double expected = open
                    ? rest
                    : histories.stream()
                            .mapToDouble(one -> fit.probability(n, one.T()))
                            .sum();
            rest -= expected;
            assertThat(actual.get(n)).as("customers with %s", row.get(0)).isEqualTo(Long.parseLong(row.get(1)));
            assertThat(expected).as("expected with %s", row.get(0)).isCloseTo(number(row, 2), within(0.02));
        }
    }

    @Test
    void theHoldOutIsUnderForecastByTwelvePercentAsKnown() {
        Map<Integer, CustomerHistory> before = CustomerHistories.from(Cdnow.all(), Cdnow.END);
        Map<Integer, CustomerHistory> after = CustomerHistories.from(Cdnow.all(), Cdnow.END.plusWeeks(39));
        BgNbd.Fit fit = BgNbd.fit(before.values()).found().orElseThrow();
        double expected = before.values().stream()
                .mapToDouble(one -> fit.expectedPurchases(one, 39))
                .sum();
        assertThat(after).hasSameSizeAs(before);
        int actual = repeats(after) - repeats(before);
        assertThat(expected).isCloseTo(1653, within(1.0));
        assertThat(actual).isEqualTo(1882);
    }

    @Test
    void theCohortIsWorthWhatTheAnswerSays() {
        Collection<CustomerHistory> summary = Cdnow.summary().values();
        LifetimeValue model = LifetimeValue.fit(summary).found().orElseThrow();
        assertThat(model.total(summary, Horizon.YEAR).doubleValue()).isCloseTo(71509.90, withinPercentage(1e-4));
    }

    @Test
    void fittingBothModelsTakesLessThanASecond() {
        Collection<CustomerHistory> histories =
                CustomerHistories.from(Cdnow.all(), Cdnow.END).values();
        long start = System.nanoTime();
        assertThat(LifetimeValue.fit(histories).found()).isPresent();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    private static int repeats(Map<Integer, CustomerHistory> histories) {
        return histories.values().stream().mapToInt(CustomerHistory::x).sum();
    }

    private static void parametersAre(String source, LifetimeValue model) {
        BgNbd.Fit bg = model.purchases();
        GammaGamma.Fit gg = model.spend();
        Map<String, Double> found = Map.of(
                "BG/NBD r",
                bg.r(),
                "BG/NBD alpha",
                bg.alpha(),
                "BG/NBD a",
                bg.a(),
                "BG/NBD b",
                bg.b(),
                "BG/NBD log_likelihood",
                bg.logLikelihood(),
                "Gamma-Gamma p",
                gg.p(),
                "Gamma-Gamma q",
                gg.q(),
                "Gamma-Gamma v_gamma",
                gg.v(),
                "Gamma-Gamma log_likelihood",
                gg.logLikelihood());
        List<List<String>> answers = Cdnow.rows("answers/cdnow_model_parameters.csv").stream()
                .filter(row -> row.get(1).startsWith(source))
                .toList();
        assertThat(answers).hasSize(found.size());
        for (List<String> row : answers) {
            String name = row.get(0) + " " + row.get(2);
            assertThat(found.get(name)).as(name).isCloseTo(number(row, 3), within(TOLERANCE.get(row.get(2))));
        }
    }
}
