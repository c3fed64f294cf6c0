package vn.nhip.login;

import java.util.Locale;

/** What a person may do; each may do all that the ones before it may. */
public enum Role {
    /** Looks and downloads. */
    VIEWER,
    /** Also syncs and replays. */
    EDITOR,
    /** Also sees masked raw records, and says who may come in. */
    ADMIN;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role of this id.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Role of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    public boolean may(Role needed) {
        return compareTo(needed) >= 0;
    }
}
