package vn.nhip.sandbox.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TruthKpisTest {
    private static final LocalDate MONDAY = LocalDate.parse("2025-04-07");
    private static final LocalDate MARCH = LocalDate.parse("2025-03-01");
    private static final LocalDate APRIL = LocalDate.parse("2025-04-01");

    private final TruthKpis kpis = new TruthKpis(TinyBusiness.truth());

    @Test
    void trafficIsTheDaysUniqueUsersAndUndefinedWhereNoneWereRecorded() {
        assertValue(Headline.WEBSITE_TRAFFIC, MONDAY, "40");
        assertUndefined(Headline.WEBSITE_TRAFFIC, MONDAY.plusDays(1));
        assertThat(kpis.of(Headline.WEBSITE_TRAFFIC, Period.of(UniqueUsers.Grain.WEEK, MONDAY))
                        .value())
                .contains(new BigDecimal("150"));
    }

    /** Anh asks on 8 March, 30 days later twice, and 31 days after that; one call hides its number, one form is spam. */
    @Test
    void whoeverAskedInTheThirtyDaysBeforeIsTheSameLead() {
        assertValue(Headline.LEADS, LocalDate.parse("2025-03-08"), "1");
        assertValue(Headline.LEADS, MONDAY, "1");
        assertValue(Headline.LEADS, LocalDate.parse("2025-05-08"), "1");
    }

    @Test
    void salesAreNetOfDiscountsAndOfRefundsOnTheirOwnDay() {
        assertValue(Headline.SALES, MONDAY, "50000");
        assertValue(Headline.SALES, MONDAY.plusDays(1), "200000");
        assertValue(Headline.SALES, MONDAY.plusDays(2), "30000");
        assertValue(Headline.SALES, MONDAY.plusDays(3), "-20000");
        assertThat(kpis.of(Headline.SALES, Period.of(UniqueUsers.Grain.WEEK, MONDAY))
                        .value())
                .contains(new BigDecimal("270000"));
    }

    @Test
    void conversionIsWebBuyersOverWebUsers() {
        assertValue(Headline.CONVERSION_RATE, MONDAY, "0.025");
        assertUndefined(Headline.CONVERSION_RATE, MONDAY.plusDays(1));
    }

    @Test
    void dollarsCostTheRateOfTheirDay() {
        assertValue(Headline.ADVERTISING_COST, MONDAY, "562500.00");
    }

    @Test
    void newCustomersAreThoseWhoseFirstOrderCountsInTheWeek() {
        assertValue(Headline.NEW_CUSTOMERS, MONDAY, "2");
        assertUndefined(Headline.NEW_CUSTOMERS, LocalDate.parse("2025-01-01"));
    }

    /**
     * S: Anh, Chi (7 January, the window's first day) and the partner. E: Anh, Bình, Dũng and the partner, of whom two
     * are new; Chi's order of the week was free.
     */
    @Test
    void retentionComparesTheTrailingNinetyDays() {
        assertRatio(Headline.CUSTOMER_RETENTION_RATE, MONDAY, 2, 3);
        assertUndefined(Headline.CUSTOMER_RETENTION_RATE, MONDAY.minusDays(7));
    }

    @Test
    void averageOrderValueLeavesFreeOrdersOut() {
        assertRatio(Headline.AVERAGE_ORDER_VALUE, MONDAY, 270_000, 4);
    }

    @Test
    void mailRatesAreRatiosOfSumsOfTheWeeksCampaigns() {
        assertRatio(Headline.EMAIL_OPEN_RATE, MONDAY, 11, 1_100);
        assertRatio(Headline.EMAIL_CLICK_THROUGH_RATE, MONDAY, 5, 1_100);
        assertUndefined(Headline.EMAIL_OPEN_RATE, MONDAY.minusDays(7));
    }

    @Test
    void revenueAndProfitComeFromTheJournal() {
        assertValue(Headline.REVENUE, MARCH, "900000");
        assertValue(Headline.NET_PROFIT, MARCH, "240000");
    }

    @Test
    void acquisitionCostIsBookedOnceTheMonthIsClosedAndByHandUntilThen() {
        assertRatio(Headline.CUSTOMER_ACQUISITION_COST, APRIL, 592_500, 2);
        assertThat(kpis.of(Headline.CUSTOMER_ACQUISITION_COST, MARCH).numerator())
                .contains(new BigDecimal("200000"));
        assertUndefined(Headline.CUSTOMER_ACQUISITION_COST, MARCH);
    }

    /** April: Chi is lost, Anh and the partner stay, so a customer stays 3 months; four are active at the end. */
    @Test
    void lifetimeValueIsRevenueTimesLifeLessWhatKeepingCosts() {
        assertValue(Headline.CUSTOMER_LIFETIME_VALUE, APRIL, "673500");
        assertUndefined(Headline.CUSTOMER_LIFETIME_VALUE, MARCH);
    }

    @Test
    void lifetimeIsSixtyMonthsAtMost() {
        assertValue(Headline.CUSTOMER_LIFETIME_VALUE, APRIL.plusMonths(1), "5998000");
    }

    @Test
    void satisfactionCountsFoursAndFives() {
        assertRatio(Headline.CUSTOMER_SATISFACTION, APRIL, 3, 5);
        assertUndefined(Headline.CUSTOMER_SATISFACTION, MARCH);
    }

    private void assertValue(Headline kpi, LocalDate day, String expected) {
        assertThat(kpis.of(kpi, day).value())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo(expected));
    }

    private void assertRatio(Headline kpi, LocalDate day, long numerator, long denominator) {
        Figure figure = kpis.of(kpi, day);
        assertThat(figure.numerator().orElseThrow()).isEqualByComparingTo(BigDecimal.valueOf(numerator));
        assertThat(figure.denominator().orElseThrow()).isEqualByComparingTo(BigDecimal.valueOf(denominator));
        BigDecimal expected =
                BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), MathContext.DECIMAL128);
        assertThat(figure.value().orElseThrow()).isEqualByComparingTo(expected);
    }

    private void assertUndefined(Headline kpi, LocalDate day) {
        assertThat(kpis.of(kpi, day).value()).isEmpty();
    }
}
