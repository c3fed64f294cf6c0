package vn.nhip.store;

import java.sql.SQLException;

/** What becomes of a fact whose key its slice has given before: the same again, a newer version, or a contradiction. */
final class Repeats {

    private final Clash clash;
    private long again;

    Repeats(Clash clash) {
        this.clash = clash;
    }

    /** The fact that a slice gave first for a key, and its place. */
    record Given(long version, long hash, String at) {}

    /** Hears of a fact that contradicts an earlier one of its slice: same key and version, other content. */
    interface Clash {

        /** For facts that count from their page's commit on, whose pages were looked through before. */
        Clash NONE = (first, later) -> {};

        void between(Given first, Row later) throws SQLException;
    }

    /** Whether the later fact takes the earlier one's place; the first of two that contradict each other keeps it. */
    boolean replaces(Given first, Row later) throws SQLException {
        if (later.version() == first.version() && later.hash() != first.hash()) {
            clash.between(first, later);
            return false;
        }
        again++;
        return later.version() > first.version();
    }

    /** Counts facts that said what was known. */
    void same(long facts) {
        again += facts;
    }

    /** How many facts said again what their slice had said, or said it in another version. */
    long again() {
        return again;
    }
}
