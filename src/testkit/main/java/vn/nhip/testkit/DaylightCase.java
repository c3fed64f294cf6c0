package vn.nhip.testkit;

import java.time.LocalDate;
import java.util.Map;
import vn.nhip.spi.DayRange;

/**
 * An account in a zone with daylight saving, read over a day of 23 and a day of 25 hours.
 *
 * <p>Shape: {@code expected} facts of each day, both odd days among them: one per day for day facts; for instants
 * arrange one record an hour, so 23 and 25.
 */
public record DaylightCase(Account account, DayRange days, Map<LocalDate, Integer> expected) {

    public DaylightCase {
        expected = Map.copyOf(expected);
    }
}
