package vn.nhip.spi;

import java.time.LocalDate;

/**
 * Unique web users of a day, week or month, as the source itself counts them.
 *
 * <p>Units: whole users. Time: the account's calendar; {@code start} is the first day of the period. Never summed.
 */
public record TrafficUsers(Grain grain, LocalDate start, long users) implements Fact {

    public TrafficUsers {
        if (!grain.startOf(start).equals(start)) {
            throw new IllegalArgumentException(start + " is not the first day of a " + grain.id());
        }
    }

    @Override
    public FactKind kind() {
        return FactKind.TRAFFIC_USERS;
    }

    @Override
    public String key() {
        return grain.id() + "|" + start;
    }
}
