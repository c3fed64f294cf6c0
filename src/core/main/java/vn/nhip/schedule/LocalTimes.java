package vn.nhip.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * A time of day in a zone, as instants. Where the clock jumps over it, it is the next instant that there is; where it
 * comes twice, the first.
 */
record LocalTimes(LocalTime at, ZoneId zone) {

    private static final int WIDE = 1_000_000;

    Instant on(LocalDate day) {
        LocalDateTime local = day.atTime(at);
        ZoneOffsetTransition jump = zone.getRules().getTransition(local);
        return jump != null && jump.isGap()
                ? jump.getInstant()
                : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    /** The last local date whose time has come. */
    LocalDate latest(Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return on(today).isAfter(now) ? today.minusDays(1) : today;
    }

    /** Always the same share of the jitter for the same name, so that the load is spread and a night is a night. */
    static Duration jitter(String name, Duration most) {
        long share = Math.floorMod((name.hashCode() * 0x9E3779B97F4A7C15L) >>> 20, WIDE);
        return Duration.ofMillis(most.toMillis() * share / WIDE);
    }
}
