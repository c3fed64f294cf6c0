package vn.nhip.connector.metaads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.nhip.sandbox.face.graph.GraphAnswer;
import vn.nhip.sandbox.face.graph.GraphAnswer.Wire;
import vn.nhip.sandbox.face.graph.GraphAsk;
import vn.nhip.sandbox.face.graph.GraphFaults;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Page;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Slice;

/**
 * Every fault at every kind of request: said with the right kind after one request, and nothing is lost or doubled when
 * the same page is asked for again.
 *
 * <p>Faults below HTTP that need raw sockets, TLS and names stand with the client in kit.
 */
class FaultMatrixTest {

    private static final DayRange DAYS = new DayRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 14));
    private static final Slice SLICE = Slice.days(DAYS);

    /** 14 days of 3 campaigns in pages of 15: three pages of rows. */
    private final Desk desk = new Desk(Shop.advertising(DAYS, 3));

    private final Map<String, Fact> undisturbed = desk.night(DAYS);

    @BeforeEach
    void makesSmallPages() {
        desk.face.pagesOf(15);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static Map<String, Predicate<GraphAsk>> places() {
        Map<String, Predicate<GraphAsk>> places = new TreeMap<>();
        places.put("1 account", ask -> ask.edge().startsWith("act_"));
        places.put("2 order", ask -> ask.method().equals("POST"));
        places.put(
                "3 poll",
                ask -> ask.path().size() == 1 && ask.parameter("fields").contains("async_status"));
        places.put("4 first page", ask -> rows(ask) && ask.parameter("after").isEmpty());
        places.put("5 middle page", ask -> rows(ask) && ask.parameter("after").equals(cursor(15)));
        places.put("6 last page", ask -> rows(ask) && ask.parameter("after").equals(cursor(30)));
        return places;
    }

    private static String cursor(int row) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("at:" + row).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean rows(GraphAsk ask) {
        return ask.method().equals("GET") && ask.edge().equals("insights");
    }

    private record Cell(String name, Kind kind, GraphAnswer answer) {}

    private static Stream<Cell> cells() {
        String html = "<html>maintenance</html>";
        return Stream.of(
                new Cell("10 closed before the status", Kind.UNAVAILABLE, ok("").over(Wire.NOTHING)),
                new Cell("17 400", Kind.DATA, bare(400)),
                new Cell("18 401", Kind.ACCESS, bare(401)),
                new Cell("20 403", Kind.ACCESS, bare(403)),
                new Cell("21 404", Kind.SETTINGS, bare(404)),
                new Cell("22 408", Kind.UNAVAILABLE, bare(408)),
                new Cell("23 409", Kind.DATA, bare(409)),
                new Cell("24 410", Kind.SETTINGS, bare(410)),
                new Cell("25 422", Kind.DATA, bare(422)),
                new Cell("26 429 in seconds", Kind.THROTTLED, bare(429).header("Retry-After", "7")),
                new Cell("28 429", Kind.THROTTLED, bare(429)),
                new Cell("30 500", Kind.UNAVAILABLE, bare(500)),
                new Cell("31 502 HTML", Kind.UNAVAILABLE, html(502, html)),
                new Cell("32 503 HTML", Kind.UNAVAILABLE, html(503, html)),
                new Cell("33 504", Kind.UNAVAILABLE, bare(504)),
                new Cell("34 redirect inwards", Kind.DATA, bare(302).header("Location", "http://169.254.169.254/")),
                new Cell("36 200 HTML", Kind.UNAVAILABLE, html(200, html)),
                new Cell("37 200 empty", Kind.UNAVAILABLE, ok("")),
                new Cell("38 200 {}", Kind.DATA, ok("{}")),
                new Cell("39 200 with an error", Kind.THROTTLED, GraphAnswer.error(200, 17, 0, "limit")),
                new Cell("40 truncated JSON", Kind.UNAVAILABLE, ok("{\"data\": [{\"spend\"")),
                new Cell(
                        "41 shorter than announced",
                        Kind.UNAVAILABLE,
                        ok("{\"data\": []}").over(Wire.CUT)),
                new Cell("46 more than is taken", Kind.DATA, ok("{\"data\": \"" + "x".repeat(5 << 20) + "\"}")),
                new Cell("47 depth bomb", Kind.DATA, ok("[".repeat(500) + "]".repeat(500))),
                new Cell("47 key twice", Kind.UNAVAILABLE, ok("{\"data\": [], \"data\": []}")),
                new Cell("47 NaN", Kind.UNAVAILABLE, ok("{\"data\": [NaN]}")),
                new Cell("token ended", Kind.ACCESS, GraphAnswer.error(400, 190, 463, "expired")),
                new Cell("right lost", Kind.ACCESS, GraphAnswer.error(403, 200, 0, "no")),
                new Cell("limit", Kind.THROTTLED, GraphAnswer.error(400, 80_000, 0, "limit")),
                new Cell("unknown error", Kind.UNAVAILABLE, GraphAnswer.error(500, 1, 0, "unknown")),
                new Cell("out of order", Kind.UNAVAILABLE, GraphAnswer.error(503, 2, 0, "down")));
    }

    @TestFactory
    Stream<DynamicTest> everyFaultAtEveryRequestIsSaidAndLosesNothing() {
        return places().entrySet().stream().flatMap(place -> cells().map(cell -> DynamicTest.dynamicTest(
                place.getKey() + ": " + cell.name() + " → " + cell.kind(), () -> strike(place.getValue(), cell))));
    }

    private void strike(Predicate<GraphAsk> place, Cell cell) {
        boolean[] struck = {false};
        desk.face.faults((call, ask) -> {
            boolean now = !struck[0] && place.test(ask);
            struck[0] |= now;
            return now ? Optional.of(cell.answer()) : Optional.empty();
        });
        List<Page> pages = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        int failures = 0;
        do {
            ReadRequest request = new ReadRequest(MetaAdsConnector.AD_DAYS, SLICE, after);
            int before = desk.face.asked().size();
            try (Connector connector = desk.open()) {
                Page page = connector.read(request);
                pages.add(page);
                after = page.next();
                if (after.isEmpty()) {
                    break;
                }
            } catch (ConnectorException thrown) {
                failures++;
                assertThat(thrown.kind()).as("%s", thrown.getMessage()).isEqualTo(cell.kind());
                assertThat(desk.face.asked().size() - before)
                        .as("requests of the attempt that failed")
                        .isEqualTo(1);
            }
        } while (failures < 2);
        assertThat(failures).isEqualTo(1);
        assertThat(Desk.facts(pages)).isEqualTo(undisturbed);
    }

    @Test
    void pagesThatLeadInACircleAreAnError() {
        desk.face.faults((call, ask) -> rows(ask) && !ask.parameter("after").isEmpty()
                ? Optional.of(ok("{\"data\":[],\"paging\":{\"cursors\":{\"after\":\"" + ask.parameter("after")
                        + "\"},\"next\":\"https://graph.facebook.com/x\"}}"))
                : Optional.empty());
        ConnectorException thrown = catchThrowableOfType(ConnectorException.class, () -> desk.night(DAYS));
        assertThat(thrown.kind()).isEqualTo(Kind.DATA);
        assertThat(thrown).hasMessageContaining("the same again");
    }

    @Test
    void aLinkToAnotherHostIsNotFollowed() {
        desk.face.faults((call, ask) -> rows(ask)
                ? Optional.of(ok("{\"data\":[],\"paging\":{\"next\":\"https://evil.example/?after=1\"}}"))
                : Optional.empty());
        ConnectorException thrown = catchThrowableOfType(ConnectorException.class, () -> desk.night(DAYS));
        assertThat(thrown.kind()).isEqualTo(Kind.DATA);
    }

    @Test
    void aBadNightEndsAsAGoodOne() {
        for (int seed = 1; seed <= 20; seed++) {
            desk.face.faults(GraphFaults.bySeed(seed, 30));
            List<Page> pages = new ArrayList<>();
            Optional<Cursor> after = Optional.empty();
            boolean more = true;
            while (more) {
                try (Connector connector = desk.open()) {
                    Page page = connector.read(new ReadRequest(MetaAdsConnector.AD_DAYS, SLICE, after));
                    pages.add(page);
                    after = page.next();
                    more = after.isPresent();
                } catch (ConnectorException again) {
                    assertThat(again.kind().retryable()).as("%s", again).isTrue();
                }
            }
            assertThat(Desk.facts(pages)).as("seed %d", seed).isEqualTo(undisturbed);
        }
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
