package vn.nhip.sandbox;

import java.time.Instant;
import java.time.LocalDate;

/** Times of day in the business zone, to the minute: exports show no seconds. */
final class Moments {

    private Moments() {}

    /** Some minute from one hour of a day until another, 24 at most. */
    static Instant on(LocalDate day, Dice dice, int fromHour, int toHour) {
        int minute = dice.between(fromHour * 60, toHour * 60 - 1);
        return day.atStartOfDay(SampleBusiness.ZONE).plusMinutes(minute).toInstant();
    }

    static LocalDate day(Instant at) {
        return at.atZone(SampleBusiness.ZONE).toLocalDate();
    }
}
