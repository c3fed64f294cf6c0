package vn.nhip.sandbox.truth;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Business days from one to another, both included. */
public record Period(LocalDate from, LocalDate to) {

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a period ends on " + to + " before it begins on " + from);
        }
    }

    /** The day, ISO week or month that holds a day. */
    public static Period of(UniqueUsers.Grain grain, LocalDate day) {
        LocalDate start = grain.startOf(day);
        return new Period(start, grain.endOf(start));
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    boolean holds(Instant at, ZoneId zone) {
        return holds(at.atZone(zone).toLocalDate());
    }

    List<LocalDate> days() {
        return from.datesUntil(to.plusDays(1)).toList();
    }
}
