package vn.nhip.why;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.nhip.season.Occasions;
import vn.nhip.spi.Grain;

/** Which earlier period a period is compared with. */
public enum Comparison {
    /** Of a day: the same weekday of the week before. */
    WEEK_BEFORE,
    /** The period just before. */
    PREVIOUS,
    /** 364 days before, so the same weekday or the week of the same season; of a month the same month of the year before. */
    YEAR,
    /** As far from the first day of Tết as this one, in the lunar year before. */
    TET;

    private static final int WEEK = 7;
    private static final int MIDDLE_OF_WEEK = 3;
    private static final int MIDDLE_OF_MONTH = 14;

    /** What is offered at a grain; the first is what is like it most, and taken unless another one is asked for. */
    public static List<Comparison> offered(Grain grain) {
        return grain == Grain.DAY ? List.of(WEEK_BEFORE, PREVIOUS, YEAR, TET) : List.of(PREVIOUS, YEAR, TET);
    }

    /** The one of this id, if it is offered at the grain. */
    public static Optional<Comparison> find(Grain grain, String id) {
        return offered(grain).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The same at another grain, or what is usual there. */
    public Comparison in(Grain grain) {
        List<Comparison> offered = offered(grain);
        return this != PREVIOUS && offered.contains(this) ? this : offered.get(0);
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where the period starts that the one with this start is compared with. */
    public LocalDate of(Grain grain, LocalDate start) {
        return switch (this) {
            case WEEK_BEFORE -> grain.startOf(start.minusWeeks(1));
            case PREVIOUS -> grain.startOf(start.minusDays(1));
            case YEAR -> grain == Grain.MONTH ? start.minusYears(1) : start.minusWeeks(52);
            case TET -> aroundTet(grain, start);
        };
    }

    /** A week or month goes by its middle. Away from Tết the weekday matters more than the exact distance. */
    private static LocalDate aroundTet(Grain grain, LocalDate start) {
        return switch (grain) {
            case DAY -> Occasions.aroundTet(start) ? sameDistance(start) : sameWeekday(start, sameDistance(start));
            case WEEK -> grain.startOf(sameDistance(start.plusDays(MIDDLE_OF_WEEK)));
            case MONTH -> grain.startOf(sameDistance(start.plusDays(MIDDLE_OF_MONTH)));
        };
    }

    private static LocalDate sameDistance(LocalDate day) {
        long distance = Occasions.fromTet(day);
        return Occasions.tet(day.minusDays(distance).getYear() - 1).plusDays(distance);
    }

    private static LocalDate sameWeekday(LocalDate day, LocalDate near) {
        int ahead = day.getDayOfWeek().getValue() - near.getDayOfWeek().getValue();
        return near.plusDays(Math.floorMod(ahead + WEEK / 2, WEEK) - WEEK / 2);
    }
}
