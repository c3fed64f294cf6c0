package vn.nhip.connector.googleanalytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nhip.sandbox.face.analytics.AnalyticsProperty;
import vn.nhip.spi.Connector;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Scope;
import vn.nhip.spi.Slice;
import vn.nhip.spi.TrafficDay;
import vn.nhip.testkit.Account;
import vn.nhip.testkit.GivenAccess;

/** Acceptance cases A12 and A13. */
class UnfinishedDaysTest {

    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void a13ReadingEndsWithYesterdayInTheAccountsZone() {
        Clock halfPastMidnightInVietnam = Clock.fixed(Instant.parse("2026-01-14T17:30:00Z"), ZoneOffset.UTC);
        Account account =
                scene.account(Scene.PROPERTY, LOS_ANGELES, halfPastMidnightInVietnam, GivenAccess.of(Scene.TOKEN));
        LocalDate yesterdayThere = LocalDate.of(2026, 1, 13);
        DayRange days = new DayRange(LocalDate.of(2026, 1, 1), TODAY);
        try (Connector connector = new Reading(account).open()) {
            assertThat(connector.slices("traffic", days))
                    .containsExactly(Slice.days(new DayRange(days.first(), yesterdayThere)));
            assertThat(connector.slices("traffic", new DayRange(TODAY, TODAY))).isEmpty();
        }
        for (String stream : List.of("traffic", "users", "purchases")) {
            new Reading(account).pages(stream, days);
        }
        assertThat(scene.face().reports()).isNotEmpty().allSatisfy(report -> assertThat(
                        LocalDate.parse(report.getDateRanges(0).getEndDate()))
                .isBeforeOrEqualTo(yesterdayThere));
    }

    @Test
    void monthsAreReadNewestFirst() {
        try (Connector connector = new Reading(scene.account(Scene.PROPERTY)).open()) {
            assertThat(connector.slices("users", Scene.DAYS))
                    .containsExactly(
                            Slice.days(new DayRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 14))),
                            Slice.days(new DayRange(LocalDate.of(2025, 12, 10), LocalDate.of(2025, 12, 31))));
        }
    }

    @Test
    void a12DaysThatAreStillBeingCountedLieWithinTheRestatedOnes() {
        AnalyticsProperty property = AnalyticsProperty.of(Scene.PROPERTY, "VND", Scene.TRUTH);
        scene.face().put(property.settlingAfter(3));
        List<TrafficDay> early = totals();
        scene.face().put(property);
        List<TrafficDay> settled = totals();
        int restated =
                new GoogleAnalyticsConnectorFactory().spec().stream("traffic").restatedDays();
        assertThat(early).hasSameSizeAs(settled);
        assertThat(early.stream().filter(day -> !settled.contains(day)).map(TrafficDay::day))
                .isNotEmpty()
                .allSatisfy(day -> assertThat(day).isAfterOrEqualTo(TODAY.minusDays(restated)));
    }

    @Test
    void a13EveryAnswerSaysThePropertysZoneAndCurrency() {
        scene.face()
                .put(AnalyticsProperty.of(Scene.PROPERTY, "USD", Scene.visited(LOS_ANGELES, Scene.visits(Scene.DAYS))));
        assertThat(new Reading(scene.account(Scene.PROPERTY)).pages("traffic", Scene.DAYS))
                .allSatisfy(page -> {
                    assertThat(page.notes().zone()).contains(LOS_ANGELES);
                    assertThat(page.notes().currency().map(Object::toString)).contains("USD");
                });
    }

    private List<TrafficDay> totals() {
        return new Reading(scene.account(Scene.PROPERTY))
                .facts(TrafficDay.class, "traffic", Scene.DAYS).stream()
                        .filter(row -> row.scope() == Scope.TOTAL)
                        .toList();
    }
}
