package vn.nhip.incident;

import java.util.Locale;

/** Why an incident is over. */
public enum Ending {
    /** Values are as they used to be. */
    CALM,
    /** Values stay where they went: it is the new usual. */
    NEW_LEVEL,
    /** The source corrected its numbers, and nothing was off after all. */
    RESTATED,
    NOT_WATCHED,
    /** Somebody closed it. */
    SET_ASIDE;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Ending of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
