package vn.nhip.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Page;
import vn.nhip.testkit.Answer;
import vn.nhip.testkit.FakeSource;

class RoutersTest {

    private static final String MANIFEST =
            """
            version: 6.1.0
            type: DeclarativeSource
            check: {type: CheckStream, stream_names: [shops]}
            definitions:
              pages:
                type: DefaultPaginator
                page_token_option: {type: RequestPath}
                pagination_strategy: {type: CursorPagination, cursor_value: "{{ response.next }}"}
              selector: {extractor: {field_path: [rows]}, record_filter: {condition: "{{ record.kind != 'test' }}"}}
              shops:
                name: shops
                retriever:
                  requester: {url_base: "https://api.example.com", path: shops}
                  record_selector: {extractor: {field_path: [rows]}}
                  paginator: {$ref: "#/definitions/pages"}
            streams:
              - $ref: "#/definitions/shops"
              - name: entries
                retriever:
                  requester: {url_base: "https://api.example.com", path: "shops/{{ stream_partition.shop }}/entries"}
                  record_selector: {$ref: "#/definitions/selector"}
                  paginator: {$ref: "#/definitions/pages"}
                  partition_router:
                    type: SubstreamPartitionRouter
                    parent_stream_configs:
                      - {stream: {$ref: "#/definitions/shops"}, parent_key: id, partition_field: shop}
              - name: listed
                retriever:
                  requester: {url_base: "https://api.example.com", path: listed}
                  record_selector: {$ref: "#/definitions/selector"}
                  partition_router:
                    type: ListPartitionRouter
                    values: [a, b]
                    cursor_field: state
                    request_option: {inject_into: request_parameter, field_name: state, type: RequestOption}
            """;

    private static final String STREAM =
            """
                read: {restated-days: 1}
                fields: {id: {column: id}, day: {column: day, day: "yyyy-MM-dd"}, amount: {column: amount, number: "1234.56"}}
                facts:
                  - {fact: ledger-entry, id: id, day: day, category: "'marketing'", amount: amount}
            """;

    private final FakeSource source = FakeSource.silent();
    private Connector connector;

    @BeforeEach
    void write(@TempDir Path folder) throws IOException {
        Path own = Files.createDirectory(folder.resolve("own"));
        Files.writeString(own.resolve("manifest.yaml"), MANIFEST);
        Files.writeString(
                own.resolve("facts.yaml"),
                "title: Own\nhosts: [api.example.com]\nstreams:\n  entries:\n" + STREAM + "  listed:\n" + STREAM);
        connector = Desk.open(own, source, "unused");
    }

    @AfterEach
    void close() {
        connector.close();
        source.close();
    }

    @Test
    void everyPageOfEveryParentIsReadAndTheFilterCounted() {
        source.answer("GET /shops", rows("/shops2", "{'id': 1}", "{'id': 2}"))
                .answer("GET /shops2", rows("", "{'id': 3}"))
                .answer("GET /shops/1/entries", rows("https://api.example.com/more1", entry("1a")))
                .answer("GET /more1", rows("", entry("1b"), "{'id': 'x', 'kind': 'test'}"))
                .answer("GET /shops/2/entries", rows(""))
                .answer("GET /shops/3/entries", rows("", entry("3a")));

        List<Page> pages = Desk.readAll(connector, "entries");

        assertThat(keys(pages)).containsExactly("1a", "1b", "3a");
        assertThat(pages.stream().mapToLong(page -> page.counts().filtered()).sum())
                .isEqualTo(1);
        assertThat(source.unanswered()).isEmpty();
    }

    @Test
    void aListGivesOneSliceForEachValue() {
        source.answer("GET /listed?state=a", rows("", entry("a1")))
                .answer("GET /listed?state=b", rows("", entry("b1")));

        assertThat(keys(Desk.readAll(connector, "listed"))).containsExactly("a1", "b1");
    }

    @Test
    void aNextPageOnAForeignHostIsNotAskedFor() {
        source.answer("GET /shops", rows("", "{'id': 1}"))
                .answer("GET /shops/1/entries", rows("https://evil.example.net/more", entry("1a")));

        assertThatThrownBy(() -> Desk.readAll(connector, "entries"))
                .isInstanceOfSatisfying(ConnectorException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(ConnectorException.Kind.DATA))
                .hasMessageContaining("evil.example.net");
    }

    private static List<String> keys(List<Page> pages) {
        return pages.stream()
                .peek(page -> assertThat(page.rejected()).isEmpty())
                .flatMap(page -> page.facts().stream())
                .map(Envelope::fact)
                .map(fact -> fact.key())
                .toList();
    }

    private static String entry(String id) {
        return "{'id': '" + id + "', 'day': '2026-01-05', 'amount': 12.5}";
    }

    private static Answer rows(String next, String... rows) {
        String json = "{'rows': [" + String.join(",", rows) + "], 'next': '" + next + "'}";
        return Answer.json(json.replace('\'', '"'));
    }
}
