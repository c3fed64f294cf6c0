package vn.nhip.kit.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The wait that a source asks for, in seconds or as a date; at most an hour, and nothing where it makes no sense. */
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    /** The wait; a date is measured against the source's own clock where the reply tells it. */
    static Optional<Duration> of(Optional<String> header, Optional<String> date, Instant now) {
        return header.map(String::strip)
                .flatMap(text -> text.matches("\\d{1,9}")
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                        : instant(text)
                                .map(until -> Duration.between(
                                        date.flatMap(RetryAfter::instant).orElse(now), until)))
                .filter(wait -> wait.compareTo(Duration.ZERO) > 0)
                .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException garbage) {
            return Optional.empty();
        }
    }
}
