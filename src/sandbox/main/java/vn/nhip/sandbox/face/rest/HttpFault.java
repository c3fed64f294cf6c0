package vn.nhip.sandbox.face.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * The faults of the catalogue that a server can show over HTTP, each with its number there; several share one.
 *
 * <p>What happens before a connection stands (1–8: names, certificates, ports) is no server's to show.
 */
public enum HttpFault {
    RESET_AFTER_ACCEPT(9, (wire, truth) -> wire.reset()),
    CLOSED_BEFORE_STATUS(10, (wire, truth) -> wire.leave()),
    STALL_BEFORE_STATUS(11, (wire, truth) -> wire.stall()),
    PARTIAL_STATUS_LINE(12, (wire, truth) -> wire.say("HTTP/1.1 2")),
    HEADER_FLOOD(13, (wire, truth) -> wire.say("HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(200_000) + "\r\n")),
    HEADER_DRIP(14, (wire, truth) -> wire.drip("HTTP/1.1 200 OK\r\nX-Slow: " + "z".repeat(10_000))),
    TWO_LENGTHS(
            15, (wire, truth) -> wire.say("HTTP/1.1 200 OK\r\nContent-Length: 500\r\nContent-Length: 900\r\n\r\n{}")),
    CONTINUE_STORM(16, (wire, truth) -> wire.drip("HTTP/1.1 100 Continue\r\n\r\n")),
    BAD_REQUEST(17, status(400)),
    UNAUTHORIZED(18, status(401)),
    UNAUTHORIZED_ALWAYS(19, status(401)),
    FORBIDDEN(20, status(403)),
    NOT_FOUND(21, status(404)),
    REQUEST_TIMEOUT(22, status(408)),
    CONFLICT(23, status(409)),
    GONE(24, status(410)),
    UNPROCESSABLE(25, status(422)),
    TOO_MANY_SECONDS(26, slowDown("7")),
    TOO_MANY_DATE(27, slowDown("Thu, 15 Jan 2026 01:05:00 GMT", "Thu, 15 Jan 2026 01:04:50 GMT")),
    TOO_MANY(28, status(429)),
    TOO_MANY_TEN_DAYS(29, slowDown("864000")),
    TOO_MANY_NEGATIVE(29, slowDown("-5")),
    TOO_MANY_GARBAGE(29, slowDown("soon")),
    SERVER_ERROR(30, status(500)),
    BAD_GATEWAY_PAGE(31, (wire, truth) -> wire.send(RestAnswer.html(502, "<html>bad gateway</html>"))),
    MAINTENANCE_PAGE(32, (wire, truth) -> wire.send(RestAnswer.html(503, "<html>back soon</html>"))),
    GATEWAY_TIMEOUT(33, status(504)),
    REDIRECT_INWARDS(34, redirect("http://169.254.169.254/latest/")),
    REDIRECT_LOOP(35, redirect("#again")),
    PAGE_FOR_JSON(36, (wire, truth) -> wire.send(RestAnswer.html(200, "<html>welcome</html>"))),
    EMPTY(37, body("")),
    EMPTY_OBJECT(38, body("{}")),
    ERROR_OBJECT(39, body("{\"error\":{\"code\":40100,\"message\":\"slow down\"},\"errors\":[\"slow down\"]}")),
    TRUNCATED_JSON(40, (wire, truth) -> wire.send(truth.saying(half(truth.body())))),
    SHORT_BODY(41, Wire::cut),
    TRUNCATED_GZIP(42, (wire, truth) -> zipped(wire, half(gzip(truth.body())))),
    GZIP_BOMB(43, (wire, truth) -> zipped(wire, Bomb.BYTES)),
    INVALID_UTF8(44, (wire, truth) -> wire.say(headed(14) + "{\"name\":\"\u00e9t\u00e9\"}")),
    SLOW_LORIS(45, (wire, truth) -> {
        wire.say(headed(50_000));
        wire.drip(" ");
    }),
    ENDLESS_BODY(46, (wire, truth) -> {
        byte[] blank = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        wire.say("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
        while (wire.taken(blank)) {
            Thread.onSpinWait();
        }
    }),
    DEPTH_BOMB(47, body("[".repeat(2_000) + "]".repeat(2_000))),
    NUMBER_BOMB(47, body("[" + "9".repeat(5_000) + "]")),
    KEY_TWICE(47, body("{\"id\": 1, \"id\": 2}")),
    NOT_A_NUMBER(47, body("[NaN]")),
    /** What was answered to the request before, whatever this one asks: a page again, or a token that leads in a circle. */
    PAGE_AGAIN(48, (wire, before) -> wire.send(before)),
    SKEWED_DATE(48, (wire, truth) -> wire.send(truth.header("Date", "Fri, 01 Jan 1999 00:00:00 GMT"))),
    OTHER_VERSION(48, (wire, truth) -> wire.send(truth.header("X-Api-Version", "1999-01")));

    /** Forty megabytes of nothing, made once. */
    private static final class Bomb {
        static final byte[] BYTES = gzip("[" + " ".repeat(40 << 20) + "]");
    }

    /** Says something else than the truth. */
    @FunctionalInterface
    private interface Act {
        void over(Wire wire, RestAnswer truth) throws IOException, InterruptedException;
    }

    private final int number;

    @SuppressWarnings("ImmutableEnumChecker") // the acts hold no state
    private final Act act;

    HttpFault(int number, Act act) {
        this.number = number;
        this.act = act;
    }

    public int number() {
        return number;
    }

    /** Whether it ends only when the client gives up. */
    public boolean lasts() {
        return switch (this) {
            case STALL_BEFORE_STATUS, HEADER_DRIP, CONTINUE_STORM, SLOW_LORIS -> true;
            default -> false;
        };
    }

    void over(Wire wire, RestAnswer truth) throws IOException, InterruptedException {
        act.over(wire, truth);
    }

    private static Act status(int status) {
        return (wire, truth) -> wire.send(RestAnswer.json(status, "{\"status\":" + status + "}"));
    }

    private static Act slowDown(String retryAfter) {
        return (wire, truth) ->
                wire.send(RestAnswer.json(429, "{\"status\":429}").header("Retry-After", retryAfter));
    }

    private static Act slowDown(String retryAfter, String date) {
        return (wire, truth) -> wire.send(RestAnswer.json(429, "{\"status\":429}")
                .header("Retry-After", retryAfter)
                .header("Date", date));
    }

    private static Act redirect(String location) {
        return (wire, truth) -> wire.send(new RestAnswer(302, Map.of("Location", location), ""));
    }

    private static Act body(String body) {
        return (wire, truth) -> wire.send(RestAnswer.json(200, body));
    }

    private static String headed(int length) {
        return Wire.head(
                200,
                Map.of(
                        "Content-Type",
                        "application/json",
                        "Content-Length",
                        String.valueOf(length),
                        "Connection",
                        "close"));
    }

    private static String half(String text) {
        return text.substring(0, text.length() / 2);
    }

    private static byte[] half(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    private static void zipped(Wire wire, byte[] bytes) throws IOException {
        wire.say(Wire.head(
                200,
                Map.of(
                        "Content-Type",
                        "application/json",
                        "Content-Encoding",
                        "gzip",
                        "Connection",
                        "close",
                        "Content-Length",
                        String.valueOf(bytes.length))));
        wire.say(bytes);
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
