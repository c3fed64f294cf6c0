package vn.nhip.manifest.component;

import java.util.List;
import java.util.Optional;
import vn.nhip.manifest.tree.Component;

/** How the pages of a stream are got: by asking for them, or by ordering a report first. */
final class Retrievers {

    private static final String[] PAGES = {
        "requester",
        "record_selector",
        "paginator",
        "pagination_reset",
        "partition_router",
        "ignore_stream_slicer_parameters_on_paginated_requests",
        "decoder"
    };

    private static final String[] REPORT = {
        "record_selector",
        "status_mapping",
        "status_extractor",
        "download_target_extractor",
        "creation_requester",
        "polling_requester",
        "polling_job_timeout",
        "download_requester",
        "download_paginator",
        "abort_requester",
        "delete_requester",
        "partition_router",
        "decoder",
        "download_decoder"
    };

    private Retrievers() {}

    static Stream stream(Component component, Component retriever, boolean async) {
        retriever.allow(async ? REPORT : PAGES);
        List<Transformation> changes = Transformation.in(component);
        return new Stream(
                component.text("name"),
                Requester.of(retriever.child(async ? "download_requester" : "requester", "HttpRequester")),
                RecordSelector.of(retriever.child("record_selector", "RecordSelector"), changes),
                retriever
                        .findChild(async ? "download_decoder" : "decoder", "JsonDecoder")
                        .map(Decoder::of)
                        .orElseGet(Decoder.Json::new),
                paging(retriever, async ? "download_paginator" : "paginator"),
                component.findChild("incremental_sync", "DatetimeBasedCursor").map(DatetimeCursor::of),
                Router.in(retriever),
                async
                        ? new Stream.Variants(Optional.of(AsyncJob.of(retriever)), Optional.empty(), Optional.empty())
                        : Stream.Variants.NONE);
    }

    private static Stream.Paging paging(Component retriever, String field) {
        return new Stream.Paging(
                retriever.findChild(field, "NoPagination").map(Paginator::of).orElseGet(Paginator::none),
                retriever.findChild("pagination_reset", "PaginationReset").map(PageReset::of),
                retriever.yes("ignore_stream_slicer_parameters_on_paginated_requests"));
    }
}
