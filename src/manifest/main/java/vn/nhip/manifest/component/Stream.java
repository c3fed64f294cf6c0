package vn.nhip.manifest.component;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.nhip.manifest.tree.Component;
import vn.nhip.manifest.tree.Scope;

/** One stream: how it is asked for, where its records stand, how it is paged and cut into parts. */
public record Stream(
        String name,
        Requester requester,
        RecordSelector selector,
        Decoder decoder,
        Paginator paginator,
        Optional<DatetimeCursor> cursor,
        Optional<Partitions> partitions) {

    static Stream of(Component component) {
        if (!component.type().equals("DeclarativeStream")) {
            throw component.unsupported("a stream");
        }
        component.allow(
                "name",
                "primary_key",
                "retriever",
                "incremental_sync",
                "schema_loader",
                "transformations",
                "state_migrations");
        Component retriever = component.child("retriever", "SimpleRetriever");
        if (!retriever.type().equals("SimpleRetriever")) {
            throw retriever.unsupported("a retriever");
        }
        retriever.allow(
                "requester",
                "record_selector",
                "paginator",
                "partition_router",
                "ignore_stream_slicer_parameters_on_paginated_requests",
                "decoder");
        return new Stream(
                component.text("name"),
                Requester.of(retriever.child("requester", "HttpRequester")),
                RecordSelector.of(retriever.child("record_selector", "RecordSelector"), Transformation.in(component)),
                retriever.findChild("decoder", "JsonDecoder").map(Decoder::of).orElseGet(Decoder.Json::new),
                retriever
                        .findChild("paginator", "NoPagination")
                        .map(Paginator::of)
                        .orElseGet(Paginator::none),
                component.findChild("incremental_sync", "DatetimeBasedCursor").map(DatetimeCursor::of),
                Partitions.in(retriever));
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
        cursor.ifPresent(each -> each.put(parts, position.interval(), seen));
        partitions.ifPresent(each -> each.option()
                .ifPresent(option -> option.put(parts, position.partition().getOrDefault(each.field(), ""), seen)));
        paginator.put(parts, position.token(), seen);
        requester.sign(parts, seen, tokens);
        return parts;
    }
}
