package vn.nhip.manifest;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Slice;

/**
 * Windows of times of change.
 *
 * <p>Shape: for the engine such a slice has its days in its name only, since they are not the days of its facts, and nothing
 * is gone that it does not show. Sources say late what changed: a window is read from the day before.
 */
final class Changes {

    private static final String CHANGES = "changes ";
    private static final Pattern NAME = Pattern.compile(CHANGES + "([0-9-]{10})[.]{2}([0-9-]{10})");

    private Changes() {}

    /** The slice of a window as the engine sees it. */
    static Slice slice(DayRange window) {
        return new Slice(CHANGES + Slice.days(window).name(), Optional.empty(), Optional.empty(), false);
    }

    /** The same as the stream sees it: with the days to ask for. */
    static Slice dated(Slice slice) {
        Matcher name = NAME.matcher(slice.name());
        if (!name.matches()) {
            return slice;
        }
        DayRange days = new DayRange(LocalDate.parse(name.group(1)).minusDays(1), LocalDate.parse(name.group(2)));
        return new Slice(slice.name(), slice.fingerprint(), Optional.of(days), false);
    }
}
