package vn.nhip.season;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The days of a Vietnamese business year that are not like others: those around Tết, public holidays, days of gifts,
 * double-date sales.
 *
 * <p>Shape: each has a key that is the same in every year, such as {@code tet-3} or {@code 09-02}, so that a day can be
 * compared with its own kind. Around Tết the day is counted from the first of the first lunar month.
 */
public final class Occasions {

    private static final int BEFORE_TET = -21;
    private static final int AFTER_TET = 14;
    private static final int BEFORE_MID_AUTUMN = -3;
    private static final int TET_BEGINS_TO_TELL = -14;
    private static final int TET_STOPS_TELLING = 10;

    private static final Map<MonthDay, String> FIXED = Map.ofEntries(
            fixed(1, 1),
            fixed(2, 14),
            fixed(3, 7),
            fixed(3, 8),
            fixed(4, 30),
            fixed(5, 1),
            fixed(9, 2),
            fixed(10, 19),
            fixed(10, 20),
            fixed(11, 19),
            fixed(11, 20),
            fixed(12, 24),
            fixed(12, 25),
            fixed(12, 31));

    private final Map<LocalDate, String> keys = new HashMap<>();

    private Occasions(int firstYear, int lastYear) {
        for (int year = firstYear; year <= lastYear; year++) {
            add(year);
        }
    }

    /** Those of all years that the days touch. */
    public static Occasions between(LocalDate first, LocalDate last) {
        return new Occasions(first.getYear(), last.getYear() + 1);
    }

    /** The first day of the Vietnamese lunar year that begins in this civil year. */
    public static LocalDate tet(int year) {
        return Moon.day(year, 1, 1);
    }

    /** Whether a week or month is another than usual because of Tết. */
    public static boolean touchTet(LocalDate first, LocalDate last) {
        LocalDate tet = tet(first.getYear());
        return !last.isBefore(tet.plusDays(TET_BEGINS_TO_TELL)) && !first.isAfter(tet.plusDays(TET_STOPS_TELLING));
    }

    /** Days from the nearest Tết: negative before it, 0 on its first day. */
    public static long fromTet(LocalDate day) {
        int year = day.getMonthValue() > 8 ? day.getYear() + 1 : day.getYear();
        return ChronoUnit.DAYS.between(tet(year), day);
    }

    /** Whether a day is one of those that Tết changes. */
    public static boolean aroundTet(LocalDate day) {
        long distance = fromTet(day);
        return distance >= BEFORE_TET && distance <= AFTER_TET;
    }

    /** The key of a day that is not like others. */
    public Optional<String> on(LocalDate day) {
        return Optional.ofNullable(keys.get(day));
    }

    private static Map.Entry<MonthDay, String> fixed(int month, int day) {
        return Map.entry(MonthDay.of(month, day), String.format("%02d-%02d", month, day));
    }

    /** Where two fall on one day the later line wins: Tết over all. */
    private void add(int year) {
        FIXED.forEach((day, key) -> keys.put(day.atYear(year), key));
        for (int month = 6; month <= 12; month++) {
            keys.put(LocalDate.of(year, month, month), String.format("%02d-%02d", month, month));
        }
        keys.put(Moon.day(year, 3, 10), "hung-kings");
        around("mid-autumn", Moon.day(year, 8, 15), BEFORE_MID_AUTUMN, 0);
        around("tet", tet(year), BEFORE_TET, AFTER_TET);
    }

    private void around(String name, LocalDate day, int first, int last) {
        for (int offset = first; offset <= last; offset++) {
            keys.put(day.plusDays(offset), name + String.format("%+d", offset));
        }
    }
}
