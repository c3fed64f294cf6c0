package vn.nhip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The real service is killed again and again while it reads; what it leaves is what an undisturbed one leaves. */
class ServiceCrashTest {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceCrashTest.class);
    private static final int LONGEST_LIFE_MILLIS = 1_200;
    private static final List<String> EVERYTHING = List.of(
            "SELECT key, day, sessions, live FROM fact_traffic_day ORDER BY 1",
            "SELECT l.name, p.seq, p.sha256, p.facts, COUNT(*) FROM page p JOIN slice l ON l.id = p.slice_id"
                    + " GROUP BY l.name, p.seq, p.sha256, p.facts ORDER BY 1, 2",
            "SELECT name, state, facts, complete_through FROM slice ORDER BY 1",
            "SELECT name, complete_through FROM stream ORDER BY 1",
            "SELECT COUNT(*) FROM stream_wanted",
            "SELECT COUNT(*) FROM staged_page",
            "SELECT kpi, grain, start, dimension, value, state FROM kpi_value ORDER BY 1, 2, 3, 4",
            "SELECT dedupe_key FROM outbox ORDER BY 1",
            "PRAGMA integrity_check");

    @TempDir
    Path folder;

    @Test
    void twentyKillsOfTheServiceLoseAndDoubleNothing() throws Exception {
        kills(20);
    }

    @Test
    @Tag("release")
    void twoHundredKillsOfTheServiceLoseAndDoubleNothing() throws Exception {
        kills(200);
    }

    private void kills(int most) throws Exception {
        Path undisturbed = home("undisturbed");
        Life calm = Life.start(undisturbed);
        calm.untilPublished();
        assertThat(calm.stop()).as("exit code after SIGTERM").isZero();
        List<String> expected = contents(undisturbed);
        assertThat(expected).hasSizeGreaterThan(180);

        Random random = new Random(20261123);
        int killed = 0;
        int twice = 0;
        for (int home = 0; killed < most; home++) {
            Path place = home("home-" + home);
            while (killed < most && !published(place)) {
                Life life = Life.start(place);
                life.kill(random.nextInt(LONGEST_LIFE_MILLIS));
                killed++;
            }
            Life last = Life.start(place);
            last.untilPublished();
            assertThat(last.stop()).isZero();
            assertThat(contents(place)).as("after %d kills", killed).isEqualTo(expected);
            twice += repeated(place);
        }
        LOG.warn("{} kills, {} pages answered more than once", killed, twice);
        assertThat(twice).as("each of two lanes repeats one page at most").isLessThanOrEqualTo(killed * 2);
    }

    /** How many answers were given again. */
    private static int repeated(Path home) throws IOException {
        Map<String, Integer> answers = new HashMap<>();
        Files.readAllLines(home.resolve("answers.log")).forEach(page -> answers.merge(page, 1, Integer::sum));
        return answers.values().stream().mapToInt(times -> times - 1).sum();
    }

    private Path home(String name) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("config"));
        Files.writeString(
                home.resolve("config/nhip.yaml"),
                """
                workspace: shop
                name: Shop
                zone: Asia/Ho_Chi_Minh
                currency: VND
                language: en
                sync: {history-months: 6}
                export: {folder: morning, format: csv}
                accounts:
                  ga: {connector: patient-reports, settings: {}}
                """);
        return home;
    }

    /** One life of the service. */
    private record Life(Process process, BufferedReader out, Path home) {

        static Life start(Path home) throws IOException {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xshare:auto",
                            "-Dnhip.install=" + System.getProperty("nhip.root"),
                            "-D" + PatientReports.ANSWERS + "=" + home.resolve("answers.log"),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Main.class.getName(),
                            "serve",
                            "--port",
                            "0",
                            "--home",
                            home.toString())
                    .redirectError(home.resolve("errors.log").toFile())
                    .start();
            BufferedReader out = process.inputReader();
            assertThat(out.readLine()).contains("Shop");
            return new Life(process, out, home);
        }

        void kill(int afterMillis) throws InterruptedException {
            process.waitFor(afterMillis, TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
        }

        void untilPublished() throws InterruptedException, SQLException {
            long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
            while (!published(home)) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                assertThat(process.waitFor(100, TimeUnit.MILLISECONDS))
                        .as("the service ended")
                        .isFalse();
            }
        }

        int stop() throws InterruptedException {
            process.destroy();
            return process.waitFor();
        }
    }

    private static boolean published(Path home) throws SQLException {
        return !Files.exists(home.resolve("data/nhip.db"))
                ? false
                : rows(home, "SELECT COUNT(*) FROM schedule WHERE done_day <> ''")
                        .contains("2 ");
    }

    private static List<String> contents(Path home) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (String query : EVERYTHING) {
            lines.addAll(rows(home, query));
        }
        return lines;
    }

    private static List<String> rows(Path home, String query) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + home.resolve("data/nhip.db") + "?busy_timeout=5000");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                StringBuilder line = new StringBuilder();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    line.append(rows.getString(i)).append(' ');
                }
                lines.add(line.toString());
            }
        }
        return lines;
    }
}
