package vn.nhip.connector.googleanalytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.analytics.data.v1beta.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nhip.sandbox.face.analytics.AnalyticsProperty;
import vn.nhip.sandbox.face.analytics.AnalyticsProperty.Mark;
import vn.nhip.sandbox.truth.Sale;
import vn.nhip.sandbox.truth.UniqueUsers;
import vn.nhip.spi.Grain;
import vn.nhip.spi.MetricDay;
import vn.nhip.spi.TrafficUsers;

/** Acceptance case A11, and purchases. */
class UsersAndPurchasesTest {

    private final Scene scene = new Scene();
    private final Reading reading = new Reading(scene.account(Scene.PROPERTY));

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void a11UsersOfEachPeriodAreTheUniqueOnes() {
        Map<String, Long> truth = new TreeMap<>();
        for (UniqueUsers one : Scene.TRUTH.web().uniqueUsers()) {
            truth.put(one.grain().name() + " " + one.start(), one.users());
        }
        List<TrafficUsers> facts = users();
        assertThat(facts).extracting(TrafficUsers::grain).contains(Grain.DAY, Grain.WEEK, Grain.MONTH);
        assertThat(facts).allSatisfy(fact -> assertThat(fact.users())
                .as("%s", fact)
                .isEqualTo(truth.get(fact.grain().name() + " " + fact.start())));
    }

    @Test
    void a11AWeeksUsersAreAskedForByWeekAndAreNotTheSumOfItsDays() {
        List<TrafficUsers> facts = users();
        LocalDate week = LocalDate.of(2025, 12, 15);
        long ofDays = facts.stream()
                .filter(fact -> fact.grain() == Grain.DAY)
                .filter(fact -> Grain.WEEK.startOf(fact.start()).equals(week))
                .mapToLong(TrafficUsers::users)
                .sum();
        assertThat(facts)
                .filteredOn(fact -> fact.grain() == Grain.WEEK && fact.start().equals(week))
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(fact.users()).isPositive().isLessThan(ofDays));
        assertThat(scene.face().reports())
                .filteredOn(report -> report.getDimensionsCount() == 0)
                .extracting(report -> report.getDateRanges(0))
                .contains(DateRange.newBuilder()
                        .setStartDate("2025-12-15")
                        .setEndDate("2025-12-21")
                        .build());
    }

    @Test
    void purchasesAreTheWebOrdersOfEachDay() {
        Map<LocalDate, Long> orders = new TreeMap<>();
        Map<LocalDate, BigDecimal> revenue = new TreeMap<>();
        for (Sale sale : Scene.TRUTH.trade().sales()) {
            LocalDate day = LocalDate.ofInstant(sale.at(), Scene.TRUTH.span().zone());
            if (sale.channel() == Sale.Channel.WEB && Scene.DAYS.contains(day)) {
                orders.merge(day, 1L, Long::sum);
                revenue.merge(day, sale.net(), BigDecimal::add);
            }
        }
        List<MetricDay> facts = purchases();
        assertThat(facts)
                .filteredOn(MetricDay::metric, PurchasesFeed.TRANSACTIONS)
                .hasSameSizeAs(orders.keySet())
                .allSatisfy(fact -> assertThat(fact.value())
                        .isEqualByComparingTo(BigDecimal.valueOf(orders.getOrDefault(fact.day(), -1L))));
        assertThat(facts)
                .filteredOn(MetricDay::metric, PurchasesFeed.REVENUE)
                .hasSameSizeAs(orders.keySet())
                .allSatisfy(fact -> assertThat(fact.value())
                        .isEqualByComparingTo(revenue.getOrDefault(fact.day(), BigDecimal.ONE.negate())))
                .allSatisfy(fact -> assertThat(fact.currency()).contains("VND"));
    }

    @Test
    void revenueThatTheLoginMayNotSeeIsLeftOutAndSaid() {
        scene.face()
                .put(AnalyticsProperty.of(Scene.PROPERTY, "VND", Scene.TRUTH).marked(Mark.NO_REVENUE));
        assertThat(purchases()).isNotEmpty().extracting(MetricDay::metric).containsOnly(PurchasesFeed.TRANSACTIONS);
        assertThat(reading.pages("purchases", Scene.DAYS))
                .allSatisfy(page -> assertThat(page.notes().drift())
                        .anySatisfy(note -> assertThat(note).contains("may not see purchaseRevenue")));
    }

    private List<TrafficUsers> users() {
        return reading.facts(TrafficUsers.class, "users", Scene.DAYS);
    }

    private List<MetricDay> purchases() {
        return reading.facts(MetricDay.class, "purchases", Scene.DAYS);
    }
}
