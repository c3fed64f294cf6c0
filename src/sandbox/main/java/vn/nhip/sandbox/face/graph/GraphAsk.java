package vn.nhip.sandbox.face.graph;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.nhip.sandbox.face.rest.RestAsk;

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
        return of(RestAsk.of(method, target, headers, form));
    }

    static GraphAsk of(RestAsk ask) {
        Map<String, String> parameters = new TreeMap<>(ask.parameters());
        parameters.putAll(ask.form());
        List<String> steps = ask.steps();
        String version = steps.isEmpty() ? "" : steps.get(0);
        return new GraphAsk(
                ask.method(),
                version,
                steps.subList(Math.min(1, steps.size()), steps.size()),
                parameters,
                ask.headers());
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
