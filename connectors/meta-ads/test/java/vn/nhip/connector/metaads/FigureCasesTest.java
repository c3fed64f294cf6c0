package vn.nhip.connector.metaads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhip.kit.report.AdTally;
import vn.nhip.sandbox.face.graph.GraphAnswer;
import vn.nhip.sandbox.face.graph.GraphFaults;
import vn.nhip.spi.AdDay;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Page;
import vn.nhip.spi.Scope;
import vn.nhip.spi.Slice;

/** Acceptance cases A01, A06, A13, A24 and E02 to E06, E27: what the figures mean, and which days they are of. */
class FigureCasesTest {

    private static final DayRange DAYS = new DayRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 14));

    private final Desk desk = new Desk(Shop.advertising(DAYS, 3));

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a01DaysThatChangeAndRowsThatVanishEndAsTheTruth() {
        desk.face.put(desk.account.settlingAfter(28));
        Map<String, Fact> young = desk.night(DAYS);
        assertThat(young.keySet()).anyMatch(key -> key.contains("23850000000000199"));
        desk.clock.put(Instant.parse("2026-03-01T01:00:00Z"));
        Map<String, Fact> settled = desk.night(DAYS);
        assertThat(settled.keySet()).noneMatch(key -> key.contains("23850000000000199"));
        desk.face.put(desk.account);
        assertThat(settled).isEqualTo(desk.night(DAYS)).isNotEqualTo(young);
    }

    @Test
    void a06EveryRequestStatesTheWindowsAndEveryFigureTheSetting() {
        List<AdDay> facts = Desk.adDays(desk.pages(DAYS));
        assertThat(desk.face.ordered()).hasSize(2).allSatisfy(report -> assertThat(report.windows())
                .containsExactly("7d_click", "1d_view"));
        assertThat(facts).extracting(AdDay::attribution).containsOnly("7-day click or 1-day view");
    }

    @Test
    void a06TheFiguresAreThoseThatAdsManagerShowsForTheSameSetting() {
        AdDay fact = campaign(Desk.adDays(desk.pages(DAYS)), DAYS.first(), 1);
        assertThat(fact.conversions().count())
                .isEqualByComparingTo(
                        BigDecimal.valueOf(Shop.ad(DAYS.first(), 1).counts().conversions()));
        assertThat(fact.conversions().value().amount())
                .isEqualByComparingTo(Shop.ad(DAYS.first(), 1).counts().value());
    }

    @Test
    void a06AnotherSettingIsAnotherSeries() {
        Map<String, Fact> both = desk.night(DAYS);
        Map<String, Fact> clicks =
                desk.setting("attribution-windows", "1d_click").night(DAYS);
        assertThat(clicks.keySet()).hasSameSizeAs(both.keySet()).doesNotContainAnyElementsOf(both.keySet());
        assertThat(clicks.values())
                .allSatisfy(fact -> assertThat(((AdDay) fact).attribution()).isEqualTo("1-day click"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"7d_view", "28d_view", "7d_click,28d_view", "2d_click", "", "1d_click,7d_click", "7d_click,"})
    void a06WindowsThatAreGoneOrCountTwiceAreRefusedWithTheReason(String windows) {
        desk.setting("attribution-windows", windows);
        assertThatThrownBy(desk::open)
                .isInstanceOfSatisfying(ConnectorException.class, thrown -> assertThat(thrown.kind())
                        .isEqualTo(Kind.SETTINGS))
                .hasMessageContaining("attribution-windows");
        assertThat(desk.face.asked()).isEmpty();
    }

    @Test
    void aliasesOfTheSamePurchaseAreNeverAdded() {
        BigDecimal one = conversions(desk.setting("conversion-action", "purchase"));
        BigDecimal other = conversions(desk.setting("conversion-action", "offsite_conversion.fb_pixel_purchase"));
        assertThat(one).isEqualByComparingTo(other).isPositive();
        desk.setting("conversion-action", "purchase,omni_purchase");
        assertThatThrownBy(desk::open).hasMessageContaining("never added");
    }

    private BigDecimal conversions(Desk at) {
        return Desk.adDays(at.pages(DAYS)).stream()
                .filter(fact -> fact.scope() == Scope.TOTAL)
                .map(fact -> fact.conversions().count())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void a13TheLastDayIsYesterdayInTheAccountsZone() {
        desk.face.put(desk.account.in(ZoneId.of("America/Los_Angeles")));
        desk.clock.put(Instant.parse("2026-01-14T17:30:00Z")); // 00:30 on the 15th in Vietnam, the 14th in Los Angeles
        List<Page> pages = desk.pages(DAYS);
        assertThat(Desk.adDays(pages))
                .extracting(AdDay::day)
                .doesNotContain(LocalDate.of(2026, 1, 14))
                .contains(LocalDate.of(2026, 1, 13));
        assertThat(desk.face.ordered())
                .allSatisfy(report -> assertThat(report.until()).isEqualTo(LocalDate.of(2026, 1, 13)));
        assertThat(pages.get(0).notes().zone()).contains(ZoneId.of("America/Los_Angeles"));
    }

    @Test
    void a13ADayThatHasNotEndedAnywhereIsNotAskedFor() {
        try (Connector connector = desk.open()) {
            assertThat(connector.slices(MetaAdsConnector.AD_DAYS, DayRange.of(LocalDate.of(2026, 1, 15))))
                    .isEmpty();
        }
    }

    @Test
    void a24EveryAmountHasTheAccountsCurrencyAndNotTheWorkspaces() {
        List<Page> pages = desk.pages(DAYS);
        assertThat(Desk.adDays(pages)).allSatisfy(fact -> {
            assertThat(fact.cost().currency()).isEqualTo(Currency.getInstance("USD"));
            assertThat(fact.conversions().value().currency()).isEqualTo(Currency.getInstance("USD"));
        });
        assertThat(pages.get(0).notes().currency()).contains(Currency.getInstance("USD"));
    }

    @Test
    void e02DaysThatMetaNoLongerKeepsAreNotAskedForAndThatIsSaid() {
        DayRange years = new DayRange(LocalDate.of(2020, 1, 1), DAYS.last());
        try (Connector connector = desk.open()) {
            List<Slice> slices = connector.slices(MetaAdsConnector.AD_DAYS, years);
            Slice oldest = slices.get(slices.size() - 1);
            assertThat(oldest.days().orElseThrow().first()).isEqualTo(LocalDate.of(2022, 12, 19));
            List<Page> pages = desk.from(connector, MetaAdsConnector.AD_DAYS, oldest, Optional.empty());
            assertThat(Desk.drift(pages)).anyMatch(words -> words.contains("37 months"));
        }
    }

    @Test
    void e02WhenMetaKeepsLessTheOldestWeekIsLeftOut() {
        desk.face.faults((call, ask) -> ask.parameter("time_range").contains("since\":\"2026-01-01")
                ? Optional.of(GraphAnswer.error(400, 3018, 0, "The start date is too old"))
                : Optional.empty());
        List<Page> pages = desk.pages(DAYS);
        assertThat(Desk.adDays(pages))
                .extracting(AdDay::day)
                .containsOnly(LocalDate.of(2026, 1, 8)
                        .datesUntil(LocalDate.of(2026, 1, 15))
                        .toArray(LocalDate[]::new));
        assertThat(Desk.drift(pages)).anyMatch(words -> words.contains("no longer has days before 2026-01-08"));
    }

    @Test
    void aDayWithoutARowCostNothingAndSaysSo() {
        LocalDate quiet = LocalDate.of(2026, 1, 6);
        desk.face.put(desk.account.with(Shop.of(DAYS, Shop.VIETNAM, Shop.adsExcept(DAYS, quiet), List.of())));
        List<Page> pages = desk.pages(DAYS);
        assertThat(pages.stream().flatMap(page -> page.facts().stream()).filter(Envelope::silent))
                .singleElement()
                .satisfies(envelope -> {
                    AdDay fact = (AdDay) envelope.fact();
                    assertThat(fact.day()).isEqualTo(quiet);
                    assertThat(fact.scope()).isEqualTo(Scope.TOTAL);
                    assertThat(AdTally.of(fact).nothing()).isTrue();
                    assertThat(fact.cost().currency()).isEqualTo(Currency.getInstance("USD"));
                    assertThat(fact.attribution()).isEqualTo("7-day click or 1-day view");
                });
        assertThat(pages.stream().mapToLong(page -> page.counts().mapped()).sum())
                .as("records")
                .isEqualTo(13 * 2);
    }

    @Test
    void anAccountWithoutAnyAdvertisingCostNothingOnEveryDayThatHasEnded() {
        desk.face.put(desk.account.with(Shop.nothing(DAYS)).in(ZoneId.of("America/Los_Angeles")));
        desk.clock.put(Instant.parse("2026-01-14T17:30:00Z")); // the 14th has not ended in Los Angeles
        assertThat(Desk.adDays(desk.pages(DAYS)))
                .hasSize(13)
                .allMatch(fact -> AdTally.of(fact).nothing())
                .extracting(AdDay::day)
                .doesNotContain(LocalDate.of(2026, 1, 14));
    }

    @Test
    void daysOfATotalRowThatCannotBeReadAreNotCalledSilent() {
        String good = "{\"spend\":\"1\",\"impressions\":\"9\",\"date_start\":\"2026-01-05\"}";
        String bad = good.replace("\"1\"", "\"much\"").replace("-05", "-06");
        desk.face.faults((call, ask) -> ask.method().equals("GET") && ask.edge().equals("insights")
                ? Optional.of(GraphAnswer.json(200, "{\"data\":[" + good + "," + bad + "]}"))
                : Optional.empty());
        assertThat(desk.pages(DAYS).stream()
                        .flatMap(page -> page.facts().stream())
                        .filter(Envelope::silent))
                .isEmpty();
    }

    @Test
    void e03ARowWithoutItsCampaignIsKeptAsUnknown() {
        desk.face.faults(
                rowsOfCampaigns(
                        "{\"spend\":\"1.50\",\"impressions\":\"9\",\"date_start\":\"2026-01-05\",\"date_stop\":\"2026-01-05\"}"));
        assertThat(Desk.adDays(desk.pages(DAYS)))
                .filteredOn(fact -> fact.campaign().id().equals("unknown"))
                .singleElement()
                .satisfies(fact -> assertThat(fact.cost().amount()).isEqualByComparingTo("1.50"));
    }

    @Test
    void e04ReachAndFrequencyAreNeverAskedForSinceTheyCannotBeAdded() {
        desk.pages(DAYS);
        assertThat(desk.face.ordered())
                .allSatisfy(report -> assertThat(report.fields()).doesNotContain("reach", "frequency"));
    }

    @Test
    void e05TotalsAndCampaignsHaveKeysOfTheirOwn() {
        Map<String, Fact> night = desk.night(DAYS);
        assertThat(night).hasSize(14 * (1 + 3));
        assertThat(night.keySet().stream().filter(key -> key.contains("|total||")))
                .hasSize(14);
    }

    @Test
    void e06TwoRowsOfTheSameKeyAreAnError() {
        String row = "{\"campaign_id\":\"7\",\"spend\":\"1\",\"impressions\":\"9\",\"date_start\":\"2026-01-05\"}";
        desk.face.faults(rowsOfCampaigns(row + "," + row));
        assertThatThrownBy(() -> desk.pages(DAYS))
                .isInstanceOfSatisfying(ConnectorException.class, thrown -> assertThat(thrown.kind())
                        .isEqualTo(Kind.DATA))
                .hasMessageContaining("two rows");
    }

    @Test
    void e27AFieldThatNobodyKnowsIsNotedAndTheRowKept() {
        desk.face.faults(rowsOfCampaigns("{\"campaign_id\":\"7\",\"campaign_name\":\"x\",\"spend\":\"1\","
                + "\"impressions\":\"9\",\"date_start\":\"2026-01-05\",\"sparkle\":\"3\"}"));
        List<Page> pages = desk.pages(DAYS);
        assertThat(Desk.drift(pages)).anyMatch(words -> words.contains("sparkle"));
        assertThat(Desk.adDays(pages)).anyMatch(fact -> fact.campaign().id().equals("7"));
    }

    @Test
    void partsAndTheirRemainderMakeTheTotal() {
        desk.face.faults(rowsOfCampaigns("{\"campaign_id\":\"7\",\"campaign_name\":\"x\",\"spend\":\"1.00\","
                + "\"impressions\":\"9\",\"date_start\":\"2026-01-05\"}"));
        List<AdDay> facts = Desk.adDays(desk.pages(DAYS));
        for (AdDay total :
                facts.stream().filter(fact -> fact.scope() == Scope.TOTAL).toList()) {
            AdTally parts = facts.stream()
                    .filter(fact ->
                            fact.scope() == Scope.BREAKDOWN && fact.day().equals(total.day()))
                    .map(AdTally::of)
                    .reduce(AdTally.NOTHING, AdTally::plus);
            assertThat(parts.minus(AdTally.of(total)).nothing())
                    .as("%s", total.day())
                    .isTrue();
        }
    }

    @Test
    void aBadRowGoesToQuarantineAndItsFiguresToTheRemainder() {
        String good = "{\"campaign_id\":\"7\",\"spend\":\"1\",\"impressions\":\"9\",\"date_start\":\"2026-01-05\"}";
        desk.face.faults(rowsOfCampaigns(good + "," + good.replace("\"7\"", "\"8\"") + ","
                + good.replace("\"1\"", "\"1e9\"").replace("\"7\"", "\"9\"")));
        List<Page> pages = desk.pages(DAYS);
        assertThat(pages.stream().flatMap(page -> page.rejected().stream()))
                .singleElement()
                .satisfies(rejected -> {
                    assertThat(rejected.field()).isEqualTo("spend");
                    assertThat(rejected.at()).isEqualTo("data/2");
                });
    }

    /** One page of these rows in place of every campaign report's. */
    private GraphFaults rowsOfCampaigns(String rows) {
        return (call, ask) -> {
            boolean second = desk.face.ordered().size() % 2 == 0;
            boolean page = ask.method().equals("GET") && ask.edge().equals("insights");
            return second && page ? Optional.of(GraphAnswer.json(200, "{\"data\":[" + rows + "]}")) : Optional.empty();
        };
    }

    private static AdDay campaign(List<AdDay> facts, LocalDate day, int number) {
        String id = Shop.ad(day, number).campaign().id();
        return facts.stream()
                .filter(fact -> fact.day().equals(day) && fact.campaign().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
