package vn.nhip.connector.googleads;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import vn.nhip.spi.DayRange;

/** How far back Google Ads answers by day: 37 months. */
final class Horizon {

    private static final int MONTHS = 37;

    /** Nobody says at which hour, of which zone, a month ends to be kept. */
    private static final int MARGIN_DAYS = 2;

    private Horizon() {}

    private static LocalDate oldest(Clock clock) {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC)).minusMonths(MONTHS).plusDays(MARGIN_DAYS);
    }

    /** The days that there are figures for. */
    static Optional<DayRange> within(DayRange days, Clock clock) {
        LocalDate oldest = oldest(clock);
        return days.last().isBefore(oldest)
                ? Optional.empty()
                : Optional.of(new DayRange(days.first().isBefore(oldest) ? oldest : days.first(), days.last()));
    }

    /** That nothing older can be read, where a range begins at the oldest day there is. */
    static List<String> words(LocalDate first, Clock clock) {
        return first.equals(oldest(clock))
                ? List.of("Google Ads keeps 37 months by day: nothing before " + first + " is read")
                : List.of();
    }
}
