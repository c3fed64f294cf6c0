package vn.nhip.connector.metaads;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.SourceNotes;

/** How far back Meta answers: 37 months for figures, 90 days for leads. */
final class Horizon {

    /** A few days less than 37 months, since they end at an hour that nobody says. */
    private static final int FIGURE_DAYS = 1_123;

    private static final int LEAD_DAYS = 90;

    private Horizon() {}

    private static LocalDate oldestFigures(Clock clock) {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC)).minusDays(FIGURE_DAYS);
    }

    /** The days that there are figures for. */
    static Optional<DayRange> figures(DayRange days, Clock clock) {
        return from(days, oldestFigures(clock));
    }

    /** The days that there are leads for. */
    static Optional<DayRange> leads(DayRange days, Clock clock) {
        return from(days, LocalDate.now(clock.withZone(ZoneOffset.UTC)).minusDays(LEAD_DAYS));
    }

    private static Optional<DayRange> from(DayRange days, LocalDate oldest) {
        return days.last().isBefore(oldest)
                ? Optional.empty()
                : Optional.of(new DayRange(days.first().isBefore(oldest) ? oldest : days.first(), days.last()));
    }

    /** What was said, and that nothing older can be read where a range begins at the oldest day there is. */
    static List<String> words(SourceNotes said, LocalDate first, Clock clock) {
        List<String> clamped = first.equals(oldestFigures(clock))
                ? List.of("Meta keeps 37 months: nothing before " + first + " is read")
                : List.of();
        return Pages.noting(said, clamped).drift();
    }
}
