package vn.nhip.sync;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import vn.nhip.spi.AdDay;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Money;
import vn.nhip.spi.Scope;
import vn.nhip.spi.TrafficDay;

/** Facts of a day. */
public final class DayFacts {

    private DayFacts() {}

    public static Fact sessions(LocalDate day, long sessions) {
        return new TrafficDay(
                day,
                Scope.TOTAL,
                TrafficDay.TrafficSource.ALL,
                new TrafficDay.TrafficCounts(sessions, 0, sessions, 0, 0),
                Set.of());
    }

    public static Fact sessionsOf(LocalDate day, String channel, long sessions) {
        return new TrafficDay(
                day,
                Scope.BREAKDOWN,
                new TrafficDay.TrafficSource(channel, "", "", ""),
                new TrafficDay.TrafficCounts(sessions, 0, sessions, 0, 0),
                Set.of());
    }

    public static Fact cost(LocalDate day, long amount) {
        Money cost = Money.ofMillionths(amount * 1_000_000, "VND");
        return new AdDay(
                day,
                Scope.TOTAL,
                AdDay.Campaign.ALL,
                "default",
                1_000,
                10,
                cost,
                new AdDay.Conversions(BigDecimal.ONE, cost));
    }
}
