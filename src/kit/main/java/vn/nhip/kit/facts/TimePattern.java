package vn.nhip.kit.facts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;

/**
 * Dates and times written by a pattern of {@link DateTimeFormatter}, strictly: 31 April is refused.
 *
 * <p>{@code yyyy} and {@code uuuu} mean the same; names of months are English. A pattern without a time means the start
 * of the day. A wall-clock time that a zone skips is shifted forward by the gap; one that it has twice is the earlier.
 */
final class TimePattern {

    private static final ZonedDateTime SAMPLE = ZonedDateTime.of(2024, 11, 23, 21, 45, 37, 0, ZoneOffset.ofHours(7));

    private final String pattern;
    private final DateTimeFormatter formatter;
    private final Optional<FixedPattern> fixed;

    private TimePattern(String pattern, DateTimeFormatter formatter) {
        this.pattern = pattern;
        this.formatter = formatter;
        this.fixed = FixedPattern.of(pattern);
    }

    /** @throws IllegalArgumentException when it is no pattern, or holds no whole date */
    static TimePattern of(String pattern) {
        DateTimeFormatter formatter = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(yearsWithoutEra(pattern))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
        TimePattern made = new TimePattern(pattern, formatter);
        made.wallClock(formatter.parse(formatter.format(SAMPLE)));
        return made;
    }

    /** In strict mode {@code y} would demand an era. */
    private static String yearsWithoutEra(String pattern) {
        StringBuilder changed = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            quoted ^= c == '\'';
            changed.append(c == 'y' && !quoted ? 'u' : c);
        }
        return changed.toString();
    }

    Instant instant(String text, ZoneId zone) {
        try {
            if (fixed.isPresent()) {
                return instant(fixed.get().read(text), zone);
            }
            TemporalAccessor parsed = formatter.parse(text);
            return parsed.isSupported(ChronoField.INSTANT_SECONDS)
                    ? Instant.from(parsed)
                    : instant(wallClock(parsed), zone);
        } catch (DateTimeException notThis) {
            throw refusal();
        }
    }

    LocalDate day(String text) {
        try {
            LocalDateTime read = fixed.isPresent() ? fixed.get().read(text) : wallClock(formatter.parse(text));
            return read.toLocalDate();
        } catch (DateTimeException notThis) {
            throw refusal();
        }
    }

    static Instant instant(LocalDateTime wallClock, ZoneId zone) {
        return wallClock.atZone(zone).toInstant();
    }

    private LocalDateTime wallClock(TemporalAccessor parsed) {
        LocalDate date = parsed.query(TemporalQueries.localDate());
        if (date == null) {
            throw new DateTimeException("no whole date in pattern " + pattern);
        }
        LocalTime time = parsed.query(TemporalQueries.localTime());
        return date.atTime(time == null ? LocalTime.MIDNIGHT : time);
    }

    private Refusal refusal() {
        return Refusal.of("is no date written like " + pattern);
    }
}
