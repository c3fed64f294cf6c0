package vn.nhip.testkit;

import java.util.Map;
import java.util.TreeMap;

/** A request that the fake source got; {@code target} is its path and query as they came over the wire. */
public record Received(String method, String target, Map<String, String> headers, String body) {

    public Received {
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    /** The header of this name in any case, empty when it was not sent. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
