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

/** Rows that contradict each other, and files of which too much cannot be read, through the real commands. */
class HeldBackTest {

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

    @TempDir
    private Path home;

    @BeforeEach
    void init() {
        RealInput.init(home, "shop", "Asia/Ho_Chi_Minh", "VND", "2026-10-01");
    }

    @Test
    void theFirstOfTwoRowsWithOneKeyCountsAndTheOtherIsShownWithBothPlaces() throws IOException {
        NhipRun imported = give("a,2026-10-05 10:00,100\nb,2026-10-05 11:00,200\na,2026-10-05 12:00,999\n");
        assertThat(imported.code()).isEqualTo(ExitCode.DONE);
        assertThat(sold("2026-10-05")).isEqualTo("300");
        assertThat(run("quarantine", "list").out())
                .contains("orders.csv", "line 4", "order a", "orders.csv, line 2", "group-by");
        assertThat(run("quarantine", "show", "1").out()).contains("a,2026-10-05 12:00,999");
    }

    @Test
    void aRowThatStandsTwiceCountsOnceAndThatIsSaid() throws IOException {
        NhipRun imported = give("a,2026-10-05 10:00,100\nb,2026-10-05 11:00,200\na,2026-10-05 10:00,100\n");
        assertThat(imported.out()).contains("1 rows say again");
        assertThat(sold("2026-10-05")).isEqualTo("300");
        assertThat(run("quarantine", "list").out()).contains("0 in quarantine");
    }

    @Test
    void aFileOfWhichTooMuchIsHeldBackStaysOutUntilTheUserAllowsIt() throws IOException {
        StringBuilder dirty = new StringBuilder("a,2026-10-05 10:00,100\n");
        for (int row = 0; row < 30; row++) {
            dirty.append("x").append(row).append(",2026-10-05 10:00,\"1,5\"\n");
        }
        NhipRun refused = give(dirty.toString());
        assertThat(refused.code()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.err())
                .contains("orders.csv", "30 of 31 records", "'amount'", "nhip quarantine list", "held-back-limit");
        assertThat(run("quarantine", "list").out()).contains("line 3", "amount", "30 in quarantine");
        assertThat(run("doctor").out()).contains("30 of 31 records");
        assertThat(sales()).doesNotContainKey("2026-10-05");

        Path config = home.resolve("config/nhip.yaml");
        Files.writeString(
                config,
                Files.readString(config).replace("{connector: files,", "{connector: files, held-back-limit: off,"));
        assertThat(run("sync").code()).isEqualTo(ExitCode.DONE);
        assertThat(sold("2026-10-05")).isEqualTo("100");
        assertThat(run("quarantine", "list").out()).contains("30 in quarantine");
    }

    private NhipRun give(String rows) throws IOException {
        Path file = Files.writeString(home.resolve("orders.csv"), "id,at,amount\n" + rows);
        Path mapping = Files.writeString(home.resolve("shop.facts.yaml"), MAPPING);
        return run("import", file.toString(), "--account", "shop", "--mapping", mapping.toString());
    }

    private String sold(String day) {
        return Objects.requireNonNull(sales().get(day)).get("value").asText();
    }

    private Map<String, JsonNode> sales() {
        return run("kpi", "--kpi", "sales", "--json").done().byStart();
    }

    private NhipRun run(String... arguments) {
        return NhipRun.nhip(home, arguments);
    }
}
