package vn.nhip.sandbox.face.graph;

import java.util.Map;
import java.util.TreeMap;

/**
 * What the service answers.
 *
 * <p>Shape: {@code wire} says how it comes: whole, cut off in the middle, not at all, or never.
 */
public record GraphAnswer(int status, Map<String, String> headers, String body, Wire wire) {

    /** How an answer comes over the wire. */
    public enum Wire {
        WHOLE,
        /** Half of what was announced, then the end. */
        CUT,
        /** The connection ends before the first byte. */
        NOTHING,
        /** Silence until the client gives up. */
        SILENCE
    }

    public GraphAnswer {
        headers = Map.copyOf(headers);
    }

    public static GraphAnswer json(int status, String body) {
        return new GraphAnswer(status, Map.of("Content-Type", "application/json; charset=UTF-8"), body, Wire.WHOLE);
    }

    /** An error as the service words it. */
    public static GraphAnswer error(int status, int code, int subcode, String message) {
        String more = subcode == 0 ? "" : ",\"error_subcode\":" + subcode;
        return json(
                status,
                "{\"error\":{\"message\":\"" + message + "\",\"type\":\"OAuthException\",\"code\":" + code + more
                        + ",\"fbtrace_id\":\"Atrace\"}}");
    }

    public GraphAnswer header(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new GraphAnswer(status, more, body, wire);
    }

    public GraphAnswer status(int other) {
        return new GraphAnswer(other, headers, body, wire);
    }

    public GraphAnswer over(Wire other) {
        return new GraphAnswer(status, headers, body, other);
    }
}
