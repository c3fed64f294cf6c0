package vn.nhip.manifest.component;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.manifest.expression.Values;
import vn.nhip.manifest.tree.Component;
import vn.nhip.manifest.tree.Nested;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.manifest.tree.Tree;

/** The parts that a stream is read in; several routers of a stream are every combination of their parts. */
public sealed interface Router {

    /** The variable that expressions find the value of a part under. */
    String field();

    Optional<RequestOption> option();

    /** Values that the manifest or the settings list. */
    record Listed(List<Nested> values, String field, Optional<RequestOption> option) implements Router {

        /** One part for each value. */
        public List<Map<String, Object>> parts(Scope scope) {
            List<Map<String, Object>> parts = new ArrayList<>();
            for (Nested each : values) {
                Object value = each.value(scope);
                List<?> all = value instanceof List<?> several ? several : List.of(value);
                all.forEach(one -> parts.add(Map.of(field, one)));
            }
            return parts;
        }
    }

    /** One for each record of a parent stream: the value at a path of it, and more fields where they are wanted. */
    record Parents(Stream parent, List<String> key, String field, Optional<RequestOption> option, Carried carried)
            implements Router {

        /** What else is known of a parent; whether only the parents of the days that are read are asked for. */
        public record Carried(List<List<String>> extras, boolean ofTheseDays) {}

        /** One part for each parent that has the key; {@code above} is the part that the parents were read in. */
        public List<Map<String, Object>> parts(List<Found> parents, Map<String, Object> above) {
            List<Map<String, Object>> parts = new ArrayList<>();
            for (Found parent : parents) {
                List<JsonNode> found = JsonPaths.all(parent.record(), key);
                if (!found.isEmpty() && !found.get(0).isNull()) {
                    Map<String, Object> part = new LinkedHashMap<>();
                    part.put(field, Values.of(found.get(0)));
                    part.put("parent_slice", above);
                    part.put("extra_fields", extras(parent.record()));
                    parts.add(part);
                }
            }
            return parts;
        }

        private Map<String, Object> extras(JsonNode parent) {
            Map<String, Object> extras = new LinkedHashMap<>();
            for (List<String> path : carried.extras()) {
                JsonPaths.all(parent, path).forEach(value -> extras.put(String.join(".", path), Values.of(value)));
            }
            return extras;
        }
    }

    /** The parts of another router, so many at a time; of parents those of one page. */
    record Grouped(Router inner, int size, boolean distinct) implements Router {

        @Override
        public String field() {
            return inner.field();
        }

        @Override
        public Optional<RequestOption> option() {
            return inner.option();
        }

        /** The parts in groups: every value becomes a list of them. */
        public List<Map<String, Object>> parts(List<Map<String, Object>> parts) {
            List<Map<String, Object>> wanted = new ArrayList<>();
            LinkedHashSet<Object> seen = new LinkedHashSet<>();
            parts.stream()
                    .filter(part -> seen.add(part.getOrDefault(field(), "")) || !distinct)
                    .forEach(wanted::add);
            List<Map<String, Object>> groups = new ArrayList<>();
            for (int from = 0; from < wanted.size(); from += size) {
                List<Object> values = wanted.subList(from, Math.min(from + size, wanted.size())).stream()
                        .map(part -> part.getOrDefault(field(), ""))
                        .toList();
                groups.add(Map.of(field(), values));
            }
            return groups;
        }
    }

    static Router of(Component component) {
        return switch (component.type()) {
            case "ListPartitionRouter" -> {
                component.allow("values", "cursor_field", "request_option");
                yield new Listed(values(component), component.text("cursor_field"), option(component));
            }
            case "SubstreamPartitionRouter" -> {
                List<Component> parents = component
                        .allow("parent_stream_configs")
                        .children("parent_stream_configs", "ParentStreamConfig");
                if (parents.size() != 1) {
                    throw component.problem("exactly one parent stream is supported, not " + parents.size()
                            + "; make a stream for each");
                }
                yield parents(parents.get(0));
            }
            case "GroupingPartitionRouter" -> {
                component.allow("group_size", "underlying_partition_router", "deduplicate");
                component.require("group_size");
                yield new Grouped(
                        of(component.child("underlying_partition_router", "")),
                        component.wholeNumber("group_size", 1),
                        component.text("deduplicate", "true").equals("true"));
            }
            default -> throw component.unsupported("a partition router");
        };
    }

    private static List<Nested> values(Component component) {
        Tree tree = component.require("values");
        List<Tree> all = tree instanceof Tree.Items items ? items.items() : List.of(tree);
        return all.stream()
                .map(each -> component.nested(each, Variables.CONFIG))
                .toList();
    }

    private static Router parents(Component component) {
        component.allow(
                "stream", "parent_key", "partition_field", "request_option", "incremental_dependency", "extra_fields");
        List<List<String>> extras = new ArrayList<>();
        if (component.find("extra_fields").orElse(null) instanceof Tree.Items paths) {
            paths.items().forEach(path -> extras.add(Component.texts(path)));
        }
        return new Parents(
                Stream.of(component.child("stream", "DeclarativeStream")),
                Arrays.asList(component.text("parent_key").split("/", -1)),
                component.text("partition_field"),
                option(component),
                new Parents.Carried(extras, component.yes("incremental_dependency")));
    }

    private static Optional<RequestOption> option(Component component) {
        return component.findChild("request_option", "RequestOption").map(RequestOption::of);
    }

    /** The routers of a retriever, in the order of the manifest. */
    static List<Router> in(Component retriever) {
        return retriever.children("partition_router", "").stream()
                .map(Router::of)
                .toList();
    }
}
