package vn.nhip.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A request and its recorded answer.
 *
 * <p>Shape: fits a request of the same method and path that has at least these query parameters, and whose body holds
 * these texts; of several that fit, the one that says most answers.
 */
record Recording(String method, String path, Map<String, String> parameters, List<String> holding, Answer answer) {

    private static final ObjectMapper JSON = new ObjectMapper();

    Recording {
        parameters = Map.copyOf(parameters);
        holding = List.copyOf(holding);
    }

    /** Of {@code GET /v1/rows?page=2}. */
    static Recording of(String request, List<String> holding, Answer answer) {
        String[] parts = request.split(" ", 2);
        if (parts.length != 2 || !parts[1].startsWith("/")) {
            throw new IllegalArgumentException("a recorded request looks like 'GET /path?name=value', not: " + request);
        }
        URI target = URI.create(parts[1]);
        return new Recording(parts[0], target.getPath(), parameters(target), holding, answer);
    }

    /** All recordings of a folder: JSON files of {@code request}, {@code holding}, {@code status}, {@code headers}, {@code body}. */
    static List<Recording> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Recording::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("no recorded answers in " + folder, e);
        }
    }

    private static Recording read(Path file) {
        try {
            JsonNode json = JSON.readTree(file.toFile());
            if (!json.path("request").isTextual() || !json.has("body")) {
                throw new IllegalArgumentException(file + ": a recording needs 'request' and 'body'");
            }
            JsonNode body = json.get("body");
            Answer answer = Answer.json(body.isTextual() ? body.textValue() : JSON.writeValueAsString(body));
            Map<String, String> headers = new TreeMap<>(answer.headers());
            json.path("headers")
                    .properties()
                    .forEach(header ->
                            headers.put(header.getKey(), header.getValue().asText()));
            List<String> holding = new ArrayList<>();
            json.path("holding").forEach(text -> holding.add(text.asText()));
            int status = json.path("status").asInt(answer.status());
            return of(
                    json.get("request").textValue(),
                    holding,
                    new Answer(status, headers, answer.body(), answer.delay(), answer.cut()));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is not a recording", e);
        }
    }

    boolean fits(Received request) {
        URI target = URI.create(request.target());
        return method.equals(request.method())
                && path.equals(target.getPath())
                && parameters(target).entrySet().containsAll(parameters.entrySet())
                && holding.stream().allMatch(request.body()::contains);
    }

    int says() {
        return parameters.size() + holding.size();
    }

    private static Map<String, String> parameters(URI target) {
        Map<String, String> parameters = new TreeMap<>();
        String query = target.getRawQuery();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                String[] parts = pair.split("=", 2);
                parameters.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
