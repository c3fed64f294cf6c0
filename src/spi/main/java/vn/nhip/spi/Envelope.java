package vn.nhip.spi;

/**
 * A fact on its way to the store.
 *
 * <p>Shape: {@code version} orders two readings of the same key, an older one never overwrites a newer one (epoch
 * milliseconds of the source's updated-at, a revision, or 0 when the source says nothing). {@code at} says where in
 * the raw page the fact stands: {@code line 42}, {@code rows/7}; {@link #NO_RECORD} where a report that was read whole
 * says by its silence that nothing happened. Such facts count as facts, but not as something that the source sent.
 */
public record Envelope(Fact fact, long version, String at) {

    public static final String NO_RECORD = "no record";

    /** A fact that follows from there being no record. */
    public static Envelope silence(Fact fact) {
        return new Envelope(fact, 0, NO_RECORD);
    }

    /** Whether no record stands behind it. */
    public boolean silent() {
        return at.equals(NO_RECORD);
    }
}
