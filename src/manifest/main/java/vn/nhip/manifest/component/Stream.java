package vn.nhip.manifest.component;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.manifest.tree.Component;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.manifest.tree.Template;

/** One stream: how it is asked for, where its records stand, how it is paged and cut into parts. */
public record Stream(
        String name,
        Requester requester,
        RecordSelector selector,
        Decoder decoder,
        Paging paging,
        Optional<DatetimeCursor> cursor,
        List<Router> routers,
        Variants variants) {

    /** How pages follow each other; whether only the first one carries the parts' own options. */
    public record Paging(Paginator paginator, Optional<PageReset> reset, boolean bareAfterFirst) {}

    /**
     * What makes a stream another one: a report that is ordered first; another stream for days that this one does not keep;
     * the setting without which there is none.
     */
    public record Variants(Optional<AsyncJob> job, Optional<Whole> whole, Optional<Template> condition) {

        static final Variants NONE = new Variants(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The stream that has everything, asked for days before those that the other one keeps. */
    public record Whole(Duration kept, Stream stream) {}

    static Stream of(Component component) {
        return switch (component.type()) {
            case "DeclarativeStream" -> declared(component);
            case "StateDelegatingStream" -> delegating(component);
            default -> throw component.unsupported("a stream");
        };
    }

    private static Stream delegating(Component component) {
        component.allow("name", "full_refresh_stream", "incremental_stream", "api_retention_period");
        if (component.find("api_retention_period").isEmpty()) {
            throw component.problem("'api_retention_period' is missing: it says which days the incremental stream has");
        }
        Stream recent = of(component.child("incremental_stream", "DeclarativeStream"));
        Stream all = of(component.child("full_refresh_stream", "DeclarativeStream"));
        Whole whole = new Whole(Durations.of(component, "api_retention_period"), all);
        return recent.as(component.text("name"), new Variants(Optional.empty(), Optional.of(whole), Optional.empty()));
    }

    private static Stream declared(Component component) {
        component.allow(
                "name",
                "primary_key",
                "retriever",
                "incremental_sync",
                "schema_loader",
                "transformations",
                "state_migrations");
        Component retriever = component.child("retriever", "SimpleRetriever");
        boolean async = retriever.type().equals("AsyncRetriever");
        if (!async && !retriever.type().equals("SimpleRetriever")) {
            throw retriever.unsupported("a retriever");
        }
        return Retrievers.stream(component, retriever, async);
    }

    Stream as(String other, Variants variant) {
        return new Stream(other, requester, selector, decoder, paging, cursor, routers, variant);
    }

    public Paginator paginator() {
        return paging.paginator();
    }

    /** The parts of one request: where in the stream it stands. */
    public record Position(Map<String, Object> partition, Map<String, Object> interval, Optional<Object> token) {}

    /** What expressions of this request see. */
    public static Scope seen(Scope scope, Position position) {
        Map<String, Object> slice = new HashMap<>(position.partition());
        slice.putAll(position.interval());
        Scope seen = scope.with("stream_partition", position.partition())
                .with("stream_interval", position.interval())
                .with("stream_slice", slice);
        return position.token()
                .map(token -> seen.with("next_page_token", Map.of("next_page_token", token)))
                .orElse(seen);
    }

    /** The request, ready to be sent but for its body, and signed. */
    public RequestParts request(Scope scope, Position position, Tokens tokens) {
        Scope seen = seen(scope, position);
        RequestParts parts = requester.begun(seen);
        if (position.token().isEmpty() || !paging.bareAfterFirst()) {
            cursor.ifPresent(each -> each.put(parts, position.interval(), seen));
            routers.forEach(each -> each.option()
                    .ifPresent(option -> option.put(parts, position.partition().getOrDefault(each.field(), ""), seen)));
        }
        paginator().put(parts, position.token(), seen);
        requester.sign(parts, seen, tokens);
        return parts;
    }

    /** A request of the report's own, before there are pages. */
    public RequestParts request(Requester other, Scope scope, Position position, Tokens tokens) {
        Scope seen = seen(scope, position);
        RequestParts parts = other.begun(seen);
        cursor.ifPresent(each -> each.put(parts, position.interval(), seen));
        other.sign(parts, seen, tokens);
        return parts;
    }
}
