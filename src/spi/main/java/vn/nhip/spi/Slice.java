package vn.nhip.spi;

import java.util.Optional;

/**
 * A part of a stream that is read and committed as one: a file, a day range, a parent.
 *
 * <p>Shape: {@code name} is permanent within the stream. {@code fingerprint} changes when the content does; the same
 * fingerprint again means there is nothing to read. A slice that {@code owns} its facts replaces all that it gave
 * before (a file); one that does not upserts into the account's own (an API).
 */
public record Slice(String name, Optional<String> fingerprint, Optional<DayRange> days, boolean owns) {

    public Slice {
        Names.requireText(name, "slice name");
    }

    public static Slice file(String name, String fingerprint) {
        return new Slice(name, Optional.of(fingerprint), Optional.empty(), true);
    }

    public static Slice days(DayRange days) {
        return new Slice(days.first() + ".." + days.last(), Optional.empty(), Optional.of(days), false);
    }
}
