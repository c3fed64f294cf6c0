package vn.nhip.store;

import org.jspecify.annotations.Nullable;

/** One fact as it will stand in its table, or, without values, the word that a key is gone. */
@SuppressWarnings("ArrayRecordComponent") // millions of these pass; never compared
record Row(FactTable table, String key, long version, long hash, String at, long page, @Nullable Object[] values) {

    private static final @Nullable Object[] GONE = {};

    static Row gone(FactTable table, String key) {
        return new Row(table, key, 0, 0, "", 0, GONE);
    }

    /** Whether both claim to be the one content of a key, and differ. */
    boolean contradicts(Row other) {
        return version == other.version && hash != other.hash;
    }

    boolean isGone() {
        return values.length == 0;
    }
}
