package vn.nhip.sandbox.face.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** What a service answers, whole. */
public record RestAnswer(int status, Map<String, String> headers, String body) {

    public RestAnswer {
        headers = Map.copyOf(headers);
    }

    public static RestAnswer json(JsonNode body) {
        return json(200, body.toString());
    }

    public static RestAnswer json(int status, String body) {
        return new RestAnswer(status, Map.of("Content-Type", "application/json; charset=utf-8"), body);
    }

    public static RestAnswer html(int status, String body) {
        return new RestAnswer(status, Map.of("Content-Type", "text/html"), body);
    }

    public RestAnswer header(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new RestAnswer(status, more, body);
    }

    /** The same with another body. */
    public RestAnswer saying(String other) {
        return new RestAnswer(status, headers, other);
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
