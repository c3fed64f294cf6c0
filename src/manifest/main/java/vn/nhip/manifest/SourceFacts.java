package vn.nhip.manifest;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.nhip.kit.expression.ExpressionException;
import vn.nhip.kit.facts.FactsMapping;
import vn.nhip.kit.facts.JsonPath;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.kit.yaml.YamlMap;
import vn.nhip.kit.yaml.YamlNode;
import vn.nhip.kit.yaml.YamlProblems;
import vn.nhip.manifest.component.Quota;
import vn.nhip.manifest.component.Source;
import vn.nhip.manifest.component.Stream;
import vn.nhip.manifest.expression.Interpolation;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.manifest.tree.Template;
import vn.nhip.spi.Auth;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.StreamSpec;

/**
 * The {@code facts.yaml} beside a manifest: title, hosts, connection, and for each stream what becomes of its records.
 *
 * <p>Shape: a host may hold expressions over the settings ({@code config}); {@code token} is the input of the manifest
 * that the connection's token is given to.
 */
record SourceFacts(
        String title,
        List<Template> hosts,
        Optional<Auth> auth,
        Optional<String> token,
        Map<String, Reading> streams,
        List<Quota> quotas) {

    /**
     * A stream as the engine sees it, the manifest's stream behind it, the mapping as it is written, the nested list whose
     * items are its rows, where replies say how many records there are, what makes a slice whole, and what is gone.
     */
    record Reading(
            StreamSpec spec,
            String stream,
            YamlMap mapping,
            Optional<String> rows,
            Optional<List<String>> total,
            By by,
            Whole whole,
            Gone gone) {}

    /**
     * What a record says is gone: facts of these kinds under the keys that stand at a path, a list or texts between
     * semicolons; nothing where there are no kinds.
     */
    record Gone(List<FactKind> kinds, JsonPath keys) {

        static Gone of(YamlMap read) {
            Optional<YamlMap> gone = read.find("gone").map(YamlNode::map).map(map -> map.allow("facts", "keys"));
            return new Gone(
                    gone.map(map -> map.list("facts").stream()
                                    .map(node -> node.choice(FactKind.class))
                                    .toList())
                            .orElse(List.of()),
                    JsonPath.of(gone.map(map -> map.text("keys")).orElse("")));
        }
    }

    /** What the windows of a stream are of. */
    enum By {
        /** The facts' own days: what a window no longer shows is gone. */
        DAY,
        /** Times of change: a window shows some facts of any day, and nothing is gone that it does not show. */
        CHANGE
    }

    /**
     * How it is known that all records of a slice came: {@code count} is where a reply says how many there are, empty where
     * it does not; {@code mayBeMissing} that a reply without the list of records has none.
     */
    record Whole(List<String> count, boolean mayBeMissing) {

        static Whole of(YamlMap read) {
            return new Whole(
                    read.find("whole")
                            .map(node -> List.of(node.text().split("[.]", -1)))
                            .orElse(List.of()),
                    read.find("may-be-missing").map(YamlNode::yes).orElse(false));
        }
    }

    /** @throws YamlException with every problem at once, each with file, line and column */
    static SourceFacts load(YamlMap file, Source source) {
        YamlProblems problems = new YamlProblems();
        problems.attempt(() -> file.allow("title", "hosts", "connection", "quota", "streams"));
        Map<String, Reading> streams = new LinkedHashMap<>();
        file.entries("streams").forEach((name, node) -> problems.attempt(() -> reading(name, node.map(), source))
                .ifPresent(reading -> streams.put(name, reading)));
        List<Template> hosts = new ArrayList<>();
        problems.attempt(() -> file.require("hosts").list())
                .ifPresent(all ->
                        all.forEach(node -> problems.attempt(() -> host(node)).ifPresent(hosts::add)));
        Optional<YamlMap> connection = file.find("connection").map(YamlNode::map);
        Optional<Auth> auth = connection.flatMap(map -> problems.attempt(() -> ConnectionPart.auth(map)));
        Optional<String> token = connection
                .flatMap(map -> problems.attempt(() -> ConnectionPart.token(map, source)))
                .filter(name -> !name.isEmpty());
        List<Quota> quotas = new ArrayList<>();
        file.list("quota")
                .forEach(node -> problems.attempt(() -> Quota.of(node.map())).ifPresent(quotas::add));
        String title = problems.attempt(() -> file.text("title")).orElse("");
        problems.throwIfAny();
        return new SourceFacts(title, List.copyOf(hosts), auth, token, streams, List.copyOf(quotas));
    }

    private static Template host(YamlNode node) {
        try {
            return new Template(node.place(), Interpolation.parse(node.text(), Set.of("config")), Map.of());
        } catch (ExpressionException wrong) {
            throw node.problem(String.valueOf(wrong.getMessage()));
        }
    }

    private static Reading reading(String name, YamlMap map, Source source) {
        YamlMap read = map.require("read")
                .map()
                .allow(
                        "stream",
                        "restated-days",
                        "order",
                        "side-by-side",
                        "rows",
                        "total",
                        "by",
                        "whole",
                        "may-be-missing",
                        "gone");
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
        return new Reading(
                new StreamSpec(name, mapping.kinds(), restated, order, sideBySide),
                stream,
                map,
                read.find("rows").map(YamlNode::text),
                read.find("total").map(node -> total(node, source, stream)),
                read.find("by").map(node -> node.choice(By.class)).orElse(By.DAY),
                Whole.of(read),
                Gone.of(read));
    }

    private static List<String> total(YamlNode node, Source source, String stream) {
        Stream behind = Objects.requireNonNull(source.streams().get(stream));
        if (!behind.paginator().counts() || behind.cursor().isPresent()) {
            throw node.problem("'total' is for streams without days whose pages are counted, with a page size");
        }
        return List.of(node.text().split("[.]", -1));
    }

    /** The manifest's streams whose replies may lack the list of records. */
    Set<String> lenient() {
        return streams.values().stream()
                .filter(reading -> reading.whole().mayBeMissing())
                .map(Reading::stream)
                .collect(Collectors.toSet());
    }

    /** The quotas of both files, counted for the source at the hosts that the settings make. */
    Asking.Limits limits(Source source, Scope settings) {
        List<Quota> all = new ArrayList<>(quotas);
        all.addAll(source.quotas());
        String where = hosts.stream()
                .map(host -> host.text(settings))
                .sorted()
                .findFirst()
                .orElse("");
        return new Asking.Limits(title + " at " + where, all);
    }
}
