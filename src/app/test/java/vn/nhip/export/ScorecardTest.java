package vn.nhip.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nhip.catalogue.Kpi;
import vn.nhip.config.KpiChoice;
import vn.nhip.kpi.KpiValue;
import vn.nhip.spi.Grain;

class ScorecardTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 17);

    @ParameterizedTest
    @CsvSource({
        "UP, 100, 100, REACHED",
        "UP, 99, 100, NEAR",
        "UP, 90, 100, NEAR",
        "UP, 89, 100, MISSED",
        "DOWN, 100, 100, REACHED",
        "DOWN, 110, 100, NEAR",
        "DOWN, 111, 100, MISSED",
        "NEUTRAL, 109, 100, REACHED",
        "NEUTRAL, 85, 100, NEAR",
        "NEUTRAL, 130, 100, MISSED",
        "UP, 100, , NO_TARGET"
    })
    void statusFollowsTheGoodDirection(Kpi.Good good, String value, String target, Scorecard.Status status) {
        Scorecard.Line line = line(good, target, 0, List.of(value(DAY, value, "", false)));
        assertThat(line.status()).isEqualTo(status);
    }

    @Test
    void undefinedRunningAndSmallSamplesAreNeverJudged() {
        assertThat(line(Kpi.Good.UP, "1", 0, List.of(value(DAY, "", "no-data", false)))
                        .status())
                .isEqualTo(Scorecard.Status.NOT_ENOUGH);
        assertThat(line(Kpi.Good.UP, "1", 0, List.of(value(DAY, "5", "", true))).status())
                .isEqualTo(Scorecard.Status.NOT_ENOUGH);
        assertThat(line(Kpi.Good.UP, "1", 0, List.of(value(DAY, "5", "not-enough: 12 < 100", false)))
                        .status())
                .isEqualTo(Scorecard.Status.NOT_ENOUGH);
        assertThat(line(Kpi.Good.UP, "1", 100, List.of(value(DAY, "5", "", false)))
                        .status())
                .isEqualTo(Scorecard.Status.NOT_ENOUGH);
        assertThat(line(Kpi.Good.UP, "1", 0, List.of()).status()).isEqualTo(Scorecard.Status.NOT_ENOUGH);
    }

    @Test
    void lastCompletePeriodIsComparedWithTheOneBeforeAndTheYearBefore() {
        Scorecard.Line line = line(
                Kpi.Good.UP,
                "200",
                0,
                List.of(
                        value(DAY.minusDays(364), "50", "", false),
                        value(DAY.minusDays(1), "80", "", false),
                        value(DAY, "100", "", false),
                        value(DAY.plusDays(1), "3", "", true)));
        assertThat(line.current().orElseThrow().start()).isEqualTo(DAY);
        assertThat(line.targetShare())
                .hasValueSatisfying(share -> assertThat(share).isEqualByComparingTo("0.5"));
        assertThat(line.sincePrevious())
                .hasValueSatisfying(change -> assertThat(change).isEqualByComparingTo("0.25"));
        assertThat(line.sinceYear())
                .hasValueSatisfying(change -> assertThat(change).isEqualByComparingTo("1"));
    }

    @Test
    void changeFromZeroOrFromNothingIsLeftOut() {
        Scorecard.Line fromZero =
                line(Kpi.Good.UP, "", 0, List.of(value(DAY.minusDays(1), "0", "", false), value(DAY, "5", "", false)));
        assertThat(fromZero.sincePrevious()).isEmpty();
        Scorecard.Line afterAGap =
                line(Kpi.Good.UP, "", 0, List.of(value(DAY.minusDays(2), "4", "", false), value(DAY, "5", "", false)));
        assertThat(afterAGap.sincePrevious()).isEmpty();
    }

    private static Scorecard.Line line(Kpi.Good good, String target, long least, List<KpiValue> values) {
        Kpi shop = Reports.kpis().get(0).kpi();
        Kpi kpi = new Kpi(
                "k",
                1,
                shop.name(),
                Grain.DAY,
                Set.of(Grain.DAY),
                shop.unit(),
                good,
                shop.formula(),
                List.of(),
                least,
                Optional.empty(),
                shop.definition(),
                shop.guide());
        Optional<BigDecimal> wanted =
                target == null || target.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(target));
        KpiChoice choice = new KpiChoice(true, Optional.empty(), Optional.empty(), wanted);
        Report report = new Report(
                Reports.shop().business(),
                List.of(new Report.KpiLine(kpi, choice, true, List.of(), Optional.empty())),
                new ArrayList<>(values),
                List.of(),
                List.of(),
                List.of(),
                Reports.NOW);
        return Scorecard.of(report).get(0);
    }

    private static KpiValue value(LocalDate day, String value, String reason, boolean partial) {
        return new KpiValue(
                "k",
                1,
                Grain.DAY,
                day,
                KpiValue.Breakdown.TOTAL,
                Optional.empty(),
                Optional.of(BigDecimal.TEN),
                value.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(value)),
                reason,
                new KpiValue.Standing(KpiValue.State.SETTLED, Optional.empty(), partial, Reports.NOW));
    }
}
