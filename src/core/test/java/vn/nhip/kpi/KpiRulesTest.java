package vn.nhip.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.catalogue.Shipped;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.Grain;
import vn.nhip.store.Store;

class KpiRulesTest {

    private static final LocalDate JAN = ShopFixture.JAN;

    @TempDir
    Path folder;

    private Store store;
    private ShopFixture shop;

    @BeforeEach
    void open() {
        store = Store.sqlite(folder.resolve("rules.db"));
        shop = new ShopFixture(store, 1);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aRatioIsTheRatioOfSumsNotTheMeanOfRatios() {
        shop.books.put(FactKind.EMAIL_CAMPAIGN, "mail", "a", Fact.email(JAN, 100, 12, Optional.of(10L)));
        shop.books.put(FactKind.EMAIL_CAMPAIGN, "mail", "b", Fact.email(JAN.plusDays(1), 1_000, 2, Optional.of(1L)));
        KpiValue rate = shop.refreshed().value("email-open-rate", Grain.WEEK, JAN);
        assertThat(rate.value()).hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("0.01"));
        assertThat(rate.numerator())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("11"));
        assertThat(rate.denominator())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("1100"));
    }

    @Test
    void opensThatASourceDoesNotReportAreNotZero() {
        shop.books.put(FactKind.EMAIL_CAMPAIGN, "mail", "a", Fact.email(JAN, 100, 12, Optional.empty()));
        undefined(
                shop.refreshed().value("email-open-rate", Grain.WEEK, JAN),
                "not-reported: email.opens-without-proxies");
    }

    @Test
    void fortyNewAmongTwoHundredAndTenOfTwoHundredIsEightyFivePercent() {
        LocalDate february = LocalDate.of(2024, 2, 1);
        for (int i = 1; i <= 200; i++) {
            shop.order("j" + i, JAN.plusDays(i % 31), shop.books.person("p" + i), "10");
        }
        for (int i = 31; i <= 240; i++) {
            shop.order("f" + i, february.plusDays(i % 29), shop.books.person("p" + i), "10");
        }
        KpiValue kept = shop.refreshed().value("customer-retention-rate-period", Grain.MONTH, february);
        assertThat(kept.value()).hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("0.85"));
        assertThat(shop.value("new-customers", Grain.MONTH, february).value())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("40"));
    }

    @Test
    void threeOfFiveAnswersAreGoodAndTooFewToJudge() {
        int[] scores = {5, 5, 4, 3, 1};
        for (int i = 0; i < scores.length; i++) {
            shop.books.put(FactKind.SURVEY_ANSWER, "crm", "s" + i, Fact.answer(JAN.plusDays(i), scores[i]));
        }
        KpiValue satisfied = shop.refreshed().value("customer-satisfaction", Grain.MONTH, JAN);
        assertThat(satisfied.value())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("0.6"));
        assertThat(satisfied.reason()).isEqualTo("not-enough: 5 < 30");
    }

    @Test
    void acquisitionCostWithoutNewCustomersIsUndefinedAndShowsItsParts() {
        shop.order("old", JAN, shop.books.person("p"), "10");
        LocalDate february = LocalDate.of(2024, 2, 1);
        for (LocalDate day = JAN; !day.isAfter(ShopFixture.END); day = day.plusDays(1)) {
            String cost = day.equals(february) ? "12000000" : "0";
            shop.books.put(FactKind.AD_DAY, "ads", day.toString(), Fact.ads(day, "", cost, "VND"));
        }
        KpiValue cost = shop.refreshed().value("customer-acquisition-cost", Grain.MONTH, february);
        undefined(cost, "zero-denominator");
        assertThat(cost.numerator())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("12000000"));
        assertThat(cost.denominator())
                .hasValueSatisfying(value -> assertThat(value).isZero());
    }

    @Test
    void a11UsersOfTwoDaysAreNotAdded() {
        shop.books.put(FactKind.TRAFFIC_DAY, "ga", "1", Fact.traffic(JAN, "", 5, 2));
        shop.books.put(FactKind.TRAFFIC_DAY, "ga", "2", Fact.traffic(JAN.plusDays(1), "", 5, 2));
        undefined(shop.refreshed().value("website-traffic", Grain.WEEK, JAN), "no-data: traffic-users");
        shop.books.put(FactKind.TRAFFIC_USERS, "ga", "w", Fact.users(JAN, "week", 3));
        assertThat(shop.refreshed().value("website-traffic", Grain.WEEK, JAN).value())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("3"));
        assertThat(shop.value("website-traffic", Grain.DAY, JAN).value())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("2"));
    }

    @Test
    void aDayWithoutOrdersIsZeroButADayWithoutAReportIsMissing() {
        shop.order("a", JAN, 0, "10").order("b", JAN.plusDays(4), 0, "10");
        shop.books.put(FactKind.AD_DAY, "ads", "1", Fact.ads(JAN, "", "7", "VND"));
        shop.books.put(FactKind.AD_DAY, "ads", "5", Fact.ads(JAN.plusDays(4), "", "7", "VND"));
        shop.refreshed();
        assertThat(shop.value("sales", Grain.DAY, JAN.plusDays(2)).value())
                .hasValueSatisfying(value -> assertThat(value).isZero());
        undefined(shop.value("advertising-cost", Grain.DAY, JAN.plusDays(2)), "no-data: ad-day 2024-01-03");
        KpiValue week = shop.value("advertising-cost", Grain.WEEK, JAN);
        assertThat(week.value()).hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("14"));
        assertThat(week.reason()).isEqualTo("missing-days: ad-day 5");
        assertThat(week.standing().partial()).isTrue();
    }

    @Test
    void aStreamOfOtherFactsDoesNotHoldAnAccountBack() {
        shop.books.put(FactKind.AD_DAY, "ads", "1", Fact.ads(JAN, "", "7", "VND"));
        shop.books.unreadStream("ads", FactKind.LEAD);
        assertThat(shop.refreshed()
                        .value("advertising-cost", Grain.DAY, JAN)
                        .standing()
                        .partial())
                .isFalse();
        shop.books.unreadStream("ads", FactKind.AD_DAY);
        assertThat(shop.refreshed()
                        .value("advertising-cost", Grain.DAY, JAN)
                        .standing()
                        .partial())
                .isTrue();
    }

    @Test
    void breakdownAndRemainderAreTheTotal() {
        shop.books.put(FactKind.TRAFFIC_DAY, "ga", "t", Fact.traffic(JAN, "", 100, 50));
        shop.books.put(FactKind.TRAFFIC_DAY, "ga", "o", Fact.traffic(JAN, "organic", 60, 40));
        shop.refreshed();
        assertThat(shop.values().breakdown("website-sessions", Grain.DAY, JAN, "channel"))
                .extracting(value -> value.of().value() + " " + value.value().orElseThrow())
                .containsExactly("(unallocated) 40", "organic 60");
    }

    @Test
    void a24MoneyOfAnotherCurrencyTakesTheRateOfItsDay() {
        shop.books.put(FactKind.ORDER, "pos", "a", Fact.order(JAN, 0, "10", "USD"));
        shop.books.put(FactKind.ORDER, "pos", "b", Fact.order(JAN.plusDays(1), 0, "10", "USD"));
        shop.books.put(FactKind.EXCHANGE_RATE, "bank", "1", Fact.rate(JAN, JAN, "USD", "VND", "24000"));
        undefined(shop.refreshed().value("sales", Grain.WEEK, JAN), "missing-rate: USD 2024-01-02");
        LocalDate second = JAN.plusDays(1);
        shop.books.put(FactKind.EXCHANGE_RATE, "bank", "2", Fact.rate(second, second, "VND", "USD", "0.00004"));
        assertThat(shop.refreshed().value("sales", Grain.WEEK, JAN).value())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("490000"));
    }

    @Test
    void aRateThroughDollarsServesWhereNoneIsDirect() {
        shop.books.put(FactKind.ORDER, "pos", "a", Fact.order(JAN, 0, "10", "GBP"));
        shop.books.put(FactKind.EXCHANGE_RATE, "bank", "1", Fact.rate(JAN, JAN, "GBP", "USD", "1.25"));
        shop.books.put(FactKind.EXCHANGE_RATE, "bank", "2", Fact.rate(JAN, JAN, "USD", "VND", "24000"));
        assertThat(shop.refreshed().value("sales", Grain.DAY, JAN).value())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("300000"));
    }

    @Test
    void twoSourcesOfOrdersNeedASourceOfTruth() {
        shop.books.put(FactKind.ORDER, "pos", "a", numbered("N1"));
        shop.books.put(FactKind.ORDER, "crm", "b", numbered("N1"));
        shop.books.put(FactKind.ORDER, "crm", "c", numbered("N2"));
        undefined(shop.refreshed().value("order-count", Grain.DAY, ShopFixture.JAN), "several-sources: order pos, crm");
        KpiValue counted = shop.trusting(FactKind.ORDER, "pos", "crm")
                .refreshed()
                .value("order-count", Grain.DAY, ShopFixture.JAN);
        assertThat(counted.value())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("2"));
    }

    private static java.util.Map<String, Object> numbered(String number) {
        java.util.Map<String, Object> order = Fact.order(JAN, 0, "10", "VND");
        order.put("order_number", number);
        return order;
    }

    @Test
    void whatNoAccountGivesIsUndefinedWithItsKind() {
        shop.order("a", JAN, 0, "10");
        undefined(shop.refreshed().values().latest(kpi("advertising-cost")).orElseThrow(), "no-source: ad-day");
    }

    @Test
    void newCustomersAreUndefinedBeforeHistoryIsComplete() {
        shop.historyFrom(Optional.of(LocalDate.of(2024, 1, 8))).order("a", JAN, shop.books.person("p"), "10");
        undefined(shop.refreshed().value("new-customers", Grain.WEEK, JAN), "history-incomplete");
        assertThat(shop.value("new-customers", Grain.WEEK, LocalDate.of(2024, 1, 8))
                        .value())
                .hasValueSatisfying(value -> assertThat(value).isZero());
    }

    @Test
    void booksAnswerOnceAccountingIsConnected() {
        shop.order("a", JAN, 0, "10");
        assertThat(shop.refreshed().value("revenue", Grain.MONTH, JAN).reason()).isEqualTo("alternative: 2");
        shop.books.put(FactKind.LEDGER_ENTRY, "books", "1", Fact.ledger(JAN, "revenue", "99", "VND"));
        KpiValue revenue = shop.refreshed().value("revenue", Grain.MONTH, JAN);
        assertThat(revenue.value())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("99"));
        assertThat(Reason.label(kpi("revenue"), revenue))
                .hasValueSatisfying(label -> assertThat(label.en()).isEqualTo("from the books"));
        assertThat(shop.closedThrough(YearMonth.of(2024, 1)).refreshed().value("revenue", Grain.MONTH, JAN))
                .extracting(value -> value.standing().state())
                .isEqualTo(KpiValue.State.RESTATED);
    }

    @Test
    void aLateOrderRestatesAWholeValueAndALaterWeek() {
        long person = shop.books.person("p");
        shop.order("x", JAN, 0, "1")
                .order("b", LocalDate.of(2024, 2, 6), person, "10")
                .refreshed();
        assertThat(shop.value("sales", Grain.DAY, LocalDate.of(2024, 2, 6))
                        .standing()
                        .state())
                .isEqualTo(KpiValue.State.SETTLED);
        shop.order("a", JAN, person, "5").refreshed();
        assertThat(shop.value("new-customers", Grain.WEEK, LocalDate.of(2024, 2, 5))
                        .value())
                .hasValueSatisfying(value -> assertThat(value).isZero());
        assertThat(shop.values().restatements("new-customers", Grain.WEEK, JAN, ShopFixture.END))
                .filteredOn(change -> change.start().equals(LocalDate.of(2024, 2, 5)))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.before())
                            .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("1"));
                    assertThat(change.cause()).isEqualTo("facts: order");
                });
    }

    @Test
    void aWorkspaceSeesNothingOfAnother() {
        shop.order("a", JAN, shop.books.person("p"), "10").refreshed();
        ShopFixture other = new ShopFixture(store, 2).order("a", JAN, 0, "70").refreshed();
        var first = Content.of(store, 1);
        other.order("b", JAN, other.books.person("p", "q"), "30").refreshed();
        other.engine().recomputeAll();
        assertThat(Content.of(store, 1)).isEqualTo(first);
        assertThat(other.value("sales", Grain.DAY, JAN).value())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("100"));
        assertThat(shop.value("sales", Grain.DAY, JAN).value())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("10"));
    }

    private static vn.nhip.catalogue.Kpi kpi(String id) {
        return Shipped.catalogue().findKpi(id).orElseThrow();
    }

    private static void undefined(KpiValue value, String reason) {
        assertThat(value.value()).as("%s", value).isEmpty();
        assertThat(value.reason()).isEqualTo(reason);
    }
}
