package vn.nhip.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.nhip.sandbox.truth.Figure;
import vn.nhip.sandbox.truth.Headline;
import vn.nhip.sandbox.truth.Payback;
import vn.nhip.sandbox.truth.Period;
import vn.nhip.sandbox.truth.Sale;
import vn.nhip.sandbox.truth.Shopper;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.sandbox.truth.TruthKpis;
import vn.nhip.sandbox.truth.UniqueUsers;
import vn.nhip.sandbox.truth.VisitDay;

class SampleBusinessTest {
    private static final LocalDate FIRST = LocalDate.parse("2024-11-01");
    private static final LocalDate LAST = LocalDate.parse("2026-11-22");
    private static final Truth TRUTH =
            SampleBusiness.of(SampleBusiness.SEED, FIRST, LAST).truth();
    private static final TruthKpis KPIS = new TruthKpis(TRUTH);

    @Test
    void theSameSeedGivesTheSameBusiness() {
        LocalDate end = FIRST.plusDays(120);
        assertThat(SampleBusiness.of(7, FIRST, end)).isEqualTo(SampleBusiness.of(7, FIRST, end));
        assertThat(SampleBusiness.of(7, FIRST, end)).isNotEqualTo(SampleBusiness.of(8, FIRST, end));
    }

    @Test
    void aLaterLastDayKeepsEarlierDays() {
        LocalDate end = LAST.minusDays(100);
        Truth earlier = SampleBusiness.of(SampleBusiness.SEED, FIRST, end).truth();
        LocalDate settled = end.minusDays(5);
        Function<Truth, List<?>> trade = truth -> List.of(
                upTo(settled, truth.trade().sales(), Sale::at),
                upTo(end, truth.trade().paybacks(), Payback::at));
        assertThat(trade.apply(earlier)).isEqualTo(trade.apply(TRUTH));
        assertThat(earlier.web().visits())
                .isEqualTo(TRUTH.web().visits().stream()
                        .filter(day -> !day.day().isAfter(end))
                        .toList());
        assertThat(earlier.web().ads())
                .isEqualTo(TRUTH.web().ads().stream()
                        .filter(ad -> !ad.day().isAfter(end))
                        .toList());
        assertThat(earlier.web().inquiries()).isEqualTo(upTo(end, TRUTH.web().inquiries(), inquiry -> inquiry.at()));
        assertThat(earlier.web().answers()).isEqualTo(upTo(end, TRUTH.web().answers(), answer -> answer.at()));
    }

    @Test
    void ordersUnderWayAreDeliveredLaterAndKeepEverythingElse() {
        LocalDate end = LAST.minusDays(100);
        List<Sale> before = SampleBusiness.of(SampleBusiness.SEED, FIRST, end)
                .truth()
                .trade()
                .sales();
        List<Sale> after = upTo(end, TRUTH.trade().sales(), Sale::at);
        assertThat(before)
                .extracting(Sale::number)
                .isEqualTo(after.stream().map(Sale::number).toList());
        assertThat(before)
                .extracting(Sale::counts)
                .isEqualTo(after.stream().map(Sale::counts).toList());
        assertThat(before)
                .extracting(Sale::total)
                .isEqualTo(after.stream().map(Sale::total).toList());
        assertThat(before).isNotEqualTo(after);
    }

    @Test
    void itRunsForTwoYearsAndTheRunningMonthUpToYesterday() {
        Truth.Span span = SampleBusiness.asOf(Clock.fixed(Instant.parse("2026-11-22T17:30:00Z"), ZoneOffset.UTC))
                .truth()
                .span();
        assertThat(span.firstDay()).isEqualTo(FIRST);
        assertThat(span.lastDay()).isEqualTo(LAST);
        assertThat(span.closedThrough()).hasToString("2026-09");
    }

