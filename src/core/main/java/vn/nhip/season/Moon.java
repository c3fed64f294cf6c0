package vn.nhip.season;

import java.time.LocalDate;
import java.time.temporal.JulianFields;

/**
 * The Vietnamese lunar calendar, reckoned at UTC+7: the months of a year from the new moons and the sun's way.
 *
 * <p>Source: the series of Meeus, Astronomical Algorithms, as the Vietnamese calendar uses them; good for 1900 to 2100.
 */
final class Moon {

    private static final double ZONE = 7.0 / 24;
    private static final double MONTH = 29.530588853;
    private static final double EPOCH = 2415021.076998695;
    private static final int WINTER_SOLSTICE_MONTH = 11;
    private static final int FIRST_MONTH_AFTER = 2;
    private static final int LAST_MONTH = 12;

    private Moon() {}

    /** The civil day on which a lunar day falls; the month is the plain one, not the leap month of the same number. */
    static LocalDate day(int year, int month, int day) {
        long eleventh = eleventhMonth(month < WINTER_SOLSTICE_MONTH ? year - 1 : year);
        long next = eleventhMonth(month < WINTER_SOLSTICE_MONTH ? year : year + 1);
        int offset = Math.floorMod(month - WINTER_SOLSTICE_MONTH, LAST_MONTH);
        long first = number(eleventh);
        boolean leapYear = next - eleventh > 365;
        if (leapYear && offset >= leapOffset(first)) {
            offset++;
        }
        return LocalDate.MIN.with(JulianFields.JULIAN_DAY, newMoon(first + offset) + day - 1);
    }

    /** Of a year with thirteen months, how many months after the eleventh the leap month stands: the first without a major term. */
    private static int leapOffset(long eleventh) {
        int offset = FIRST_MONTH_AFTER;
        while (majorTerm(newMoon(eleventh + offset)) != majorTerm(newMoon(eleventh + offset - 1))) {
            offset++;
        }
        return offset - 1;
    }

    /** The first Julian day of the lunar month that holds the winter solstice of a civil year. */
    private static long eleventhMonth(int year) {
        long lastDay = LocalDate.of(year, 12, 31).getLong(JulianFields.JULIAN_DAY);
        long number = (long) Math.floor((lastDay - EPOCH) / MONTH);
        long begins = newMoon(number);
        return majorTerm(begins) >= 9 ? newMoon(number - 1) : begins;
    }

    /** The number of the new moon that begins the month of this Julian day. */
    private static long number(long begins) {
        return (long) Math.floor((begins - EPOCH) / MONTH + 0.5);
    }

    /** The Julian day on which new moon {@code number} since 1900 falls. */
    private static long newMoon(long number) {
        double t = number / 1236.85;
        double mean = 2415020.75933
                + MONTH * number
                + 0.0001178 * t * t
                - 0.000000155 * t * t * t
                + 0.00033 * sin(166.56 + 132.87 * t - 0.009173 * t * t);
        double sun = 359.2242 + 29.10535608 * number - 0.0000333 * t * t - 0.00000347 * t * t * t;
        double moon = 306.0253 + 385.81691806 * number + 0.0107306 * t * t + 0.00001236 * t * t * t;
        double node = 21.2964 + 390.67050646 * number - 0.0016528 * t * t - 0.00000239 * t * t * t;
        double exact = mean + wobble(t, sun, moon, node) - clockDrift(t);
        return (long) Math.floor(exact + 0.5 + ZONE);
    }

    private static double wobble(double t, double sun, double moon, double node) {
        return (0.1734 - 0.000393 * t) * sin(sun)
                + 0.0021 * sin(2 * sun)
                - 0.4068 * sin(moon)
                + 0.0161 * sin(2 * moon)
                - 0.0004 * sin(3 * moon)
                + 0.0104 * sin(2 * node)
                - 0.0051 * sin(sun + moon)
                - 0.0074 * sin(sun - moon)
                + 0.0004 * sin(2 * node + sun)
                - 0.0004 * sin(2 * node - sun)
                - 0.0006 * sin(2 * node + moon)
                + 0.0010 * sin(2 * node - moon)
                + 0.0005 * sin(2 * moon + sun);
    }

    /** Days by which even time runs ahead of the turning earth, since 1900. */
    private static double clockDrift(double t) {
        return -0.000278 + 0.000265 * t + 0.000262 * t * t;
    }

    /** Which twelfth of its way, counted from the spring equinox, the sun is in when this day begins. */
    private static int majorTerm(long julianDay) {
        double t = (julianDay - 0.5 - ZONE - 2451545.0) / 36525;
        double anomaly = 357.52910 + 35999.05030 * t - 0.0001559 * t * t - 0.00000048 * t * t * t;
        double longitude = 280.46645
                + 36000.76983 * t
                + 0.0003032 * t * t
                + (1.914600 - 0.004817 * t - 0.000014 * t * t) * sin(anomaly)
                + (0.019993 - 0.000101 * t) * sin(2 * anomaly)
                + 0.000290 * sin(3 * anomaly);
        return (int) Math.floor((longitude % 360 + 360) % 360 / 30);
    }

    private static double sin(double degrees) {
        return Math.sin(Math.toRadians(degrees));
    }
}
