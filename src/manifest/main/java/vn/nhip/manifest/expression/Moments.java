package vn.nhip.manifest.expression;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** Times out of what expressions hold: moments, days, texts, seconds since 1970. */
final class Moments {

    private Moments() {}

    /** The moment at this place; a text is read by the format, or as ISO 8601 when there is none. */
    static ZonedDateTime of(Call call, int index, String format) {
        Object value = call.value(index);
        if (value instanceof ZonedDateTime moment) {
            return moment;
        }
        if (value instanceof LocalDate day) {
            return day.atStartOfDay(ZoneOffset.UTC);
        }
        try {
            if (value instanceof BigDecimal seconds) {
                return Instant.ofEpochSecond(seconds.longValue()).atZone(ZoneOffset.UTC);
            }
            String text = call.text(index);
            return format.isEmpty() ? Strftime.iso(text) : Strftime.of(format).parse(text);
        } catch (DateTimeException noTime) {
            throw call.unfit(index, "a time" + (format.isEmpty() ? "" : " written like " + format));
        }
    }

    static Object timestamp(Call call) {
        return BigDecimal.valueOf(of(call, 0, "").toEpochSecond());
    }

    static ZonedDateTime plusDays(Call call, ZonedDateTime now) {
        try {
            return now.plusDays(call.whole(0));
        } catch (DateTimeException beyond) {
            throw call.problem("leaves the calendar");
        }
    }
}
