package vn.nhip.store;

import java.util.Locale;
import java.util.Map;

/**
 * Something that people are to be told once.
 *
 * <p>Shape: {@code key} tells this occasion from every other of its kind; the same occasion again is not told again.
 * {@code about} holds what the words are made of (account, stream, day, message …), without secrets or personal data.
 */
public record Notice(Kind kind, String key, Map<String, String> about) {

    public enum Kind {
        /** An account could not be read. */
        SYNC_FAILED,
        /** Someone must connect a source again. */
        RECONNECT,
        /** A connection ends on a day that is known, and soon; someone should connect it again before. */
        CONNECTION_ENDS,
        /** The numbers of a period are published. */
        NUMBERS_READY,
        /** The file of the morning could not be written. */
        EXPORT_FAILED,
        /** What a source gave looks like an accident, or does not add up; earlier values were kept or the facts stand as given. */
        SUSPICIOUS,
        /** A source is no longer as configured or as known: zone, currency, unknown fields. */
        SOURCE_CHANGED,
        /** The version of a source's API that is used will end. */
        VERSION_ENDS;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    public Notice {
        about = Map.copyOf(about);
    }
}
