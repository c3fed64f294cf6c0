package vn.nhip.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.spi.Connector;
import vn.nhip.spi.Order;
import vn.nhip.spi.Page;
import vn.nhip.testkit.Answer;
import vn.nhip.testkit.FakeSource;

class NestedRowsTest {

    private static final String MANIFEST =
            """
            version: 6.1.0
            type: DeclarativeSource
            check: {type: CheckStream, stream_names: [orders]}
            streams:
              - name: orders
                retriever:
                  requester: {url_base: "https://api.example.com", path: orders}
                  record_selector: {extractor: {field_path: []}}
            """;

    private static final String FACTS =
            """
            title: Own
            hosts: [api.example.com]
            streams:
              orders:
                read: {restated-days: 1, rows: lines}
                fields:
                  id: {column: id}
                  at: {column: at, instant: "yyyy-MM-dd'T'HH:mm:ssXXX"}
                  gross: {column: gross, number: "1234.56"}
                  product: {column: lines.name, optional: true}
                  quantity: {column: lines.n, number: "1234", optional: true}
                  amount: {column: lines.sum.amount, number: "1234.56", optional: true}
                facts:
                  - fact: order
                    id: id
                    ordered-at: at
                    status: "'paid'"
                    channel: "'shop'"
                    gross: gross
                    lines: {product: product, quantity: quantity, amount: amount}
            """;

    private final FakeSource source = FakeSource.silent();
    private Connector connector;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        Path own = Files.createDirectory(folder.resolve("own"));
        Files.writeString(own.resolve("manifest.yaml"), MANIFEST);
        Files.writeString(own.resolve("facts.yaml"), FACTS);
        connector = Desk.open(own, source, "none-given");
    }

    @AfterEach
    void close() {
        connector.close();
        source.close();
    }

    @Test
    void theItemsOfANestedListAreTheLinesOfTheirOrder() {
        Page page = read(
                "[" + order("o1", "[{'name':'tea','n':2,'sum':{'amount':5}},{'name':'cup','n':1,'sum':{'amount':7.5}}]")
                        + "]");

        assertThat(page.rejected()).isEmpty();
        assertThat(page.counts()).isEqualTo(new Page.Counts(1, 0, 1));
        assertThat(((Order) page.facts().get(0).fact()).lines())
                .containsExactly(
                        new Order.Line("tea", BigDecimal.valueOf(2), BigDecimal.valueOf(5)),
                        new Order.Line("cup", BigDecimal.ONE, new BigDecimal("7.5")));
    }

    @Test
    void anOrderWithoutLinesIsAnOrder() {
        Page page = read("[" + order("o1", "[]") + "," + order("o2", "null") + "]");

        assertThat(page.rejected()).isEmpty();
        assertThat(page.facts()).hasSize(2).allSatisfy(fact -> assertThat(((Order) fact.fact()).lines())
                .isEmpty());
    }

    @Test
    void oneBadLineRejectsItsOrderOnceWithTheWholeRecord() {
        Page page = read("[" + order("o1", "[{'name':'tea','n':2,'sum':{'amount':5}},{'name':'cup','n':'x'}]") + "]");

        assertThat(page.facts()).isEmpty();
        assertThat(page.counts()).isEqualTo(new Page.Counts(1, 0, 0));
        assertThat(page.rejected()).singleElement().satisfies(rejected -> {
            assertThat(rejected.at()).isEqualTo("rows/1");
            assertThat(rejected.field()).isEqualTo("lines.n");
            assertThat(rejected.raw()).startsWith("{\"id\":\"o1\"").contains("\"name\":\"tea\"");
        });
    }

    private Page read(String json) {
        source.next(Answer.json(json.replace('\'', '"')));
        return Desk.readAll(connector, "orders").get(0);
    }

    private static String order(String id, String lines) {
        return "{'id':'" + id + "','at':'2026-01-02T03:04:05Z','gross':12.5,'lines':" + lines + "}";
    }
}
