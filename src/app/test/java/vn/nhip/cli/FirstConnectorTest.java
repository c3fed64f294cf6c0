package vn.nhip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide to a first connector, followed word by word; only its stand-in of a source is another server. */
@SuppressWarnings("NullAway.Init") // set before each test
class FirstConnectorTest {

    private static final Path GUIDE = Path.of(System.getProperty("nhip.root"), "src/docs/first-connector.md");
    private static final Pattern BLOCK = Pattern.compile("```(\\w*)(?: (\\S+))?\\n(.*?)```", Pattern.DOTALL);

    private final Clock when =
            Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), Instant.parse("2026-11-23T03:00:00Z")));

    @TempDir
    Path folder;

    private HttpServer standIn;

    @BeforeEach
    void open() throws IOException {
        standIn = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        standIn.createContext("/", this::serve);
        standIn.start();
        run("init", "--yes", "--name", "Shop", "--language", "en");
    }

    @AfterEach
    void close() {
        standIn.stop(0);
    }

    @Test
    void whoeverFollowsTheGuideEndsWithTheBookingsInTheNumbers() throws IOException {
        List<NhipRun> runs = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(Files.readString(GUIDE));
        while (blocks.find()) {
            follow(blocks.group(1), blocks.group(2), blocks.group(3), runs);
        }
        NhipRun checked = runs.get(4);
        assertThat(checked.code()).as("one record is rejected").isEqualTo(ExitCode.FAILED);
        assertThat(checked.out()).contains("3 records read, 2 gave facts", "1 rejected", "rows/3, status");
        runs.remove(checked);
        runs.forEach(NhipRun::done);
        assertThat(runs.get(runs.size() - 1).out()).contains("20/11/2026      2", "21/11/2026      1");
    }

    @Test
    void aMistakeInAFileIsNamedWithItsPlaceAndStopsNoOtherConnector() throws IOException {
        run("connector", "new", "my-bookings").done();
        Path manifest = home().resolve("config/connectors/my-bookings/manifest.yaml");
        Files.writeString(manifest, Files.readString(manifest).replace("PageIncrement", "CustomPages"));

        NhipRun checked = run("connector", "check", manifest.resolveSibling("").toString());
        assertThat(checked.code()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(checked.err()).containsPattern("manifest.yaml:23:\\d+").contains("CustomPages");
        assertThat(run("connector", "list").out())
                .contains("mailchimp", "hubspot")
                .doesNotContain("my-bookings");
        assertThat(run("doctor").out()).contains("connector my-bookings").contains("CustomPages");
        assertThat(run("accounts").code()).isEqualTo(ExitCode.DONE);
    }

    private void follow(String kind, String path, String text, List<NhipRun> runs) throws IOException {
        switch (kind) {
            case "json" -> write(folder.resolve(path), text);
            case "yaml" ->
                write(
                        home().resolve(path),
                        text.replace("8765", "" + standIn.getAddress().getPort()));
            case "delete" -> change(path, text, "");
            case "replace" -> {
                List<String> lines = text.lines().toList();
                change(path, lines.get(0), lines.get(1));
            }
            default -> text.lines().forEach(line -> type(line, runs));
        }
    }

    private void type(String line, List<NhipRun> runs) {
        if (line.startsWith("./nhip ")) {
            String there = line.replace("~/.nhip", home().toString()).replace("token.txt", token().toString());
            runs.add(run(there.substring("./nhip ".length()).split(" ")));
        }
    }

    private Path token() {
        Path file = folder.resolve("token.txt");
        write(file, "any-token\n");
        return file;
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void change(String path, String from, String to) throws IOException {
        Path file = home().resolve(path);
        String text = Files.readString(file);
        assertThat(text).as(path).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private NhipRun run(String... arguments) {
        return NhipRun.at(when, home(), arguments);
    }

    private Path home() {
        return folder.resolve("home");
    }

    private void serve(HttpExchange exchange) throws IOException {
        byte[] body = Files.readAllBytes(
                folder.resolve("answers" + exchange.getRequestURI().getPath()));
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
