package vn.nhip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that vanishes from its folder: it keeps its facts, that is said, and they can be withdrawn. */
class ForgottenFileTest {

    private static final String MAPPING =
            """
            read: {format: csv}
            fields:
              id: {column: id}
              at: {column: at, instant: "yyyy-MM-dd HH:mm"}
              amount: {column: amount, number: "1234.56"}
              person: {column: person}
            facts:
              - {fact: order, id: id, ordered-at: at, status: "'paid'", gross: amount, channel: "'web'",
                 person: {external: person}}
            """;
    private static final String MARCH =
            "id,at,amount,person\na,2026-03-05 10:00,100,an\nb,2026-03-05 11:00,200,binh\nc,2026-03-20 09:00,50,chi\n";
    private static final String APRIL = "id,at,amount,person\nb,2026-03-05 11:00,250,binh\nd,2026-04-02 09:00,70,an\n";

    @TempDir
    private Path home;

    @TempDir
    private Path clean;

    @BeforeEach
    void importTwoFiles() throws IOException {
        RealInput.init(home, "shop", "Asia/Ho_Chi_Minh", "VND", "2026-01-01");
        give(home, "march.csv", MARCH);
        give(home, "april.csv", APRIL);
    }

    @Test
    void itKeepsItsFactsAndSyncAndDoctorSaySo() throws IOException {
        Map<String, String> before = values(home);
        Files.delete(home.resolve("inbox/shop/april.csv"));
        for (int night = 0; night < 2; night++) {
            NhipRun synced = run("sync").done();
            assertThat(synced.err()).contains("april.csv is gone", "nhip files forget shop april.csv");
        }
        assertThat(run("doctor").out()).contains("april.csv is gone", "2 facts", "nhip files forget shop april.csv");
        assertThat(values(home)).isEqualTo(before);

        give(home, "april.csv", APRIL);
        assertThat(run("sync").done().err()).doesNotContain("gone");
        assertThat(run("doctor").out()).doesNotContain("gone");
        assertThat(values(home)).isEqualTo(before);
    }

    @Test
    void forgettingItLeavesWhatARunWithoutItGives() throws IOException {
        RealInput.init(clean, "shop", "Asia/Ho_Chi_Minh", "VND", "2026-01-01");
        give(clean, "march.csv", MARCH);
        assertThat(values(home)).isNotEqualTo(values(clean));

        Files.delete(home.resolve("inbox/shop/april.csv"));
        run("sync").done();
        assertThat(run("files", "forget", "shop", "april.csv").done().out()).contains("1 facts are gone, 1 now count");
        assertThat(values(home)).isEqualTo(values(clean));
        assertThat(run("explain", "sales", "2026-03-05").out()).contains("↻", "350", "300");
        assertThat(run("doctor").out()).doesNotContain("gone");
        assertThat(run("sync").done().err()).doesNotContain("gone");
        assertThat(values(home)).isEqualTo(values(clean));

        give(home, "april.csv", APRIL);
        assertThat(values(home)).isNotEqualTo(values(clean));
    }

    @Test
    void aFileThatIsStillThereOrNeverWasIsNotForgotten() {
        NhipRun there = run("files", "forget", "shop", "april.csv");
        assertThat(there.code()).isEqualTo(ExitCode.FAILED);
        assertThat(there.err()).contains("april.csv", "still there", "move it away");
        NhipRun unknown = run("files", "forget", "shop", "may.csv");
        assertThat(unknown.code()).isEqualTo(ExitCode.FAILED);
        assertThat(unknown.err()).contains("may.csv", "nhip doctor");
    }

    /** Every value of every KPI and cadence that depends on orders. */
    private static Map<String, String> values(Path of) {
        Map<String, String> values = new TreeMap<>();
        for (String kpi :
                new String[] {"sales", "order-count", "new-customers", "customer-retention-rate", "revenue"}) {
            for (String cadence : new String[] {"day", "week", "month"}) {
                NhipRun.nhip(of, "kpi", "--kpi", kpi, "--cadence", cadence, "--json")
                        .byStart()
                        .forEach((start, value) -> values.put(kpi + " " + cadence + " " + start, text(value)));
            }
        }
        values.values().removeIf(value -> value.startsWith("null") || value.startsWith("\"0\""));
        return values;
    }

    private static String text(JsonNode value) {
        return value.get("value") + " " + value.get("numerator") + " " + value.get("denominator");
    }

    private static void give(Path to, String name, String content) throws IOException {
        Path file = Files.writeString(to.resolve(name), content);
        Path mapping = Files.writeString(to.resolve("shop.facts.yaml"), MAPPING);
        NhipRun.nhip(to, "import", file.toString(), "--account", "shop", "--mapping", mapping.toString())
                .done();
    }

    private NhipRun run(String... arguments) {
        return NhipRun.nhip(home, arguments);
    }
}
