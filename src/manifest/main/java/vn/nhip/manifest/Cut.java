package vn.nhip.manifest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nhip.manifest.component.Stream;
import vn.nhip.spi.Slice;

/**
 * What the name of a slice says: which of the listed values it is, which of two streams, which pages.
 *
 * <p>Shape: {@code shop-1}, {@code shop-1 pages 11-20}, {@code pages 21+}, {@code full 2026-01-01..2026-01-31},
 * {@code all}.
 */
record Cut(String value, boolean full, Optional<Pages> pages) {

    static final String WHOLE = "all";

    private static final String FULL = "full ";
    private static final Pattern PAGES = Pattern.compile("(.*?) ?pages ([0-9]{1,9})(-[0-9]{1,9}|[+])");

    /** Pages counted from 1; the last slice of a stream has no last page. */
    record Pages(int first, Optional<Integer> last) {}

    static Cut of(Slice slice, Stream stream) {
        boolean full = stream.variants().whole().isPresent() && slice.name().startsWith(FULL);
        String rest = full ? slice.name().substring(FULL.length()) : slice.name();
        if (slice.days().isPresent()) {
            return new Cut("", full, Optional.empty());
        }
        Matcher matcher = PAGES.matcher(rest);
        if (!matcher.matches()) {
            return new Cut(rest.equals(WHOLE) ? "" : rest, full, Optional.empty());
        }
        String end = matcher.group(3);
        return new Cut(
                matcher.group(1),
                full,
                Optional.of(new Pages(
                        Integer.parseInt(matcher.group(2)),
                        end.equals("+") ? Optional.empty() : Optional.of(Integer.parseInt(end.substring(1))))));
    }

    String name() {
        String suffix = pages.map(each -> " pages " + each.first()
                        + each.last().map(last -> "-" + last).orElse("+"))
                .orElse("");
        String name = (value + suffix).strip();
        return (full ? FULL : "") + (name.isEmpty() ? WHOLE : name);
    }

    /** The name of a slice of days. */
    static String days(String range, boolean full) {
        return (full ? FULL : "") + range;
    }
}
