package vn.nhip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is imported again: unchanged, corrected, and with rows that cannot be read. */
class CorrectedFileTest {

    private static final String MAPPING =
            """
            read: {format: csv}
            fields:
              id: {column: id}
              at: {column: at, instant: "yyyy-MM-dd HH:mm"}
              amount: {column: amount, number: "1234.56"}
            facts:
              - {fact: order, id: id, ordered-at: at, status: "'paid'", gross: amount, channel: "'web'"}
            """;

    private static final String FIRST =
            """
            id,at,amount
            a,2026-10-05 10:00,100
            b,2026-10-05 11:00,200
            c,2026-10-06 09:00,50
            """;

    @TempDir
    private Path home;

    @BeforeEach
    void importTheFirstFile() throws IOException {
        RealInput.init(home, "shop", "Asia/Ho_Chi_Minh", "VND", "2026-10-01");
        give(FIRST);
    }

    @Test
    void theSameFileAgainChangesNothing() throws IOException {
        String before = sales().toString();
        give(FIRST);
        assertThat(sales()).hasToString(before);
    }

    @Test
    void aCorrectedFileReplacesAllThatTheEarlierGaveAndRestates() throws IOException {
        give("id,at,amount\na,2026-10-05 10:00,120\nc,2026-10-06 09:00,50\n");
        JsonNode day = of("2026-10-05");
        assertThat(day.get("value").asText()).isEqualTo("120");
        assertThat(day.get("state").asText()).isEqualTo("restated");
        assertThat(run("explain", "sales", "2026-10-05").out())
                .contains("↻")
                .contains("300")
                .contains("120");
        assertThat(of("2026-10-06").get("state").asText()).isNotEqualTo("restated");
    }

    @Test
    void aBadRowIsHeldBackWithItsPlaceAndReasonAndTheGoodOnesGoIn() throws IOException {
        give(FIRST + "d,2026-10-06 10:00,\"1,5\"\n");
        assertThat(of("2026-10-06").get("value").asText()).isEqualTo("50");
        assertThat(run("quarantine", "list").out()).contains("orders.csv", "line 5", "amount", "1,5");
        give(FIRST + "d,2026-10-06 10:00,1.5\n");
        assertThat(of("2026-10-06").get("value").asText()).isEqualTo("51.5");
        assertThat(run("quarantine", "list").out()).contains("0 in quarantine");
    }

    private void give(String content) throws IOException {
        Path file = Files.writeString(home.resolve("orders.csv"), content);
        Path mapping = Files.writeString(home.resolve("shop.facts.yaml"), MAPPING);
        run("import", file.toString(), "--account", "shop", "--mapping", mapping.toString());
    }

    private JsonNode of(String day) {
        return Objects.requireNonNull(sales().get(day));
    }

    private Map<String, JsonNode> sales() {
        return run("kpi", "--kpi", "sales", "--json").byStart();
    }

    private NhipRun run(String... arguments) {
        return NhipRun.nhip(home, arguments).done();
    }
}
