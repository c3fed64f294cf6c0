package vn.nhip.manifest;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.nhip.kit.facts.FactsMapping;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.kit.yaml.YamlMap;
import vn.nhip.kit.yaml.YamlNode;
import vn.nhip.kit.yaml.YamlProblems;
import vn.nhip.manifest.component.Source;
import vn.nhip.spi.Auth;
import vn.nhip.spi.StreamSpec;

/**
 * The {@code facts.yaml} beside a manifest: title, hosts, connection, and for each stream what becomes of its records.
 *
 * <p>Shape: {@code token} is the input of the manifest that the connection's token is given to.
 */
record SourceFacts(
        String title, List<String> hosts, Optional<Auth> auth, Optional<String> token, Map<String, Reading> streams) {

    /** A stream as the engine sees it, the manifest's stream behind it, and the mapping as it is written. */
    record Reading(StreamSpec spec, String stream, YamlMap mapping) {}

    /** @throws YamlException with every problem at once, each with file, line and column */
    static SourceFacts load(YamlMap file, Source source) {
        YamlProblems problems = new YamlProblems();
        problems.attempt(() -> file.allow("title", "hosts", "connection", "streams"));
        Map<String, Reading> streams = new LinkedHashMap<>();
        file.entries("streams").forEach((name, node) -> problems.attempt(() -> reading(name, node.map(), source))
                .ifPresent(reading -> streams.put(name, reading)));
        List<String> hosts = new ArrayList<>();
        problems.attempt(() -> hosts.addAll(file.require("hosts").texts()));
        Optional<YamlMap> connection = file.find("connection").map(YamlNode::map);
        Optional<Auth> auth = connection.flatMap(map -> problems.attempt(() -> auth(map)));
        Optional<String> token = connection.flatMap(map -> map.find("token").map(YamlNode::text));
        String title = problems.attempt(() -> file.text("title")).orElse("");
        problems.throwIfAny();
        return new SourceFacts(title, List.copyOf(hosts), auth, token, streams);
    }

    private static Auth auth(YamlMap connection) {
        connection.allow("provider", "token");
        return new Auth(connection.text("provider"), Set.of(Auth.Way.TOKEN), Optional.empty());
    }

    private static Reading reading(String name, YamlMap map, Source source) {
        YamlMap read = map.require("read").map().allow("stream", "restated-days", "order", "side-by-side");
        String stream = read.text("stream", name);
        if (!source.streams().containsKey(stream)) {
            throw map.problem("the manifest has no stream '" + stream + "'");
        }
        FactsMapping mapping = FactsMapping.load(map, ZoneOffset.UTC, Currency.getInstance("VND"));
        StreamSpec.PageOrder order = read.find("order")
                .map(node -> node.choice(StreamSpec.PageOrder.class))
                .orElse(StreamSpec.PageOrder.NONE);
        int sideBySide = read.find("side-by-side").map(YamlNode::wholeNumber).orElse(1);
        int restated = read.require("restated-days").wholeNumber();
        return new Reading(new StreamSpec(name, mapping.kinds(), restated, order, sideBySide), stream, map);
    }
}
