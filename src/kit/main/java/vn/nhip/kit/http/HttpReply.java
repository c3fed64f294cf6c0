package vn.nhip.kit.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.nhip.kit.json.StrictJson;
import vn.nhip.spi.ConnectorException;

/**
 * What came back, whatever its status.
 *
 * <p>Shape: header names in any case, several values of one name joined by commas; the body is whole and decompressed.
 * {@code retryAfter} is what the source asked for, at most an hour, and absent where that made no sense.
 */
@SuppressWarnings("ArrayRecordComponent") // a body may be megabytes: it is handed over once, never compared
public record HttpReply(
        HttpCall call, int status, Map<String, String> headers, byte[] body, Optional<Duration> retryAfter) {

    public HttpReply {
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public boolean successful() {
        return HttpFailures.successful(status);
    }

    /**
     * This reply, when its status is 2xx.
     *
     * @throws ConnectorException with the kind of its status otherwise
     */
    public HttpReply orFailure() {
        if (!successful()) {
            throw HttpFailures.of(this);
        }
        return this;
    }

    /**
     * The body as JSON.
     *
     * @throws ConnectorException UNAVAILABLE for a web page, nothing, or broken JSON; DATA when it exceeds a limit
     */
    public JsonNode json() {
        if (isWebPage()) {
            throw HttpFailures.unavailable(call, "answered with a web page where data belongs", retryAfter, null);
        }
        return StrictJson.read(body, call.name());
    }

    /** Whether a proxy or a maintenance page answered in place of the source. */
    public boolean isWebPage() {
        return header("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).contains("html"))
                .isPresent();
    }

    @Override
    public String toString() {
        return call + ": " + status + ", " + body.length + " bytes";
    }
}