    @Test
    void twoTetSeasonsLieWithinWhateverTheLastDay() {
        for (LocalDate last = LAST; last.isBefore(LAST.plusYears(3)); last = last.plusDays(5)) {
            LocalDate first = SampleBusiness.firstDay(last);
            assertThat(first).isBeforeOrEqualTo(last.minusYears(2));
            LocalDate end = last;
            assertThat(first.datesUntil(end).filter(day -> LunarDays.fromTet(day) == 0))
                    .as("Tết days from %s to %s", first, last)
                    .hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void salesDipAtBothTets() {
        for (LocalDate tet : List.of(LocalDate.parse("2025-01-29"), LocalDate.parse("2026-02-17"))) {
            BigDecimal holidays = sales(tet, tet.plusDays(2));
            BigDecimal ordinary = sales(tet.minusDays(30), tet.minusDays(28));
            BigDecimal before = sales(tet.minusDays(9), tet.minusDays(7));
            assertThat(holidays).isLessThan(ordinary.multiply(new BigDecimal("0.35")));
            assertThat(before).isGreaterThan(ordinary);
        }
    }

    @Test
    void itSellsFortyToEightyOrdersADay() {
        assertThat(TRUTH.trade().sales().size() / 752).isBetween(40, 80);
    }

    @Test
    void partsOfTheTrafficAddUpToTheWhole() {
        for (VisitDay day : TRUTH.web().visits()) {
            assertSum(day, VisitDay.Counts::sessions);
            assertSum(day, VisitDay.Counts::engaged);
            assertSum(day, VisitDay.Counts::newUsers);
            assertSum(day, VisitDay.Counts::keyEvents);
            assertThat(day.parts()).extracting(VisitDay.Part::from).contains(VisitDay.From.OTHER);
        }
    }

    @Test
    void uniqueUsersAreNeverMoreThanTheirDaysAddedUpAndNeverFewerThanTheBestDay() {
        for (UniqueUsers users : TRUTH.web().uniqueUsers()) {
            Period period = Period.of(users.grain(), users.start());
            List<Long> days = TRUTH.web().visits().stream()
                    .filter(day ->
                            !day.day().isBefore(period.from()) && !day.day().isAfter(period.to()))
                    .map(day -> day.whole().users())
                    .toList();
            assertThat(users.users())
                    .isLessThanOrEqualTo(
                            days.stream().mapToLong(Long::longValue).sum())
                    .isGreaterThanOrEqualTo(
                            days.stream().mapToLong(Long::longValue).max().orElseThrow());
        }
    }

    @Test
    void trackingBreaksForThreeDaysAndOneOfThemIsMissing() {
        LocalDate tuesday = LocalDate.parse("2026-09-08");
        assertThat(KPIS.of(Headline.WEBSITE_TRAFFIC, tuesday).value().orElseThrow())
                .isLessThan(new BigDecimal(250));
        assertThat(KPIS.of(Headline.WEBSITE_TRAFFIC, tuesday.plusDays(1))).isEqualTo(undefined());
        assertThat(KPIS.of(Headline.WEBSITE_TRAFFIC, tuesday.plusDays(2))
                        .value()
                        .orElseThrow())
                .isLessThan(new BigDecimal(100));
    }

    @Test
    void advertisingRunsAwayForTenDays() {
        BigDecimal before = cost("2026-09-20", "2026-09-29");
        BigDecimal overrun = cost("2026-10-05", "2026-10-14");
        assertThat(overrun).isGreaterThan(before.multiply(BigDecimal.valueOf(2)));
    }

    @Test
    void paybacksComeLaterAndNeverExceedTheirSale() {
        assertThat(TRUTH.trade().paybacks()).hasSizeGreaterThan(500).allSatisfy(back -> {
            assertThat(back.amount())
                    .isPositive()
                    .isLessThanOrEqualTo(back.sale().net());
            assertThat(back.at()).isAfter(back.sale().at());
        });
        assertThat(TRUTH.trade().paybacks())
                .anyMatch(back -> back.at().isAfter(back.sale().at().plusSeconds(40L * 86_400)));
    }

    @Test
    void numbersAndContactsAreUnique() {
        assertThat(TRUTH.trade().sales()).extracting(Sale::number).doesNotHaveDuplicates();
        Set<Shopper> people = TRUTH.trade().sales().stream()
                .flatMap(sale -> sale.shopper().stream())
                .collect(Collectors.toSet());
        assertThat(people).extracting(Shopper::id).doesNotHaveDuplicates();
        assertThat(people)
                .extracting(Shopper::phone)
                .doesNotHaveDuplicates()
                .allMatch(one -> one.matches("0990\\d{6}"));
        assertThat(people).extracting(Shopper::email).doesNotHaveDuplicates().allMatch(one -> one.endsWith(".example"));
    }

    @Test
    void everyStateAndChannelAndAnonymousOrdersOccur() {
        for (Sale.State state : Sale.State.values()) {
            assertThat(TRUTH.trade().sales()).anyMatch(sale -> sale.course().state() == state);
        }
        for (Sale.Channel channel : Sale.Channel.values()) {
            assertThat(TRUTH.trade().sales()).anyMatch(sale -> sale.channel() == channel && sale.counts());
        }
        Predicate<Sale> anonymous = sale -> sale.shopper().isEmpty();
        assertThat(TRUTH.trade().sales())
                .anyMatch(anonymous)
                .anyMatch(sale -> sale.net().signum() == 0);
    }

    @Test
    void everyHeadlineKpiIsDefinedForItsLastWholePeriod() {
        for (Headline kpi : Headline.values()) {
            LocalDate start = kpi.cadence().startOf(LAST);
            LocalDate whole = kpi.cadence().endOf(start).equals(LAST) ? LAST : start.minusDays(1);
            assertThat(KPIS.of(kpi, whole).value()).as(kpi.id()).isPresent();
        }
    }

    @Test
    void impossibleSpansAreRefused() {
        assertThatThrownBy(() -> SampleBusiness.of(1, LAST, FIRST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-11-22 to 2024-11-01");
    }

    private static Figure undefined() {
        return KPIS.of(Headline.WEBSITE_TRAFFIC, FIRST.minusDays(1));
    }

    private static void assertSum(VisitDay day, Function<VisitDay.Counts, Long> count) {
        long sum = day.parts().stream()
                .map(VisitDay.Part::counts)
                .mapToLong(count::apply)
                .sum();
        assertThat(sum).as("%s", day.day()).isEqualTo(count.apply(day.whole()));
    }

    private static <T> List<T> upTo(LocalDate end, List<T> all, Function<T, Instant> at) {
        return all.stream()
                .filter(one -> !Moments.day(at.apply(one)).isAfter(end))
                .toList();
    }

    private static BigDecimal sales(LocalDate from, LocalDate to) {
        return KPIS.of(Headline.SALES, new Period(from, to)).value().orElseThrow();
    }

    private static BigDecimal cost(String from, String to) {
        Period period = new Period(LocalDate.parse(from), LocalDate.parse(to));
        return KPIS.of(Headline.ADVERTISING_COST, period).value().orElseThrow();
    }
}
