package vn.nhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FakeSourceTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final FakeSource source = FakeSource.silent().answer("GET /rows", Answer.json("{\"page\": 1}"));

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void whatIsToldComesFirstInOrderAndThenTheRecording() throws Exception {
        source.next(Answer.status(429).header("Retry-After", "7")).next(2, Answer.status(500));
        HttpResponse<String> throttled = get("/rows");
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.headers().firstValue("Retry-After")).contains("7");
        assertThat(get("/rows").statusCode()).isEqualTo(500);
        assertThat(get("/rows").statusCode()).isEqualTo(500);
        assertThat(get("/rows").body()).isEqualTo("{\"page\": 1}");
    }

    @Test
    void aPermanentFaultLastsUntilItIsHealed() throws Exception {
        source.always(Answer.status(503));
        assertThat(get("/rows").statusCode()).isEqualTo(503);
        assertThat(get("/other").statusCode()).isEqualTo(503);
        source.heal();
        assertThat(get("/rows").statusCode()).isEqualTo(200);
    }

    @Test
    void aCutBodyBreaksTheConnection() {
        source.next(Answer.json("{\"rows\": [1, 2, 3, 4]}").cutShort());
        assertThatThrownBy(() -> get("/rows")).isInstanceOf(IOException.class);
    }

    @Test
    void aLateAnswerIsLate() {
        source.next(Answer.json("{}").after(Duration.ofSeconds(5)));
        assertThatThrownBy(() -> send(request("/rows").timeout(Duration.ofMillis(100))))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void theRecordingThatSaysMostAnswers() throws Exception {
        source.answer("GET /rows?page=2", Answer.json("{\"page\": 2}"));
        assertThat(get("/rows?page=2&limit=10").body()).isEqualTo("{\"page\": 2}");
        assertThat(get("/rows?page=3").body()).isEqualTo("{\"page\": 1}");
    }

    @Test
    void requestsAreKeptAndTheUnansweredOnesApart() throws Exception {
        assertThat(get("/nowhere?a=b%20c").statusCode()).isEqualTo(404);
        get("/rows");
        assertThat(source.requests()).extracting(Received::target).containsExactly("/nowhere?a=b%20c", "/rows");
        assertThat(source.requests().get(0).header("user-agent")).startsWith("Java");
        assertThat(source.unanswered()).extracting(Received::target).containsExactly("/nowhere?a=b%20c");
    }

    @Test
    void aFolderOfRecordingsIsReplayedByPathParametersAndBody(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("a.json"),
                "{\"request\": \"POST /report\", \"holding\": [\"\\\"offset\\\":10\"], \"status\": 202,"
                        + " \"headers\": {\"X-Quota\": \"9\"}, \"body\": {\"rows\": []}}");
        try (FakeSource replaying = FakeSource.replaying(folder)) {
            HttpResponse<String> second = send(post(replaying, "{\"offset\":10}"));
            assertThat(second.statusCode()).isEqualTo(202);
            assertThat(second.headers().firstValue("X-Quota")).contains("9");
            assertThat(second.body()).isEqualTo("{\"rows\":[]}");
            assertThat(send(post(replaying, "{\"offset\":0}")).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aRecordingWithoutARequestIsRefusedByName(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("bad.json"), "{\"body\": {}}");
        assertThatThrownBy(() -> FakeSource.replaying(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bad.json")
                .hasMessageContaining("request");
        assertThatThrownBy(() -> FakeSource.replaying(folder.resolve("none")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no recorded answers");
    }

    private HttpResponse<String> get(String target) throws Exception {
        return send(request(target));
    }

    private HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create(source.url() + target));
    }

    private static HttpRequest.Builder post(FakeSource source, String body) {
        return HttpRequest.newBuilder(URI.create(source.url() + "/report"))
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
