package vn.nhip.sandbox.face.graph;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One request as the service understands it.
 *
 * <p>Shape: {@code path} without the version, {@code parameters} of query and form together, header names in any case.
 */
public record GraphAsk(
        String method, String version, List<String> path, Map<String, String> parameters, Map<String, String> headers) {

    public GraphAsk {
        path = List.copyOf(path);
        parameters = Map.copyOf(parameters);
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    /** From what came over the wire; {@code target} is path and query. */
    public static GraphAsk of(String method, String target, Map<String, String> headers, String form) {
        URI uri = URI.create(target);
        Map<String, String> parameters = new TreeMap<>();
        read(Optional.ofNullable(uri.getRawQuery()).orElse(""), parameters);
        read(form, parameters);
        List<String> parts = Stream.of(uri.getPath().split("/", -1))
                .filter(part -> !part.isEmpty())
                .toList();
        String version = parts.isEmpty() ? "" : parts.get(0);
        return new GraphAsk(
                method, version, parts.subList(Math.min(1, parts.size()), parts.size()), parameters, headers);
    }

    private static void read(String encoded, Map<String, String> parameters) {
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    public String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** The token of the header, or of the parameter that the service takes too. */
    String token() {
        String header = headers.getOrDefault("Authorization", "");
        return header.startsWith("Bearer ") ? header.substring("Bearer ".length()) : parameter("access_token");
    }

    /** The last word of the path: {@code insights}, or the id itself. */
    public String edge() {
        return path.isEmpty() ? "" : path.get(path.size() - 1);
    }

    public String node() {
        return path.isEmpty() ? "" : path.get(0);
    }
}
