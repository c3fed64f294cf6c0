package vn.nhip.spi;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The calendar periods that numbers are counted in: days, ISO weeks (from Monday) and calendar months. */
public enum Grain {
    DAY,
    WEEK,
    MONTH;

    public String id() {
        return Names.kebab(name());
    }

    /** First day of the period that holds this day. */
    public LocalDate startOf(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /** First day of the period after the one that starts here. */
    public LocalDate next(LocalDate start) {
        return switch (this) {
            case DAY -> start.plusDays(1);
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
        };
    }

    /** Last day, included, of the period that starts here. */
    public LocalDate endOf(LocalDate start) {
        return next(start).minusDays(1);
    }
}
