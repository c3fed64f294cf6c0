package vn.nhip.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.spi.Secret;

/** What a call sends, what comes back, and what stays out of messages. */
class GuardedHttpTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nX-Usage: 1\r\nx-usage: 2\r\n"
            + "Content-Type: application/json\r\nContent-Length: 12\r\nConnection: close\r\n\r\n{\"data\": []}";

    @Test
    void theAnswerComesWithItsHeadersInAnyCase() throws IOException {
        try (RawServer server = RawServer.saying(OK)) {
            HttpReply reply = client(server).send(HttpCall.get(server.base().resolve("/rows?after=x%7Cy")));
            assertThat(reply.header("X-USAGE")).contains("1, 2");
            assertThat(reply.orFailure().json().get("data").isArray()).isTrue();
            assertThat(server.requests().get(0))
                    .startsWith("GET /rows?after=x%7Cy HTTP/1.1")
                    .contains("nhip/");
        }
    }

    @Test
    void noCookieIsSentBack() throws IOException {
        try (RawServer server = RawServer.saying(OK)) {
            GuardedHttp http = client(server);
            http.send(HttpCall.get(server.base().resolve("/a")));
            http.send(HttpCall.get(server.base().resolve("/b")));
            assertThat(server.requests()).hasSize(2).noneMatch(request -> request.contains("Cookie"));
        }
    }

    @Test
    void aRedirectWithinTheHostIsFollowedWithItsHeaders() throws IOException {
        try (RawServer server = RawServer.doing(told -> {
            boolean moved = told.request().startsWith("GET /old");
            told.say(
                    moved
                            ? "HTTP/1.1 301 Moved\r\nLocation: /new\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
                            : OK);
        })) {
            HttpCall call = HttpCall.get(server.base().resolve("/old")).bearer(Secret.of("token-of-this-test"));
            assertThat(client(server).send(call).status()).isEqualTo(200);
            assertThat(server.requests()).hasSize(2).allMatch(request -> request.contains("Bearer token-of-this-test"));
        }
    }

    @Test
    void aRedirectedPostIsNotMadeAgain() throws IOException {
        try (RawServer server = RawServer.saying("HTTP/1.1 307 Moved\r\nLocation: /new\r\nContent-Length: 0\r\n\r\n")) {
            HttpCall call = HttpCall.form(server.base().resolve("/token"), Map.of("code", "x"));
            assertThatThrownBy(() -> client(server).send(call).orFailure())
                    .isInstanceOfSatisfying(ConnectorException.class, thrown -> assertThat(thrown.kind())
                            .isEqualTo(Kind.DATA));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void anAnswerCanBeReadWhileItArrives() throws IOException {
        try (RawServer server = RawServer.saying(OK)) {
            int first = client(server).stream(HttpCall.get(server.base().resolve("/rows")), (head, body) -> {
                assertThat(head.status()).isEqualTo(200);
                return body.read();
            });
            assertThat(first).isEqualTo('{');
        }
    }

    @Test
    void aTokenThatCannotBeSentIsNotShown() {
        HttpCall call = HttpCall.get(URI.create("https://vendor.example/rows"));
        assertThatThrownBy(() -> call.bearer(Secret.of("canary\nsecret")))
                .isInstanceOfSatisfying(ConnectorException.class, thrown -> assertThat(thrown.kind())
                        .isEqualTo(Kind.ACCESS))
                .hasMessageNotContaining("canary");
    }

    @Test
    void whatIsCalledByAnotherNameShowsNoAddress() {
        GuardedHttp http =
                new GuardedHttp(List.of("vendor.example"), Optional.empty(), HttpLimits.STANDARD, Clock.systemUTC());
        HttpCall call = HttpCall.post(URI.create("https://hooks.example/T0/canary"), "application/json", new byte[0])
                .called("the notice");
        assertThat(call.toString()).isEqualTo("the notice");
        assertThatThrownBy(() -> http.send(call)).hasMessageNotContaining("canary");
    }

    @Test
    void fieldsAreEncodedInTheOrderOfTheirNames() {
        assertThat(HttpCall.encoded(Map.of("b", "x y&z", "a", "1+1"))).isEqualTo("a=1%2B1&b=x%20y%26z");
    }

    private static GuardedHttp client(RawServer server) {
        return new GuardedHttp(List.of(), Optional.of(server.base()), HttpLimits.STANDARD, Clock.systemUTC());
    }
}
