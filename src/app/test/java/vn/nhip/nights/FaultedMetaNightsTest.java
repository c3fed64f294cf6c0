package vn.nhip.nights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.nhip.sandbox.face.graph.GraphAnswer;
import vn.nhip.sandbox.face.graph.GraphAnswer.Wire;

class FaultedMetaNightsTest extends FaultedNights<GraphAnswer> {

    @Override
    Platform<GraphAnswer> platform(VirtualTime time) {
        return new MetaPlatform(time, TRUTH);
    }

    @Override
    Optional<GraphAnswer> refusal() {
        return Optional.empty();
    }

    /** Numbered as in the catalogue of HTTP faults. */
    @Override
    List<Cell<GraphAnswer>> cells() {
        return Stream.of(statuses(), bodies(), graphErrors())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Cell<GraphAnswer>> statuses() {
        String page = "<html>maintenance</html>";
        return List.of(
                cell("#10 closed before the status", Outcome.UNAVAILABLE, ok("").over(Wire.NOTHING)),
                cell("#17 400", Outcome.DATA, bare(400)),
                cell("#18 #19 401", Outcome.REFUSED_FOR_GOOD, bare(401)),
                cell("#20 403", Outcome.ACCESS, bare(403)),
                cell("#21 404", Outcome.SETTINGS, bare(404)),
                cell("#22 408", Outcome.UNAVAILABLE, bare(408)),
                cell("#23 409", Outcome.DATA, bare(409)),
                cell("#24 410", Outcome.SETTINGS, bare(410)),
                cell("#25 422", Outcome.DATA, bare(422)),
                cell("#26 429 in seconds", Outcome.THROTTLED, bare(429).header("Retry-After", "7")),
                cell(
                        "#27 429 with a date",
                        Outcome.WAITS,
                        bare(429).header("Retry-After", "Thu, 15 Jan 2026 20:15:00 GMT")),
                cell("#28 429", Outcome.THROTTLED, bare(429)),
                cell("#29 429 in ten days", Outcome.WAITS, bare(429).header("Retry-After", "864000")),
                cell(
                        "#29 429 in less than no time",
                        Outcome.THROTTLED,
                        bare(429).header("Retry-After", "-5")),
                cell("#29 429 in no time at all", Outcome.THROTTLED, bare(429).header("Retry-After", "soon")),
                cell("#30 500", Outcome.UNAVAILABLE, bare(500)),
                cell("#31 502 HTML", Outcome.UNAVAILABLE, html(502, page)),
                cell("#32 503 HTML", Outcome.UNAVAILABLE, html(503, page)),
                cell("#33 504", Outcome.UNAVAILABLE, bare(504)),
                cell("#34 redirect inwards", Outcome.DATA, bare(302).header("Location", "http://169.254.169.254/")));
    }

    private static List<Cell<GraphAnswer>> bodies() {
        return List.of(
                cell("#36 200 HTML", Outcome.UNAVAILABLE, html(200, "<html>maintenance</html>")),
                cell("#37 200 empty", Outcome.UNAVAILABLE, ok("")),
                cell("#38 200 {}", Outcome.DATA, ok("{}")),
                cell("#39 200 with an error", Outcome.WAITS, GraphAnswer.error(200, 17, 0, "limit")),
                cell("#40 truncated JSON", Outcome.UNAVAILABLE, ok("{\"data\": [{\"spend\"")),
                cell(
                        "#41 shorter than announced",
                        Outcome.UNAVAILABLE,
                        ok("{\"data\": []}").over(Wire.CUT)),
                cell("#42 truncated gzip", Outcome.UNAVAILABLE, ok("x").header("Content-Encoding", "gzip")),
                cell("#44 no UTF-8", Outcome.UNAVAILABLE, ok("\uFEFF{\"data\": [}")),
                cell("#46 more than is taken", Outcome.DATA, ok("{\"data\": \"" + "x".repeat(5 << 20) + "\"}")),
                cell("#47 depth bomb", Outcome.DATA, ok("[".repeat(500) + "]".repeat(500))),
                cell("#47 key twice", Outcome.UNAVAILABLE, ok("{\"data\": [], \"data\": []}")),
                cell("#47 NaN", Outcome.UNAVAILABLE, ok("{\"data\": [NaN]}")));
    }

    private static List<Cell<GraphAnswer>> graphErrors() {
        return List.of(
                cell("token ended", Outcome.REFUSED_FOR_GOOD, GraphAnswer.error(400, 190, 463, "expired")),
                cell("right lost", Outcome.ACCESS, GraphAnswer.error(403, 200, 0, "no")),
                cell("limit", Outcome.WAITS, GraphAnswer.error(400, 80_000, 0, "limit")),
                cell("unknown error", Outcome.UNAVAILABLE, GraphAnswer.error(500, 1, 0, "unknown")),
                cell("out of order", Outcome.UNAVAILABLE, GraphAnswer.error(503, 2, 0, "down")));
    }

    /** The faults of the catalogue that have no cell here, and where they are proven. */
    private static final Map<Integer, String> NOT_HERE = notHere();

    private static Map<Integer, String> notHere() {
        Map<Integer, String> reasons = new TreeMap<>();
        IntStream.rangeClosed(1, 5)
                .forEach(fault -> reasons.put(fault, "no connection, no name: below HTTP, against the client in kit"));
        IntStream.rangeClosed(6, 8).forEach(fault -> reasons.put(fault, "TLS: against the client in kit"));
        reasons.put(9, "reset after accept: wants a raw socket, against the client in kit");
        IntStream.rangeClosed(11, 16)
                .forEach(fault -> reasons.put(fault, "no whole status and headers: raw sockets, in kit"));
        reasons.put(35, "a redirect loop wants a second address that redirects: against the client in kit");
        reasons.put(43, "a bomb is stopped by the client before a connector sees it: in kit");
        reasons.put(45, "a slow body is a time limit of the client: in kit");
        reasons.put(48, "pages that lead in a circle or away depend on the page's content: in the connector's tests");
        return reasons;
    }

    @Test
    void everyFaultOfTheCatalogueHasACellOrAReason() {
        List<Integer> cells = cells().stream()
                .flatMap(cell -> Pattern.compile("#(\\d+)").matcher(cell.name()).results())
                .map(number -> Integer.valueOf(number.group(1)))
                .toList();
        assertThat(cells).doesNotContainAnyElementsOf(NOT_HERE.keySet());
        assertThat(Stream.concat(cells.stream(), NOT_HERE.keySet().stream()).distinct())
                .hasSize(48)
                .allMatch(number -> number >= 1 && number <= 48);
    }

    private static Cell<GraphAnswer> cell(String name, Outcome outcome, GraphAnswer answer) {
        return new Cell<>(name, answer, outcome);
    }

    private static GraphAnswer ok(String body) {
        return GraphAnswer.json(200, body);
    }

    private static GraphAnswer bare(int status) {
        return GraphAnswer.json(status, "{\"status\":" + status + "}");
    }

    private static GraphAnswer html(int status, String body) {
        return ok(body).header("Content-Type", "text/html").status(status);
    }
}
