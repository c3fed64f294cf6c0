package vn.nhip.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.catalogue.Shipped;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.kpi.KpiEngine;
import vn.nhip.kpi.KpiValue;
import vn.nhip.kpi.KpiValues;
import vn.nhip.spi.AdDay;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ExchangeRate;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Grain;
import vn.nhip.spi.Money;
import vn.nhip.spi.Scope;
import vn.nhip.spi.SourceNotes;
import vn.nhip.sync.MadeUpReports;
import vn.nhip.sync.MovingClock;
import vn.nhip.sync.ReportScene;

/** Another currency at the source or in the business: amounts keep the one they were given in, values are made anew. */
class CurrencyChangeTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final LocalDate IN_DOLLARS = LocalDate.of(2026, 11, 19);
    private static final LocalDate WITHOUT_RATE = LocalDate.of(2026, 11, 5);

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock("2026-11-22T20:00:00Z");
    private LocalDate changes = LocalDate.MAX;
    private final MadeUpReports ads = new MadeUpReports("ads", this::cost);
    private final MadeUpReports bank = new MadeUpReports("bank", CurrencyChangeTest::rate);

    /** A hundred a day, in what the account is billed in then. */
    private List<Fact> cost(LocalDate day, ConnectorContext context) {
        Money hundred = Money.of("100", day.isBefore(changes) ? "VND" : "USD");
        return List.of(new AdDay(
                day,
                Scope.TOTAL,
                AdDay.Campaign.ALL,
                "default",
                1_000,
                10,
                hundred,
                new AdDay.Conversions(BigDecimal.ONE, hundred)));
    }

    private static List<Fact> rate(LocalDate day, ConnectorContext context) {
        return day.equals(WITHOUT_RATE)
                ? List.of()
                : List.of(new ExchangeRate(
                        day, day, Currency.getInstance("USD"), Currency.getInstance("VND"), new BigDecimal("25000")));
    }

    @Test
    void a24WhenTheSourceChangesItsCurrencyEachDayKeepsItsOwnAndThePeriodIsTheSumOfBothConverted() {
        try (ReportScene scene = ReportScene.sqlite(folder, clock, ads, bank)) {
            Nighttime night = night(scene);
            night.tick();
            assertThat(value(scene, Grain.WEEK, MONDAY)).isEqualTo("700");

            changes = IN_DOLLARS;
            ads.notes(
                    new SourceNotes(Optional.empty(), Optional.of(Currency.getInstance("USD")), List.of(), List.of()));
            clock.sleep(Duration.ofDays(1));
            night.tick();

            assertThat(
                            scene.rows(
                                    "SELECT currency, MIN(day), MAX(day), COUNT(DISTINCT day), COUNT(*), MIN(cost)"
                                            + " FROM fact_ad_day WHERE live = 1 AND day >= '2026-11-01' GROUP BY currency ORDER BY 1 DESC"))
                    .containsExactly(
                            "VND 2026-11-01 2026-11-18 18 18 100000000", "USD 2026-11-19 2026-11-23 5 5 100000000");
            assertThat(value(scene, Grain.DAY, IN_DOLLARS.minusDays(1))).isEqualTo("100");
            assertThat(value(scene, Grain.DAY, IN_DOLLARS)).isEqualTo("2500000");
            assertThat(value(scene, Grain.WEEK, MONDAY)).isEqualTo("10000300");
            assertThat(scene.rows("SELECT payload FROM outbox WHERE kind = 'source-changed'"))
                    .singleElement()
                    .asString()
                    .contains("\"configured\":\"VND\"", "\"source\":\"USD\"");
        }
    }

    @Test
    void a24WhenTheBusinessCountsInAnotherCurrencyValuesAreMadeAnewFromTheAmountsAsTheyWereGiven() {
        try (ReportScene scene = ReportScene.sqlite(folder, clock, ads, bank)) {
            Nighttime night = night(scene);
            night.tick();
            List<String> given = facts(scene);
            assertThat(value(scene, Grain.DAY, MONDAY)).isEqualTo("100");

            scene.config = in(scene.config, "USD");
            scene.engine.workspace(scene.config);
            kpis(scene).refresh();

            assertThat(facts(scene)).isEqualTo(given).isNotEmpty();
            assertThat(value(scene, Grain.DAY, MONDAY)).isEqualTo("0.004");
            assertThat(value(scene, Grain.WEEK, MONDAY)).isEqualTo("0.028");
            assertThat(value(scene, Grain.DAY, WITHOUT_RATE))
                    .as("no rate, and so no number")
                    .isEqualTo("none");

            scene.config = in(scene.config, "VND");
            scene.engine.workspace(scene.config);
            kpis(scene).refresh();
            assertThat(value(scene, Grain.WEEK, MONDAY)).isEqualTo("700");
            assertThat(value(scene, Grain.DAY, WITHOUT_RATE)).isEqualTo("100");
        }
    }

    private static List<String> facts(ReportScene scene) {
        return scene.rows("SELECT key, currency, cost, hash, version FROM fact_ad_day ORDER BY key");
    }

    private static String value(ReportScene scene, Grain grain, LocalDate start) {
        return new KpiValues(scene.store, 1)
                .find("advertising-cost", grain, start, start).stream()
                        .findFirst()
                        .flatMap(KpiValue::value)
                        .map(value -> value.stripTrailingZeros().toPlainString())
                        .orElse("none");
    }

    private static WorkspaceConfig in(WorkspaceConfig config, String currency) {
        WorkspaceConfig.Calendar was = config.calendar();
        WorkspaceConfig.Calendar calendar = new WorkspaceConfig.Calendar(
                was.zone(), Currency.getInstance(currency), was.historyCompleteSince(), was.booksClosedThrough());
        return new WorkspaceConfig(
                config.id(),
                config.name(),
                calendar,
                config.language(),
                config.sample(),
                config.accounts(),
                config.sourcesOfTruth(),
                config.kpis(),
                config.setup(),
                config.nights());
    }

    private static KpiEngine kpis(ReportScene scene) {
        return new KpiEngine(scene.store, Shipped.catalogue(), scene.config, scene.clock);
    }

    private static Nighttime night(ReportScene scene) {
        return new Nighttime(scene, () -> kpis(scene).refresh());
    }
}
