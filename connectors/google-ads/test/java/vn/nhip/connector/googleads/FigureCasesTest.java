package vn.nhip.connector.googleads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.ads.googleads.v23.services.GoogleAdsRow;
import com.google.ads.googleads.v23.services.SearchGoogleAdsRequest;
import com.google.ads.googleads.v23.services.SearchGoogleAdsResponse;
import com.google.protobuf.UnknownFieldSet;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nhip.kit.report.AdTally;
import vn.nhip.sandbox.SampleBusiness;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.truth.AdSpend;
import vn.nhip.spi.AdDay;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Page;
import vn.nhip.spi.Scope;
import vn.nhip.spi.Slice;
import vn.nhip.testkit.GivenAccess;

/** Acceptance cases A01, A07, A13, A24 and E03 to E06, E27: what the figures mean, and which days they are of. */
class FigureCasesTest {

    private static final DayRange DAYS = new DayRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 14));
    private static final String SHOPPING = "2100000103";

    private final Scene scene = new Scene();
    private final Reading reading = new Reading(scene.account());

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void a01DaysThatChangeAndRowsThatVanishEndAsTheTruth() {
        scene.face().put(Scene.GOOD.settlingAfter(30));
        Map<String, Fact> young = Reading.byKey(reading.pages(DAYS));
        assertThat(young.keySet()).anyMatch(key -> key.contains("2100000199"));
        scene.face().put(Scene.GOOD);
        Map<String, Fact> settled = Reading.byKey(reading.pages(DAYS));
        assertThat(settled.keySet()).noneMatch(key -> key.contains("2100000199"));
        assertThat(settled).isNotEqualTo(young);
        assertThat(cost(settled)).isLessThan(cost(young)).isEqualByComparingTo(spent());
    }

    @Test
    void a01DaysThatMayStillChangeLieWithinTheRestatedOnes() {
        scene.face().put(Scene.GOOD.settlingAfter(30));
        List<AdDay> young = reading.facts(Scene.DAYS);
        scene.face().put(Scene.GOOD);
        List<AdDay> settled = reading.facts(Scene.DAYS);
        int restated = new GoogleAdsConnectorFactory()
                .spec().stream(GoogleAdsConnectorFactory.AD_DAYS).restatedDays();
        assertThat(young.stream().filter(fact -> !settled.contains(fact)).map(AdDay::day))
                .contains(Scene.DAYS.last())
                .allSatisfy(day -> assertThat(day)
                        .isAfterOrEqualTo(Scene.DAYS.last().plusDays(1).minusDays(restated)));
    }

    @Test
    void a07CostComesFromTheAccountAndFromCampaignsWithoutAnySegmentButTheDay() {
        reading.pages(DAYS);
        assertThat(scene.face().searches())
                .extracting(SearchGoogleAdsRequest::getQuery)
                .filteredOn(query -> query.contains("metrics."))
                .hasSize(3)
                .allSatisfy(query -> {
                    assertThat(query)
                            .containsPattern("FROM (customer|campaign) WHERE segments.date BETWEEN '[\\d-]+'"
                                    + " AND '[\\d-]+' ORDER BY");
                    assertThat(query.replace("segments.date", "")).doesNotContain("segments.", "status", "> 0");
                });
    }

    @Test
    void a07WhatNoCampaignHasStandsAsUnallocatedAndTheTotalIsWhole() {
        twist(campaigns(answer -> {
            for (int i = answer.getResultsCount() - 1; i >= 0; i--) {
                if (Long.toString(answer.getResults(i).getCampaign().getId()).equals(SHOPPING)) {
                    answer.removeResults(i);
                }
            }
        }));
        scene.face().pagesOf(1_000);
        List<AdDay> facts = reading.facts(DAYS);
        assertThat(cost(facts, Scope.TOTAL)).isEqualByComparingTo(spent());
        assertThat(cost(facts, Scope.BREAKDOWN)).isEqualByComparingTo(spent());
        assertThat(facts)
                .filteredOn(fact -> fact.campaign().id().equals("unallocated"))
                .hasSize(14)
                .allSatisfy(fact -> {
                    AdSpend hidden = Scene.spent(DayRange.of(fact.day())).stream()
                            .filter(ad -> ad.campaign().id().equals(SHOPPING))
                            .findFirst()
                            .orElseThrow();
                    assertThat(fact.cost().amount()).isEqualByComparingTo(hidden.cost());
                    assertThat(fact.clicks()).isEqualTo(hidden.counts().clicks());
                    assertThat(fact.conversions().value().amount())
                            .isEqualByComparingTo(hidden.counts().value());
                });
    }

    @Test
    void partsMakeTheTotalInEveryFigureOfEveryDay() {
        List<AdDay> facts = reading.facts(DAYS);
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
    void conversionsAreThoseOfTheSettingWhichStandsWithEachFigure() {
        List<AdDay> primary = reading.facts(DAYS);
        List<AdDay> all = new Reading(scene.account().with("conversions", "all-conversions")).facts(DAYS);
        assertThat(primary).extracting(AdDay::attribution).containsOnly("conversions");
        assertThat(all).hasSameSizeAs(primary).extracting(AdDay::attribution).containsOnly("all-conversions");
        assertThat(conversions(primary)).isEqualByComparingTo(claimed()).isLessThan(conversions(all));
        assertThat(all)
                .extracting(AdDay::key)
                .doesNotContainAnyElementsOf(primary.stream().map(AdDay::key).toList());
        assertThat(scene.face().searches())
                .extracting(SearchGoogleAdsRequest::getQuery)
                .anyMatch(query -> query.contains("metrics.all_conversions_value"));
    }

    @Test
    void a13TheLastDayIsYesterdayInTheAccountsZone() {
        ZoneId losAngeles = ZoneId.of("America/Los_Angeles");
        // 00:30 on the 15th in Vietnam, 09:30 on the 14th in Los Angeles
        Clock clock = Clock.fixed(Instant.parse("2026-01-14T17:30:00Z"), ZoneOffset.UTC);
        try (Scene night = new Scene(clock, Tokens.only(Scene.TOKEN))) {
            night.face().put(Scene.GOOD.in(losAngeles));
            Reading there =
                    new Reading(night.account(Scene.SHOP, SampleBusiness.ZONE, clock, GivenAccess.of(Scene.TOKEN)));
            List<Page> pages = there.pages(DAYS);
            assertThat(pages.get(0).notes().zone()).contains(losAngeles);
            assertThat(Reading.byKey(pages).values())
                    .extracting(fact -> ((AdDay) fact).day())
                    .contains(LocalDate.of(2026, 1, 13))
                    .doesNotContain(LocalDate.of(2026, 1, 14));
            assertThat(night.face().searches())
                    .extracting(SearchGoogleAdsRequest::getQuery)
                    .noneMatch(query -> query.contains("2026-01-14"));
        }
    }

    @Test
    void a13ADayThatHasNotEndedIsNotAskedFor() {
        try (Connector connector = reading.open()) {
            assertThat(connector.slices(GoogleAdsConnectorFactory.AD_DAYS, DayRange.of(LocalDate.of(2026, 1, 15))))
                    .isEmpty();
        }
    }

    @Test
    void a24EveryAmountHasTheAccountsCurrencyAndNoMinorUnitIsTakenForAMajorOne() {
        List<Page> pages = reading.pages(DAYS);
        assertThat(pages.get(0).notes().currency()).contains(Currency.getInstance("VND"));
        AdSpend first = Scene.spent(DayRange.of(DAYS.first())).get(0);
        assertThat(Reading.byKey(pages).values())
                .map(AdDay.class::cast)
                .allSatisfy(fact -> {
                    assertThat(fact.cost().currency()).isEqualTo(Currency.getInstance("VND"));
                    assertThat(fact.conversions().value().currency()).isEqualTo(Currency.getInstance("VND"));
                })
                .filteredOn(fact -> fact.day().equals(first.day())
                        && fact.campaign().id().equals(first.campaign().id()))
                .singleElement()
                .satisfies(fact -> assertThat(fact.cost().amount()).isEqualByComparingTo(first.cost()));
    }

    @Test
    void e03ARowWithoutItsCampaignIsKeptAsUnknown() {
        twist(campaigns(answer -> answer.getResultsBuilder(0).clearCampaign()));
        assertThat(reading.facts(DAYS))
                .filteredOn(fact -> fact.campaign().id().equals("unknown"))
                .isNotEmpty();
    }

    @Test
    void e05TotalsAndCampaignsHaveKeysOfTheirOwn() {
        Map<String, Fact> facts = Reading.byKey(reading.pages(DAYS));
        assertThat(facts).hasSize(14 * (1 + 3));
        assertThat(facts.keySet()).filteredOn(key -> key.contains("|total||")).hasSize(14);
    }

    @Test
    void e06RowsThatDifferOnlyByAHiddenSegmentAreAnErrorAndNotOneOfThemKept() {
        twist(campaigns(answer -> {
            GoogleAdsRow.Builder hour = answer.getResults(0).toBuilder();
            hour.getSegmentsBuilder().setHour(9);
            answer.addResults(1, hour);
        }));
        assertThatThrownBy(() -> reading.pages(DAYS))
                .isInstanceOfSatisfying(ConnectorException.class, thrown -> assertThat(thrown.kind())
                        .isEqualTo(Kind.DATA))
                .hasMessageContaining("two rows");
    }

    @Test
    void e27AFieldThatNobodyKnowsIsNotedAndTheRowKept() {
        UnknownFieldSet sparkle = UnknownFieldSet.newBuilder()
                .addField(9_999, UnknownFieldSet.Field.newBuilder().addVarint(3).build())
                .build();
        twist(campaigns(
                answer -> answer.getResultsBuilder(0).getMetricsBuilder().setUnknownFields(sparkle)));
        List<Page> pages = reading.pages(DAYS);
        assertThat(Reading.drift(pages)).anyMatch(words -> words.contains("field 9999 of metrics is new"));
        assertThat(Reading.byKey(pages)).hasSize(14 * 4);
    }

    @Test
    void e27AStatusThatNobodyKnowsIsNotedAndTheAccountRead() {
        scene.face().twist((request, answer) -> {
            SearchGoogleAdsResponse.Builder changed = answer.toBuilder();
            if (!request.getQuery().contains("metrics.")) {
                changed.getResultsBuilder(0).getCustomerBuilder().setStatusValue(77);
            }
            return changed.build();
        });
        List<Page> pages = reading.pages(DAYS);
        assertThat(Reading.drift(pages)).anyMatch(words -> words.contains("77"));
        assertThat(Reading.byKey(pages)).hasSize(14 * 4);
    }

    @Test
    void aRowThatCannotBeReadGoesToQuarantineAndItsFiguresToTheRemainder() {
        twist(campaigns(
                answer -> answer.getResultsBuilder(0).getMetricsBuilder().setConversions(Double.NaN)));
        scene.face().pagesOf(1_000);
        List<Page> pages = reading.pages(DAYS);
        assertThat(pages.stream().flatMap(page -> page.rejected().stream()))
                .singleElement()
                .satisfies(rejected -> {
                    assertThat(rejected.field()).isEqualTo("metrics.conversions");
                    assertThat(rejected.at()).isEqualTo("results/0");
                });
        List<AdDay> facts = reading.facts(DAYS);
        assertThat(facts)
                .filteredOn(fact -> fact.campaign().id().equals("unallocated"))
                .hasSize(1);
        assertThat(cost(facts, Scope.BREAKDOWN)).isEqualByComparingTo(spent());
    }

    @Test
    void partsOfConversionsAreExactToAMillionth() {
        twist((request, answer) -> {
            answer.getResultsBuilderList()
                    .forEach(row -> row.getMetricsBuilder().setConversions(0.1 + 0.2));
        });
        assertThat(reading.facts(DAYS))
                .filteredOn(fact -> !fact.campaign().id().equals("unallocated"))
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(fact.conversions().count()).isEqualTo(new BigDecimal("0.3")));
    }

    @Test
    void daysThatGoogleNoLongerKeepsAreNotAskedForAndThatIsSaid() {
        DayRange years = new DayRange(LocalDate.of(2020, 1, 1), DAYS.last());
        try (Connector connector = reading.open()) {
            List<Slice> slices = connector.slices(GoogleAdsConnectorFactory.AD_DAYS, years);
            DayRange oldest = slices.get(slices.size() - 1).days().orElseThrow();
            assertThat(oldest.first()).isEqualTo(LocalDate.of(2022, 12, 17));
            assertThat(reading.pages(oldest).get(0).notes().drift()).anyMatch(words -> words.contains("37 months"));
        }
    }

    /** A change of one answer. */
    @FunctionalInterface
    private interface Change {
        void of(SearchGoogleAdsRequest request, SearchGoogleAdsResponse.Builder answer);
    }

    private static Change campaigns(Consumer<SearchGoogleAdsResponse.Builder> change) {
        return (request, answer) -> {
            if (request.getQuery().contains("FROM campaign")
                    && request.getPageToken().isEmpty()) {
                change.accept(answer);
            }
        };
    }

    private void twist(Change change) {
        scene.face().twist((request, answer) -> {
            SearchGoogleAdsResponse.Builder changed = answer.toBuilder();
            if (request.getQuery().contains("metrics.")) {
                change.of(request, changed);
                int more = changed.getResultsCount() - answer.getResultsCount();
                changed.setTotalResultsCount(answer.getTotalResultsCount() + more);
            }
            return changed.build();
        });
    }

    private static BigDecimal spent() {
        return Scene.spent(DAYS).stream().map(AdSpend::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal claimed() {
        return BigDecimal.valueOf(Scene.spent(DAYS).stream()
                .mapToLong(ad -> ad.counts().conversions())
                .sum());
    }

    private static BigDecimal cost(Map<String, Fact> facts) {
        return cost(facts.values().stream().map(AdDay.class::cast).toList(), Scope.TOTAL);
    }

    private static BigDecimal cost(List<AdDay> facts, Scope scope) {
        return facts.stream()
                .filter(fact -> fact.scope() == scope)
                .map(fact -> fact.cost().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal conversions(List<AdDay> facts) {
        return facts.stream()
                .filter(fact -> fact.scope() == Scope.TOTAL)
                .map(fact -> fact.conversions().count())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
