package vn.nhip.manifest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.kit.json.StrictJson;
import vn.nhip.kit.yaml.YamlMap;
import vn.nhip.kit.yaml.YamlNode;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Slice;
import vn.nhip.testkit.Answer;
import vn.nhip.testkit.FakeSource;
import vn.nhip.testkit.GivenAccess;
import vn.nhip.testkit.Received;

/**
 * One case of a conformance file.
 *
 * <p>Shape: {@code manifest} begins after version, check and two definitions, {@code requester} and {@code selector};
 * {@code answers} are given in their order; {@code requests} are method and target, after a bar a header or the body;
 * {@code records} are the wanted records as JSON; or {@code refused} at load, or {@code fails} with kind and words.
 */
record ConformanceCase(String file, YamlMap map) {

    private static final String HEAD =
            """
            version: 6.44.0
            type: DeclarativeSource
            check: {type: CheckStream, stream_names: [rows]}
            definitions:
              requester: {type: HttpRequester, url_base: "https://api.example.com", path: rows}
              selector: {extractor: {field_path: [rows]}}
            """;

    Path written(Path folder) throws IOException {
        Path own = Files.createDirectory(folder.resolve("own"));
        Files.writeString(own.resolve("manifest.yaml"), HEAD + map.text("manifest"));
        Files.writeString(
                own.resolve("facts.yaml"),
                """
                title: Own
                hosts: [api.example.com]
                %s
                streams:
                  rows:
                    read: {restated-days: 1%s}
                    fields: {id: {column: id}}
                    facts:
                      - {fact: lead, id: id, created-at: "day('2026-01-01')", origin: "'crm'", channel: "'crm'", status: "'open'"}
                """
                        .formatted(map.text("facts", ""), map.text("read", "")));
        return own;
    }

    ManifestConnector opened(Path own, FakeSource source) {
        Map<String, String> settings = new HashMap<>();
        map.entries("settings").forEach((name, value) -> settings.put(name, value.text()));
        return (ManifestConnector) Desk.open(own, source, GivenAccess.of(map.text("token", "none-given")), settings);
    }

    List<Answer> answers() {
        List<Answer> answers = new ArrayList<>();
        for (YamlNode node : map.list("answers")) {
            if (node.isText()) {
                answers.add(Answer.json(node.text()));
                continue;
            }
            YamlMap told = node.map();
            Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
            told.entries("headers").forEach((name, value) -> headers.put(name, value.text()));
            byte[] body = told.find("base64").isPresent()
                    ? java.util.Base64.getDecoder().decode(told.text("base64"))
                    : told.text("body", "{}").getBytes(StandardCharsets.UTF_8);
            int status = told.find("status").map(YamlNode::wholeNumber).orElse(200);
            answers.add(new Answer(status, headers, body, Duration.ZERO, false));
        }
        return answers;
    }

    /** The wanted records of all slices; a wait and a slice's name stand as texts where the case asks for them. */
    List<String> records(ManifestConnector connector) {
        List<String> records = new ArrayList<>();
        boolean tells = map.find("tells").isPresent();
        for (Slice slice : connector.slices("rows", Desk.JANUARY)) {
            if (tells) {
                records.add("slice " + slice.name());
            }
            Optional<Cursor> after = Optional.empty();
            do {
                Reader.Step step = connector.step(new ReadRequest("rows", slice, after));
                step.wanted().forEach(found -> records.add(found.record().toString()));
                if (tells) {
                    step.readyIn().ifPresent(wait -> records.add("ready in " + wait));
                    step.notes()
                            .quotas()
                            .forEach(level -> records.add(
                                    "quota " + level.name() + " " + level.left() + " until " + level.resets()));
                }
                after = step.next().map(Progress::cursor);
            } while (after.isPresent());
        }
        return records;
    }

    List<String> expected() {
        return map.list("records").stream()
                .map(YamlNode::text)
                .map(text -> text.startsWith("{")
                        ? StrictJson.read(text.getBytes(StandardCharsets.UTF_8), file)
                                .toString()
                        : text)
                .toList();
    }

    List<String> requests() {
        return map.list("requests").stream().map(YamlNode::text).toList();
    }

    Optional<String> refusal() {
        return map.find("refused").map(YamlNode::text);
    }

    Optional<String> failure() {
        return map.find("fails").map(YamlNode::text);
    }

    String shown(ConnectorException failure) {
        return failure.kind() + " " + failure.getMessage()
                + failure.retryAfter().map(wait -> " after " + wait).orElse("");
    }

    /** The request with what the case looks at: a header by its name, or the body. */
    String shown(Received request) {
        String line = request.method() + " " + request.target();
        return map.find("shows")
                .map(YamlNode::text)
                .map(what -> line + " | " + (what.equals("body") ? request.body() : request.header(what)))
                .orElse(line);
    }

    @Override
    public String toString() {
        return file + map.text("case");
    }
}
