package vn.nhip.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.catalogue.Shipped;
import vn.nhip.kpi.KpiEngine;
import vn.nhip.kpi.KpiValue;
import vn.nhip.kpi.KpiValues;
import vn.nhip.spi.Grain;
import vn.nhip.sync.DayFacts;
import vn.nhip.sync.MadeUpReports;
import vn.nhip.sync.MovingClock;
import vn.nhip.sync.ReportScene;

/** What a source changes afterwards, from the nightly reading to the KPI. */
class RestatementTest {

    private static final LocalDate CHANGED = LocalDate.of(2026, 11, 3);
    private static final LocalDate VANISHED = LocalDate.of(2026, 11, 4);

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock("2026-11-22T20:00:00Z");
    private final Map<LocalDate, Long> costs = new ConcurrentHashMap<>();
    private final MadeUpReports ads = new MadeUpReports(
            "ads",
            (day, context) -> costs.getOrDefault(day, 100L) < 0
                    ? List.of()
                    : List.of(DayFacts.cost(day, costs.getOrDefault(day, 100L))));

    @Test
    void a01ARestatedDayIsReadAgainUpdatedInPlaceAndRememberedAndWhatVanishedVanishes() {
        try (ReportScene scene = ReportScene.sqlite(folder, clock, ads)) {
            Nighttime night = night(scene);
            night.tick();
            KpiValues values = new KpiValues(scene.store, 1);
            assertThat(number(values, Grain.WEEK, LocalDate.of(2026, 11, 2))).isEqualTo("700");

            costs.put(CHANGED, 250L);
            costs.put(VANISHED, -1L);
            clock.sleep(Duration.ofDays(1));
            night.tick();

            assertThat(number(values, Grain.DAY, CHANGED)).isEqualTo("250");
            assertThat(number(values, Grain.WEEK, LocalDate.of(2026, 11, 2))).isEqualTo("750");
            assertThat(number(values, Grain.MONTH, LocalDate.of(2026, 11, 1))).isEqualTo("2350");
            assertThat(scene.rows("SELECT day, COUNT(*), SUM(cost) / 1000000 FROM fact_ad_day"
                            + " WHERE day IN ('2026-11-03', '2026-11-04') GROUP BY day"))
                    .containsExactly("2026-11-03 1 250");
            assertThat(scene.rows("SELECT grain, start, old_value, new_value FROM kpi_restatement"
                            + " WHERE kpi = 'advertising-cost' AND dimension = '' AND grain <> 'month'"
                            + " ORDER BY grain, start"))
                    .containsExactly("day 2026-11-03 100 250", "day 2026-11-04 100 null", "week 2026-11-02 700 750");
        }
    }

    @Test
    void a12DaysThatTheSourceMayStillChangeAreProvisionalAndReadAgain() {
        MadeUpReports ga =
                new MadeUpReports("ga", (day, context) -> List.of(DayFacts.sessions(day, 10))).restating(3, 1);
        try (ReportScene scene = ReportScene.sqlite(folder, clock, ga)) {
            Nighttime night = night(scene);
            night.tick();
            assertThat(states(scene)).isEqualTo("settled provisional provisional provisional");
            ga.forget();
            clock.sleep(Duration.ofDays(1));
            night.tick();
            assertThat(ga.requests()).containsExactly("2026-11-19..2026-11-23");
            assertThat(states(scene)).isEqualTo("settled settled provisional provisional");
        }
    }

    /** Of 19 to 22 November. */
    private static String states(ReportScene scene) {
        return String.join(
                " ",
                scene.rows("SELECT state FROM kpi_value WHERE kpi = 'website-sessions' AND grain = 'day'"
                        + " AND dimension = '' AND start BETWEEN '2026-11-19' AND '2026-11-22' ORDER BY start"));
    }

    private static String number(KpiValues values, Grain grain, LocalDate start) {
        return values.find("advertising-cost", grain, start, start).stream()
                .findFirst()
                .flatMap(KpiValue::value)
                .map(value -> value.stripTrailingZeros().toPlainString())
                .orElse("none");
    }

    private static Nighttime night(ReportScene scene) {
        KpiEngine kpis = new KpiEngine(scene.store, Shipped.catalogue(), scene.config, scene.clock);
        return new Nighttime(scene, kpis::refresh);
    }
}
