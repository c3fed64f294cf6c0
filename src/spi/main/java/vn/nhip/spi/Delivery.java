package vn.nhip.spi;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a source sent to us of its own accord, before anything of it is believed.
 *
 * <p>Shape: {@code address} is the one that was called, as the caller wrote it; names of headers are matched in any case;
 * the body is at most a megabyte and lent.
 */
@SuppressWarnings("ArrayRecordComponent") // lent, never compared
public record Delivery(String method, URI address, Map<String, String> headers, byte[] body, Instant receivedAt) {

    public Delivery {
        Map<String, String> lower = new TreeMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        headers = Map.copyOf(lower);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
