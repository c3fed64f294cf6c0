package vn.nhip.spi;

/**
 * A record that could not become a fact, kept for the user to mend and replay.
 *
 * <p>Shape: {@code at} as in {@link Envelope}, {@code field} the column or path, {@code value} what stood there,
 * {@code raw} the whole record as the source gave it. Personal data may stand in value and raw: stored encrypted.
 */
public record Rejected(String at, String field, String value, String reason, String raw) {}
