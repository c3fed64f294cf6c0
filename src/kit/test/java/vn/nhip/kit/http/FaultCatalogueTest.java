package vn.nhip.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.nhip.kit.http.RawServer.Talk;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorException.Kind;

/**
 * Every way in which an HTTP source fails, over real sockets: said with the right kind, asked once, in bounded time.
 *
 * <p>TLS stands in {@link TlsFaultsTest}; pages that lead in circles are the connectors' and the engine's.
 */
class FaultCatalogueTest {

    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final HttpLimits LIMITS = new HttpLimits(PATIENCE, PATIENCE, Duration.ofMillis(900), 100_000);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-15T01:00:00Z"), ZoneOffset.UTC);
    private static final String JSON = "Content-Type: application/json\r\n";

    record Fault(String name, Kind kind, Optional<Duration> asked, Talk talk) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Fault> faults() {
        return Stream.of(
                        connections(),
                        Stream.of(400, 401, 403, 404, 408, 409, 410, 422, 425, 500, 501, 503, 504, 304, 300)
                                .map(FaultCatalogueTest::status),
                        waits(),
                        bodies(),
                        contents())
                .flatMap(faults -> faults);
    }

    private static Stream<Fault> connections() {
        return Stream.of(
                unavailable("9 reset after accept", RawServer.Conversation::reset),
                unavailable("10 close before status", RawServer.Conversation::request),
                unavailable("11 stall before status", told -> {
                    told.request();
                    told.stall();
                }),
                unavailable("12 partial status line", told -> told.say("HTTP/1.1 2")),
                unavailable("13 header flood", saying("HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(200_000) + "\r\n")),
                unavailable("14 header slow drip", told -> {
                    told.request();
                    told.say("HTTP/1.1 200 OK\r\nX-Slow: ");
                    told.drip("z");
                }),
                unavailable(
                        "15 two lengths that disagree",
                        saying("HTTP/1.1 200 OK\r\n" + JSON + "Content-Length: 500\r\nContent-Length: 900\r\n\r\n{}")),
                unavailable("16 1xx storm", told -> {
                    told.request();
                    told.drip("HTTP/1.1 100 Continue\r\n\r\n");
                }),
                unavailable("9 reset in mid-answer", told -> {
                    told.request();
                    told.say("HTTP/1.1 200 OK\r\n" + JSON + "Content-Length: 9\r\n\r\n{");
                    told.reset();
                }));
    }

    private static Stream<Fault> waits() {
        return Stream.of(
                throttled("26 seconds", "Retry-After: 7\r\n", Duration.ofSeconds(7)),
                throttled("27 date", "Retry-After: Thu, 15 Jan 2026 01:05:00 GMT\r\n", Duration.ofMinutes(5)),
                throttled(
                        "27 date, and a clock that is wrong by a day",
                        "Date: Fri, 16 Jan 2026 01:00:00 GMT\r\nRetry-After: Fri, 16 Jan 2026 01:05:00 GMT\r\n",
                        Duration.ofMinutes(5)),
                throttled("28 no header", "", null),
                throttled("29 ten days", "Retry-After: 864000\r\n", Duration.ofHours(1)),
                throttled("29 negative", "Retry-After: -5\r\n", null),
                throttled("29 zero", "Retry-After: 0\r\n", null),
                throttled("29 garbage", "Retry-After: soon\r\n", null),
                throttled("29 past date", "Retry-After: Wed, 14 Jan 2026 01:00:00 GMT\r\n", null),
                new Fault(
                        "503 that says when",
                        Kind.UNAVAILABLE,
                        Optional.of(Duration.ofSeconds(9)),
                        saying(reply("503 Down", "Retry-After: 9\r\n", ""))),
                unavailable("503 that wants to be asked at once", saying(reply("503 Down", "Retry-After: 0\r\n", ""))));
    }

    private static Stream<Fault> bodies() {
        return Stream.of(
                unavailable("31 502 HTML", saying(reply("502 Bad Gateway", "Content-Type: text/html\r\n", "<html>"))),
                unavailable("36 200 HTML", saying(reply("200 OK", "Content-Type: text/html\r\n", "<html>"))),
                unavailable("36 200 HTML that says it is JSON", json("<html></html>")),
                unavailable("37 200 empty", json("")),
                unavailable("37 204", saying("HTTP/1.1 204 No Content\r\n\r\n")),
                unavailable("40 truncated JSON with the right length", json("{\"data\": [1, 2")),
                unavailable(
                        "41 shorter than announced",
                        saying("HTTP/1.1 200 OK\r\n" + JSON + "Content-Length: 500\r\n\r\n{\"data\": []}")),
                unavailable("41 broken chunks", saying("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")),
                unavailable("42 truncated gzip", gzip(half(zipped("{\"data\": []}")))),
                unavailable("42 gzip that is none", gzip("{}".getBytes(StandardCharsets.UTF_8))),
                data("43 gzip bomb", gzip(zipped("[" + " ".repeat(2_000_000) + "]"))),
                unavailable("44 invalid UTF-8", json("{\"name\": \"\u00e9t\u00e9\"}")),
                unavailable("45 slow loris", told -> {
                    told.request();
                    told.say("HTTP/1.1 200 OK\r\n" + JSON + "Content-Length: 5000\r\n\r\n");
                    told.drip(" ");
                }),
                data("46 endless body", told -> {
                    told.request();
                    told.say("HTTP/1.1 200 OK\r\n" + JSON + "\r\n");
                    while (true) {
                        told.say(" ".repeat(10_000));
                    }
                }),
                data("46 length beyond the limit", saying("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n")));
    }

    private static Stream<Fault> contents() {
        return Stream.of(
                data("47 depth bomb", json("[".repeat(2_000) + "]".repeat(2_000))),
                data("47 number bomb", json("[" + "9".repeat(5_000) + "]")),
                data("47 exponent bomb", json("[1e999999999]")),
                unavailable("47 key twice", json("{\"spend\": 1, \"spend\": 2}")),
                unavailable("47 NaN", json("[NaN]")),
                unavailable("47 more after the end", json("{} {}")),
                data("34 redirect to a private address", redirect("http://169.254.169.254/latest/")),
                data("34 redirect to another port of this machine", redirect("http://127.0.0.1:1/")),
                data("34 redirect without TLS", redirect("http://vendor.example/")),
                data("34 redirect to nonsense", redirect("gopher:///")),
                data("35 redirect loop", redirect("/rows")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void itIsSaidWithTheRightKindAtOnceAndAskedOnce(Fault fault) throws IOException {
        try (RawServer server = RawServer.doing(fault.talk());
                GuardedHttp http =
                        new GuardedHttp(List.of("vendor.example"), Optional.of(server.base()), LIMITS, CLOCK)) {
            long began = System.nanoTime();
            ConnectorException thrown = catchThrowableOfType(ConnectorException.class, () -> http.send(
                            HttpCall.get(server.base().resolve("/rows?key=canary-secret")))
                    .orFailure()
                    .json());
            assertThat(thrown).as(fault.name()).isNotNull();
            assertThat(thrown.kind()).as("%s", thrown).isEqualTo(fault.kind());
            assertThat(thrown.retryAfter()).isEqualTo(fault.asked());
            assertThat(thrown).hasMessageContaining("GET 127.0.0.1/rows");
            assertThat(thrown.toString() + thrown.getCause()).doesNotContain("canary-secret");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
            int most = fault.name().startsWith("35") ? 4 : 1;
            assertThat(server.requests()).hasSizeLessThanOrEqualTo(most);
        }
    }

    @Test
    void refusedConnectionsAreUnavailable() throws IOException {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        unreachable(nobody, new OkHttpClient(), "does not take the connection");
    }

    @Test
    void connectionsThatNobodyAcceptsAreGivenUp() {
        URI hole = URI.create("http://127.0.0.1:9");
        OkHttpClient stalled =
                new OkHttpClient.Builder().socketFactory(new StallingSockets()).build();
        unreachable(hole, stalled, "did not answer in time");
    }

    @Test
    void namesThatDoNotResolveAreUnavailable() {
        Dns none = name -> {
            throw new UnknownHostException(name);
        };
        unreachable(
                URI.create("http://vendor.example"),
                new OkHttpClient.Builder().dns(none).build(),
                "does not resolve");
    }

    @Test
    void aNameThatResolvesTooSlowlyIsGivenUp() {
        Dns slow = name -> {
            long until = System.nanoTime() + LIMITS.call().toNanos() * 2;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            return List.of(InetAddress.getLoopbackAddress());
        };
        unreachable(
                URI.create("http://vendor.example:9"),
                new OkHttpClient.Builder().dns(slow).build(),
                "did not answer in time");
    }

    private static void unreachable(URI base, OkHttpClient wires, String words) {
        GuardedHttp http = new GuardedHttp(new Hosts(List.of(), Optional.of(base)), LIMITS, CLOCK, wires);
        assertThatThrownBy(() -> http.send(HttpCall.get(base.resolve("/rows"))))
                .isInstanceOfSatisfying(ConnectorException.class, thrown -> assertThat(thrown.kind())
                        .isEqualTo(Kind.UNAVAILABLE))
                .hasMessageContaining(words);
    }

    private static Fault status(int status) {
        return new Fault(
                "status " + status,
                switch (status) {
                    case 401, 403 -> Kind.ACCESS;
                    case 404, 410 -> Kind.SETTINGS;
                    case 408, 425, 500, 501, 503, 504 -> Kind.UNAVAILABLE;
                    default -> Kind.DATA;
                },
                Optional.empty(),
                saying(reply(status + " Whatever", JSON, "{\"error\": \"no\"}")));
    }

    private static Fault unavailable(String name, Talk talk) {
        return new Fault(name, Kind.UNAVAILABLE, Optional.empty(), talk);
    }

    private static Fault data(String name, Talk talk) {
        return new Fault(name, Kind.DATA, Optional.empty(), talk);
    }

    private static Fault throttled(String name, String headers, @Nullable Duration wait) {
        return new Fault(
                "429 " + name, Kind.THROTTLED, Optional.ofNullable(wait), saying(reply("429 Slow", headers, "")));
    }

    private static Talk json(String latin1) {
        return saying(reply("200 OK", JSON, latin1));
    }

    private static Talk redirect(String location) {
        return saying(reply("302 Found", "Location: " + location + "\r\n", ""));
    }

    private static Talk saying(String latin1) {
        return told -> {
            told.request();
            told.say(latin1);
        };
    }

    private static String reply(String status, String headers, String body) {
        return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body;
    }

    private static Talk gzip(byte[] bytes) {
        return told -> {
            told.request();
            told.say("HTTP/1.1 200 OK\r\n" + JSON + "Content-Encoding: gzip\r\nContent-Length: " + bytes.length
                    + "\r\n\r\n");
            told.say(bytes);
        };
    }

    private static byte[] half(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    private static byte[] zipped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
