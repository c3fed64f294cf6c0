package vn.nhip.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a fake source answers once.
 *
 * <p>Shape: a {@code cut} answer announces its whole length and ends half-way; {@code delay} passes before anything is
 * sent.
 */
@SuppressWarnings("ArrayRecordComponent") // sent, never compared
public record Answer(int status, Map<String, String> headers, byte[] body, Duration delay, boolean cut) {

    public Answer {
        headers = Map.copyOf(headers);
    }

    public static Answer json(String body) {
        return text("application/json", body);
    }

    public static Answer text(String mediaType, String body) {
        return new Answer(
                200, Map.of("Content-Type", mediaType), body.getBytes(StandardCharsets.UTF_8), Duration.ZERO, false);
    }

    /** An answer of this status, whose body says no more than the status. */
    public static Answer status(int status) {
        Answer answer = json("{\"error\": {\"code\": " + status + "}}");
        return new Answer(status, answer.headers, answer.body, Duration.ZERO, false);
    }

    public Answer header(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body, delay, cut);
    }

    public Answer after(Duration wait) {
        return new Answer(status, headers, body, wait, cut);
    }

    public Answer cutShort() {
        return new Answer(status, headers, body, delay, true);
    }
}
