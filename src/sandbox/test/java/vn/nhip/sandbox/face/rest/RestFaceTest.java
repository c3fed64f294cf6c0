package vn.nhip.sandbox.face.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a face says comes over the wire as it was said, and each fault of the catalogue is another answer than the truth. */
class RestFaceTest {

    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final String TRUTH = "{\"rows\":[\"trà\",\"ấm\"]}";

    private final RestFace face = RestFace.of(ask -> RestAnswer.json(200, TRUTH).header("X-Asked", ask.path()));
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @AfterEach
    void close() {
        face.close();
    }

    @Test
    void requestsAreHeardWithQueryHeadersAndBody() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(face.base().resolve("/v3/things?name=tr%C3%A0&page=2"))
                .header("Authorization", "Basic YW55OmtleQ==")
                .POST(HttpRequest.BodyPublishers.ofString("{\"limit\": 3}"))
                .build();

        HttpResponse<String> reply = client.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(reply.body()).isEqualTo(TRUTH);
        assertThat(reply.headers().firstValue("x-asked")).contains("/v3/things");
        assertThat(face.asked()).singleElement().satisfies(ask -> {
            assertThat(ask.parameter("name")).isEqualTo("trà");
            assertThat(ask.number("page", 1)).isEqualTo(2);
            assertThat(ask.basic()).isEqualTo("any:key");
            assertThat(ask.json().path("limit").asInt()).isEqualTo(3);
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = HttpFault.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SKEWED_DATE", "OTHER_VERSION", "PAGE_AGAIN"})
    void eachFaultMeetsTheRequestItIsPlannedForAndNoOther(HttpFault fault) throws Exception {
        face.faults(RestFaults.striking(1, ask -> ask.path().equals("/b"), fault));

        assertThat(get("/a").body()).isEqualTo(TRUTH);
        assertThat(isTheTruth("/b")).as("%s", fault).isFalse();
        assertThat(get("/b").body()).isEqualTo(TRUTH);
    }

    @Test
    void everyFaultThatAServerCanShowHasItsNumber() {
        Set<Integer> numbers = new TreeSet<>();
        for (HttpFault fault : HttpFault.values()) {
            numbers.add(fault.number());
        }
        assertThat(numbers)
                .containsExactlyElementsOf(IntStream.rangeClosed(9, 48).boxed().toList());
    }

    @Test
    void theSameAnswerAgainIsAFaultToo() throws Exception {
        face.faults(RestFaults.striking(1, ask -> ask.path().equals("/b"), HttpFault.PAGE_AGAIN));

        get("/a");

        assertThat(get("/b").headers().firstValue("x-asked")).contains("/a");
    }

    @Test
    void partsOfAListJoinWithoutGapOrOverlap() {
        List<Integer> all = IntStream.range(0, 10).boxed().toList();
        assertThat(Cut.offset(all, 8, 4)).isEqualTo(new Cut<>(List.of(8, 9), 8, 10));
        assertThat(Cut.page(all, 2, 4).rows()).containsExactly(4, 5, 6, 7);
        assertThat(Cut.page(all, 2, 4).more()).isTrue();
        assertThat(Cut.page(all, 3, 4).more()).isFalse();
        assertThat(Cut.offset(all, 12, 4).rows()).isEmpty();
    }

    private boolean isTheTruth(String path) throws Exception {
        CompletableFuture<HttpResponse<byte[]>> reply =
                client.sendAsync(request(path), HttpResponse.BodyHandlers.ofByteArray());
        try {
            HttpResponse<byte[]> whole = reply.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return whole.statusCode() == 200 && new String(whole.body(), StandardCharsets.UTF_8).equals(TRUTH);
        } catch (ExecutionException | TimeoutException broken) {
            reply.cancel(true);
            return false;
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String path) {
        // The client tries a GET again by itself.
        return HttpRequest.newBuilder(face.base().resolve(path))
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
    }
}
