package vn.nhip.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.nhip.spi.IdentityKey;
import vn.nhip.spi.Money;
import vn.nhip.spi.Order;
import vn.nhip.spi.Person;
import vn.nhip.spi.Scope;
import vn.nhip.spi.TrafficDay;

/** Small facts for rules. */
final class Samples {

    private Samples() {}

    /** A paid order at noon of a day in March 2026, by a customer of the source. */
    static Order order(String id, int day, long gross, String customer) {
        return order(id, id, day, gross, customer);
    }

    static Order order(String id, String number, int day, long gross, String customer) {
        Money none = Money.of("0", "VND");
        Instant at = Instant.parse("2026-03-%02dT05:00:00Z".formatted(day));
        return new Order(
                id,
                number,
                Order.Times.ordered(at),
                Optional.of(Person.of(new IdentityKey(IdentityKey.Type.EXTERNAL, customer))),
                Order.Status.PAID,
                new Order.Amounts(Money.ofMillionths(gross * 1_000_000, "VND"), none, none, none),
                "shop",
                List.of());
    }

    static TrafficDay traffic(int day, long sessions) {
        return new TrafficDay(
                LocalDate.of(2026, 3, day),
                Scope.TOTAL,
                TrafficDay.TrafficSource.ALL,
                new TrafficDay.TrafficCounts(sessions, 0, sessions, 0, 0),
                Set.of());
    }
}
