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
    /** The target that was missed is another one now. */
    NEW_TARGET,
    NOT_WATCHED,
    /** Somebody closed it. */
    SET_ASIDE;

    /** Whether the same move opens it again; what is calm or set aside stays so. */
    boolean mayReopen() {
        return switch (this) {
            case CALM, NEW_LEVEL, SET_ASIDE -> false;
            case RESTATED, NEW_TARGET, NOT_WATCHED -> true;
        };
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Ending of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
