package vn.nhip.sandbox.face.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One request as a service understands it.
 *
 * <p>Shape: {@code path} begins with a slash and has no query; {@code parameters} are those of the query, decoded, the last
 * one where a name stands twice; header names in any case.
 */
public record RestAsk(
        String method, String path, Map<String, String> parameters, Map<String, String> headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public RestAsk {
        parameters = Map.copyOf(parameters);
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    /** From what came over the wire; {@code target} is path and query. */
    public static RestAsk of(String method, String target, Map<String, String> headers, String body) {
        URI uri = URI.create(target);
        return new RestAsk(method, uri.getPath(), fields(uri.getRawQuery()), headers, body);
    }

    private static Map<String, String> fields(String encoded) {
        Map<String, String> fields = new TreeMap<>();
        for (String pair : Optional.ofNullable(encoded).orElse("").split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The parameter, or nothing but a text without letters. */
    public String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** A parameter that is a whole number, or else this one. */
    public int number(String name, int otherwise) {
        return parameter(name).isEmpty() ? otherwise : Integer.parseInt(parameter(name));
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** The names of the path, one after the other. */
    public List<String> steps() {
        return Stream.of(path.split("/", -1)).filter(step -> !step.isEmpty()).toList();
    }

    /** The token behind {@code Bearer}, or nothing. */
    public String bearer() {
        return after("Bearer ");
    }

    /** User and password of the Basic scheme, with a colon between them, or nothing. */
    public String basic() {
        return new String(Base64.getDecoder().decode(after("Basic ")), StandardCharsets.UTF_8);
    }

    private String after(String scheme) {
        String header = header("Authorization");
        return header.startsWith(scheme) ? header.substring(scheme.length()) : "";
    }

    /** The fields of a form that was posted. */
    public Map<String, String> form() {
        return fields(body);
    }

    /** The body as JSON; a missing node where there is none. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("the body is no JSON", broken);
        }
    }
}
