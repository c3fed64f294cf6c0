package vn.nhip.manifest.expression;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;

/**
 * Times by the format language of Python's {@code strftime}: {@code %Y %m %d %H %M %S %f %z %j %y %b %B %a %A %I %p %Z %%},
 * and the seconds, milliseconds and microseconds since 1970: {@code %s %s_as_float %ms %epoch_microseconds}.
 *
 * <p>A text without an offset is UTC; one without a time is the start of its day.
 */
public final class Strftime {

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalEnd()
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ENGLISH);

    private final String format;
    private final DateTimeFormatter writer;
    private final DateTimeFormatter reader;

    private Strftime(String format, DateTimeFormatter writer, DateTimeFormatter reader) {
        this.format = format;
        this.writer = writer;
        this.reader = reader;
    }

    /**
     * The format of these directives.
     *
     * @throws DateTimeException naming a directive that is not known
     */
    public static Strftime of(String format) {
        return new Strftime(format, built(format, true), built(format, false));
    }

    /** Reads ISO 8601, with or without time and offset. */
    public static ZonedDateTime iso(String text) {
        return moment(ISO.parse(text));
    }

    /** The time in this format. */
    public String format(ZonedDateTime time) {
        return switch (format) {
            case "%s" -> Long.toString(time.toEpochSecond());
            case "%s_as_float" ->
                time.toEpochSecond() + "." + String.format(Locale.ROOT, "%06d", time.getNano() / 1000);
            case "%ms" -> Long.toString(time.toInstant().toEpochMilli());
            case "%epoch_microseconds" -> Long.toString(time.toEpochSecond() * 1_000_000 + time.getNano() / 1000);
            default -> writer.format(time);
        };
    }

    /**
     * The time that a text says.
     *
     * @throws DateTimeException when it is not written like this format
     */
    public ZonedDateTime parse(String text) {
        return switch (format) {
            case "%s" -> Instant.ofEpochSecond(whole(text)).atZone(ZoneOffset.UTC);
            case "%s_as_float" -> seconds(text);
            case "%ms" -> Instant.ofEpochMilli(whole(text)).atZone(ZoneOffset.UTC);
            case "%epoch_microseconds" ->
                Instant.ofEpochSecond(
                                Math.floorDiv(whole(text), 1_000_000L), Math.floorMod(whole(text), 1_000_000L) * 1000)
                        .atZone(ZoneOffset.UTC);
            default -> moment(reader.parse(text));
        };
    }

    private static ZonedDateTime seconds(String text) {
        int point = text.indexOf('.');
        return Instant.ofEpochSecond(whole(point < 0 ? text : text.substring(0, point)))
                .atZone(ZoneOffset.UTC);
    }

    private static long whole(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException noNumber) {
            throw new DateTimeException("no number of seconds", noNumber);
        }
    }

    private static ZonedDateTime moment(TemporalAccessor parsed) {
        LocalDate date = parsed.query(TemporalQueries.localDate());
        LocalTime time = parsed.query(TemporalQueries.localTime());
        ZoneId zone = parsed.query(TemporalQueries.zone());
        if (date == null) {
            throw new DateTimeException("no whole date");
        }
        return date.atTime(time == null ? LocalTime.MIDNIGHT : time).atZone(zone == null ? ZoneOffset.UTC : zone);
    }

    private static DateTimeFormatter built(String format, boolean writing) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        boolean epoch = format.equals("%s_as_float") || format.equals("%ms") || format.equals("%epoch_microseconds");
        String rest = epoch ? "%s" : format;
        for (int i = 0; i < rest.length(); i++) {
            if (rest.charAt(i) != '%') {
                builder.appendLiteral(rest.charAt(i));
            } else if (++i < rest.length()) {
                append(builder, rest.charAt(i), writing);
            } else {
                throw new DateTimeException("ends with a single %");
            }
        }
        return builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.SMART);
    }

    private static void append(DateTimeFormatterBuilder builder, char directive, boolean writing) {
        switch (directive) {
            case 'Y' -> builder.appendValue(ChronoField.YEAR, 4, 4, SignStyle.NEVER);
            case 'y' -> builder.appendValueReduced(ChronoField.YEAR, 2, 2, 1969);
            case 'm' -> number(builder, ChronoField.MONTH_OF_YEAR, writing);
            case 'd' -> number(builder, ChronoField.DAY_OF_MONTH, writing);
            case 'H' -> number(builder, ChronoField.HOUR_OF_DAY, writing);
            case 'I' -> number(builder, ChronoField.CLOCK_HOUR_OF_AMPM, writing);
            case 'M' -> number(builder, ChronoField.MINUTE_OF_HOUR, writing);
            case 'S' -> number(builder, ChronoField.SECOND_OF_MINUTE, writing);
            case 'j' -> builder.appendValue(ChronoField.DAY_OF_YEAR, 3);
            case 'f' -> builder.appendFraction(ChronoField.NANO_OF_SECOND, writing ? 6 : 1, writing ? 6 : 9, false);
            case 'b' -> builder.appendText(ChronoField.MONTH_OF_YEAR, TextStyle.SHORT);
            case 'B' -> builder.appendText(ChronoField.MONTH_OF_YEAR, TextStyle.FULL);
            case 'a' -> builder.appendText(ChronoField.DAY_OF_WEEK, TextStyle.SHORT);
            case 'A' -> builder.appendText(ChronoField.DAY_OF_WEEK, TextStyle.FULL);
            case 'p' -> builder.appendText(ChronoField.AMPM_OF_DAY, TextStyle.SHORT);
            case 'z' -> builder.appendPattern(writing ? "xx" : "[XXX][XX][X]");
            case 'Z' -> builder.appendZoneText(TextStyle.SHORT);
            case 's' -> builder.appendValue(ChronoField.INSTANT_SECONDS);
            case '%' -> builder.appendLiteral('%');
            default -> throw new DateTimeException("the format has no directive %" + directive);
        }
    }

    private static void number(DateTimeFormatterBuilder builder, ChronoField field, boolean writing) {
        builder.appendValue(field, writing ? 2 : 1, 2, SignStyle.NOT_NEGATIVE);
    }
}
