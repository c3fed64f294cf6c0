package vn.nhip.spi;

/**
 * A fact on its way to the store.
 *
 * <p>Shape: {@code version} orders two readings of the same key, an older one never overwrites a newer one (epoch
 * milliseconds of the source's updated-at, a revision, or 0 when the source says nothing). {@code at} says where in
 * the raw page the fact stands: {@code line 42}, {@code rows/7}.
 */
public record Envelope(Fact fact, long version, String at) {}
