package vn.nhip.kit.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Days: by pattern, whose time of day is left out; date cells as they are. */
record DayShape(TimePattern pattern, ZoneId zone) implements Shape {

    @Override
    public Object ofText(String text) {
        return pattern.day(text);
    }

    @Override
    public Object ofTyped(Object cell) {
        if (cell instanceof LocalDateTime wallClock) {
            return wallClock.toLocalDate();
        } else if (cell instanceof Instant instant) {
            return instant.atZone(zone).toLocalDate();
        } else if (cell instanceof LocalDate) {
            return cell;
        }
        throw Refusal.of("is no date cell");
    }
}
