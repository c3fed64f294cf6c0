package vn.nhip.kit.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Moments: by pattern, in the declared zone unless the pattern carries an offset; date cells as they are. */
record InstantShape(TimePattern pattern, ZoneId zone) implements Shape {

    @Override
    public Object ofText(String text) {
        return pattern.instant(text, zone);
    }

    @Override
    public Object ofTyped(Object cell) {
        if (cell instanceof LocalDateTime wallClock) {
            return TimePattern.instant(wallClock, zone);
        } else if (cell instanceof LocalDate day) {
            return day.atStartOfDay(zone).toInstant();
        } else if (cell instanceof Instant) {
            return cell;
        }
        throw Refusal.of("is no date cell");
    }
}
