package vn.nhip.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.nhip.app.Home;

/** A home with one account of a source whose manifest is written for the bench. */
final class RestHome {

    private static final String MANIFEST =
            """
            version: 6.1.0
            type: DeclarativeSource
            check: {type: CheckStream, stream_names: [rows]}
            streams:
              - name: rows
                retriever:
                  requester: {url_base: "https://api.example.com", path: rows}
                  record_selector: {extractor: {field_path: [rows]}}
                  paginator:
                    type: DefaultPaginator
                    page_token_option: {type: RequestOption, inject_into: request_parameter, field_name: offset}
                    pagination_strategy: {type: OffsetIncrement, page_size: %d}
            %s
            """;

    private static final String DAYS =
            """
                incremental_sync:
                  type: DatetimeBasedCursor
                  cursor_field: day
                  datetime_format: "%%Y-%%m-%%d"
                  cursor_granularity: P1D
                  start_datetime: "2025-01-01"
                  start_time_option: {type: RequestOption, inject_into: request_parameter, field_name: from}
                  end_time_option: {type: RequestOption, inject_into: request_parameter, field_name: to}
                  %s
            """;

    private static final String FACTS =
            """
            title: Bench
            hosts: [api.example.com]
            streams:
              rows:
                read: {restated-days: 1, side-by-side: %d%s}
                fields:
                  id: {column: id}
                  day: {column: day, day: "yyyy-MM-dd"}
                  amount: {column: amount, number: "1234"}
                  category: {column: category}
                facts:
                  - {fact: ledger-entry, id: id, day: day, category: category, amount: amount}
            """;

    /** Rows on a page, the step of windows, how many slices side by side, and where the total stands, if anywhere. */
    record Shape(int page, String step, int wide, String total) {}

    private RestHome() {}

    static Home made(Path folder, URI base, Shape shape) throws IOException {
        Path connector = Files.createDirectories(folder.resolve("config/connectors/rest"));
        boolean days = shape.total().isEmpty();
        Files.writeString(
                connector.resolve("manifest.yaml"),
                MANIFEST.formatted(shape.page(), days ? DAYS.formatted(shape.step()) : ""));
        Files.writeString(
                connector.resolve("facts.yaml"), FACTS.formatted(shape.wide(), days ? "" : ", " + shape.total()));
        Files.writeString(folder.resolve("config/operator.yaml"), "sources:\n  rest: {base: \"" + base + "\"}\n");
        Files.writeString(
                folder.resolve("config/nhip.yaml"),
                """
                workspace: bench
                name: "Bench"
                zone: Asia/Ho_Chi_Minh
                currency: VND
                language: en
                sync: {side-by-side: %d}
                accounts:
                  account: {title: "Account", connector: rest}
                """
                        .formatted(shape.wide()));
        return new Home(folder);
    }
}
