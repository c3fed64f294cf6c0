package vn.nhip.sandbox;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The days of a year that follow the moon: Tết (1/1), the Hùng Kings' day (10/3) and Mid-Autumn (15/8), as the
 * Vietnamese calendar has them (reckoned at UTC+7, so at times a day or a month off China's). Source: computed; three
 * independent implementations agree on every date.
 */
record LunarDays(LocalDate tet, LocalDate hungKings, LocalDate midAutumn) {

    private static final List<LunarDays> YEARS = List.of(
            of("2022-02-01", "2022-04-10", "2022-09-10"),
            of("2023-01-22", "2023-04-29", "2023-09-29"),
            of("2024-02-10", "2024-04-18", "2024-09-17"),
            of("2025-01-29", "2025-04-07", "2025-10-06"),
            of("2026-02-17", "2026-04-26", "2026-09-25"),
            of("2027-02-06", "2027-04-16", "2027-09-15"),
            of("2028-01-26", "2028-04-04", "2028-10-03"),
            of("2029-02-13", "2029-04-23", "2029-09-22"),
            of("2030-02-02", "2030-04-12", "2030-09-12"),
            of("2031-01-23", "2031-04-01", "2031-10-01"),
            of("2032-02-11", "2032-04-19", "2032-09-19"),
            of("2033-01-31", "2033-04-09", "2033-09-08"),
            of("2034-02-19", "2034-04-28", "2034-09-26"),
            of("2035-02-08", "2035-04-17", "2035-09-16"));

    private static LunarDays of(String tet, String hungKings, String midAutumn) {
        return new LunarDays(LocalDate.parse(tet), LocalDate.parse(hungKings), LocalDate.parse(midAutumn));
    }

    /**
     * The lunar days of a calendar year.
     *
     * @throws IllegalArgumentException for a year that the table does not hold
     */
    static LunarDays of(int year) {
        int index = year - YEARS.get(0).tet.getYear();
        if (index < 0 || index >= YEARS.size()) {
            throw new IllegalArgumentException("no lunar days of " + year + ": the sample business knows "
                    + YEARS.get(0).tet.getYear() + " to "
                    + YEARS.get(YEARS.size() - 1).tet.getYear());
        }
        return YEARS.get(index);
    }

    /** Days from the nearest Tết: negative before it, 0 on its first day. */
    static long fromTet(LocalDate day) {
        LocalDate tet =
                day.getMonthValue() > Month.SEPTEMBER.getValue() ? of(day.getYear() + 1).tet : of(day.getYear()).tet;
        return ChronoUnit.DAYS.between(tet, day);
    }
}
