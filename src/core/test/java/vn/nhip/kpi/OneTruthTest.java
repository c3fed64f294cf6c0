package vn.nhip.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.Grain;
import vn.nhip.store.Store;

/** Acceptance cases of numbers that several sources claim, or that are written on several scales. */
class OneTruthTest {

    private static final LocalDate DAY = ShopFixture.JAN;

    @TempDir
    Path folder;

    private Store store;
    private ShopFixture shop;

    @BeforeEach
    void open() {
        store = Store.sqlite(folder.resolve("truth.db"));
        shop = new ShopFixture(store, 1);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void e13WhatPlatformsClaimAsConversionsIsNeitherALeadNorASale() {
        shop.books.put(FactKind.AD_DAY, "ads", "1", claiming("5"));
        shop.books.put(FactKind.AD_DAY, "mail", "1", claiming("4"));
        Map<String, Object> visits = Fact.traffic(DAY, "", 100, 90);
        visits.put("key_events", 6L);
        shop.books.put(FactKind.TRAFFIC_DAY, "ga", "1", visits);
        shop.books.put(FactKind.LEAD, "crm", "1", Fact.lead(DAY, shop.books.person("a")));
        shop.books.put(FactKind.LEAD, "pos", "1", Fact.lead(DAY, shop.books.person("b")));
        shop.order("1", DAY, shop.books.person("a"), "70");

        shop.trusting(FactKind.LEAD, "crm").refreshed();

        is("leads", "1");
        is("sales", "70");
        is("order-count", "1");
        is("platform-conversions", "9");
        assertThat(shop.values().breakdown("platform-conversions", Grain.DAY, DAY, "account"))
                .extracting(value ->
                        value.value().orElseThrow().stripTrailingZeros().toPlainString())
                .containsExactlyInAnyOrder("5", "4");
    }

    private static Map<String, Object> claiming(String conversions) {
        Map<String, Object> day = Fact.ads(DAY, "", "1000", "VND");
        day.put("conversions", Fact.money(conversions));
        return day;
    }

    @Test
    void e21OnlyTheTwoBestOfFiveAreSatisfiedAndAScoreOfTenIsNoneOfThem() {
        shop.books.put(FactKind.SURVEY_ANSWER, "crm", "1", Fact.answer(DAY, 4));
        shop.books.put(FactKind.SURVEY_ANSWER, "crm", "2", Fact.answer(DAY, 3));
        shop.books.put(FactKind.SURVEY_ANSWER, "crm", "3", scored(9, 0, 10, "nps"));
        shop.books.put(FactKind.SURVEY_ANSWER, "crm", "4", scored(6, 0, 10, "nps"));

        shop.refreshed();

        is("customer-satisfaction", "0.5");
        assertThat(shop.value("net-promoter-score", Grain.WEEK, DAY).value())
                .hasValueSatisfying(score -> assertThat(score).isZero());
    }

    @Test
    void e21AnAnswerOnAnotherScaleIsNotMixedIntoTheSameSurvey() {
        shop.books.put(FactKind.SURVEY_ANSWER, "crm", "1", Fact.answer(DAY, 4));
        shop.books.put(FactKind.SURVEY_ANSWER, "crm", "2", Fact.answer(DAY, 2));
        shop.books.put(FactKind.SURVEY_ANSWER, "crm", "3", scored(9, 0, 10, "csat"));

        KpiValue satisfied = shop.refreshed().value("customer-satisfaction", Grain.DAY, DAY);

        assertThat(satisfied.denominator())
                .hasValueSatisfying(answers -> assertThat(answers).isEqualByComparingTo("2"));
        is("customer-satisfaction", "0.5");
    }

    private static Map<String, Object> scored(int score, int lowest, int highest, String survey) {
        Map<String, Object> answer = Fact.answer(DAY, score);
        answer.put("scale_min", lowest);
        answer.put("scale_max", highest);
        answer.put("survey", survey);
        return answer;
    }

    private void is(String kpi, String value) {
        assertThat(shop.value(kpi, Grain.DAY, DAY).value()).as(kpi).hasValueSatisfying(found -> assertThat(found)
                .isEqualByComparingTo(value));
    }
}
