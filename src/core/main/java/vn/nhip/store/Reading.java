package vn.nhip.store;

import java.util.Optional;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.Slice;

/**
 * How far the reading of one slice has come, as last committed.
 *
 * <p>Shape: {@code name} tells this reading from every earlier one of the slice, even of the same content.
 */
public record Reading(
        long sliceId, Slice slice, String name, State state, Optional<Cursor> after, int nextPage, long version) {

    public enum State {
        /** The content is the one that the store already holds; there is nothing to read. */
        UNCHANGED,
        /** Pages are missing; the next one starts after the cursor. */
        READING,
        /** All pages are here and wait to be swapped in. */
        READ,
        /** The new content was complete and stands in the tables. */
        COMPLETE,
        /** The new content looks like an accident; the earlier values stay until it changes or someone confirms. */
        SUSPICIOUS,
        /** Too much of the new content is held back, or it contradicts itself; the earlier values stay. */
        REFUSED,
        /** The source no longer has it; what it gave stays until it is withdrawn or comes back. */
        VANISHED;

        String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Facts of such a slice wait until it is complete; others count from their page's commit on. */
    boolean staged() {
        return slice.owns() || slice.days().isPresent();
    }

    long origin() {
        return slice.owns() ? sliceId : 0;
    }
}
