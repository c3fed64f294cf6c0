package vn.nhip.manifest.component;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nhip.manifest.tree.Component;

/** The parts that a stream is read in: listed values, or the records of another stream. */
public sealed interface Partitions {

    /** The variable that expressions find the value under. */
    String field();

    Optional<RequestOption> option();

    /** These values. */
    record Listed(List<String> values, String field, Optional<RequestOption> option) implements Partitions {}

    /** One for each record of a parent stream: the value under a key of it. */
    record Parents(Stream parent, String key, String field, Optional<RequestOption> option) implements Partitions {}

    static Partitions of(Component component) {
        return switch (component.type()) {
            case "ListPartitionRouter" -> {
                component.allow("values", "cursor_field", "request_option");
                yield new Listed(component.texts("values"), component.text("cursor_field"), option(component));
            }
            case "SubstreamPartitionRouter" -> {
                List<Component> parents = component
                        .allow("parent_stream_configs")
                        .children("parent_stream_configs", "ParentStreamConfig");
                if (parents.size() != 1) {
                    throw component.problem("exactly one parent stream is supported, not " + parents.size());
                }
                yield parent(parents.get(0));
            }
            default -> throw component.unsupported("a partition router");
        };
    }

    private static Partitions parent(Component component) {
        component.allow("stream", "parent_key", "partition_field", "request_option");
        return new Parents(
                Stream.of(component.child("stream", "DeclarativeStream")),
                component.text("parent_key"),
                component.text("partition_field"),
                option(component));
    }

    private static Optional<RequestOption> option(Component component) {
        return component.findChild("request_option", "RequestOption").map(RequestOption::of);
    }

    /** The routers of a retriever, of which one is supported. */
    static Optional<Partitions> in(Component retriever) {
        List<Partitions> routers = new ArrayList<>();
        retriever.children("partition_router", "").forEach(router -> routers.add(of(router)));
        if (routers.size() > 1) {
            throw retriever.require("partition_router").problem("more than one partition router is not supported");
        }
        return routers.stream().findFirst();
    }
}
