package vn.nhip.connector.metaads;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import vn.nhip.sandbox.SampleBusiness;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.face.graph.GraphAccount;
import vn.nhip.sandbox.face.graph.GraphAnswer;
import vn.nhip.sandbox.face.graph.GraphAsk;
import vn.nhip.sandbox.face.graph.GraphFace;
import vn.nhip.sandbox.face.graph.GraphFaults;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.spi.Access;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Secret;
import vn.nhip.spi.Site;
import vn.nhip.testkit.Account;
import vn.nhip.testkit.Answer;
import vn.nhip.testkit.ConnectorContract;
import vn.nhip.testkit.DaylightCase;
import vn.nhip.testkit.FakeSource;
import vn.nhip.testkit.FaultCase;
import vn.nhip.testkit.HttpFaults;
import vn.nhip.testkit.Received;

/** The connector keeps the contract, over the emulated Graph API. */
class MetaAdsConnectorTest extends ConnectorContract {

    private static final String APP_SECRET = "0123456789abcdef0123456789abcdef";
    private static final Clock CLOCK = Clock.fixed(Desk.MORNING, ZoneOffset.UTC);

    /** Ramadan of 2025: clocks went back on the first of these days and forward on the second. */
    private static final ZoneId CASABLANCA = ZoneId.of("Africa/Casablanca");

    private static final LocalDate LONG = LocalDate.of(2025, 2, 23);
    private static final LocalDate SHORT = LocalDate.of(2025, 4, 6);

    private static final Truth SAMPLE = SampleBusiness.of(
                    SampleBusiness.SEED, LocalDate.of(2025, 12, 1), LocalDate.of(2026, 1, 14))
            .truth();

    private final GraphAccount good = GraphAccount.of(Desk.NUMBER, SAMPLE).proving(APP_SECRET);
    private final GraphFace face = GraphFace.of(CLOCK, Tokens.only(Desk.TOKEN), good);
    private final FakeSource source = FakeSource.speaking(this::spoken);

    @AfterEach
    void closeTheFace() {
        face.close();
    }

    private Answer spoken(Received request) {
        GraphAnswer answer =
                face.answer(GraphAsk.of(request.method(), request.target(), request.headers(), request.body()));
        Answer spoken = Answer.json(answer.body());
        return new Answer(answer.status(), answer.headers(), spoken.body(), spoken.delay(), false);
    }

    @Override
    protected ConnectorFactory factory() {
        return new MetaAdsConnectorFactory();
    }

    @Override
    protected Optional<FakeSource> source() {
        return Optional.of(source);
    }

    @Override
    protected Map<String, String> defaults() {
        return new TreeMap<>(Map.of(
                "attribution-windows", "7d_click,1d_view",
                "conversion-action", "omni_purchase",
                "page", "",
                "phone-region", "VN",
                "app-id", "",
                "app-secret", ""));
    }

    @Override
    protected Account account(Path folder) {
        face.put(good);
        face.faults(GraphFaults.none());
        return account(CLOCK, Shop.VIETNAM);
    }

    private Account account(Clock clock, ZoneId zone) {
        Access access = new Access() {
            @Override
            public Secret token() {
                return Secret.of(Desk.TOKEN);
            }

            @Override
            public void refused(Secret token) {}
        };
        ConnectorContext context = new ConnectorContext(
                clock,
                zone,
                Currency.getInstance("USD"),
                access,
                new Site(Optional.of(source.url()), Optional.empty()));
        return new Account(
                Map.of("ad-account", Desk.NUMBER, "page", good.page()),
                Map.of("app-secret", Secret.of(APP_SECRET)),
                context);
    }

    @Override
    protected DayRange days() {
        return new DayRange(LocalDate.of(2025, 12, 20), LocalDate.of(2026, 1, 14));
    }

    @Override
    protected int pagesOfNothing() {
        return 3;
    }

    @Override
    protected Account emptyAccount(Path folder) {
        Account account = account(folder);
        face.put(good.with(Shop.nothing(days())));
        return account;
    }

    @Override
    protected DaylightCase daylight(Path folder) {
        DayRange days = new DayRange(LONG, SHORT);
        Truth truth = Shop.of(
                days,
                CASABLANCA,
                List.of(Shop.ad(LONG, 1), Shop.ad(SHORT, 1)),
                Stream.of(LONG, SHORT)
                        .flatMap(day -> Shop.hourly(day, CASABLANCA))
                        .toList());
        face.put(good.with(truth).in(CASABLANCA));
        face.faults(GraphFaults.none());
        Clock later = Clock.fixed(Instant.parse("2025-04-20T08:00:00Z"), ZoneOffset.UTC);
        return new DaylightCase(account(later, CASABLANCA), days, Map.of(LONG, 2 + 25, SHORT, 2 + 23));
    }

    @Override
    protected List<FaultCase> faults() {
        List<FaultCase> faults = new ArrayList<>(HttpFaults.of(source, this::account));
        faults.add(FaultCase.of(
                "a web page with status 200",
                Kind.UNAVAILABLE,
                folder -> answering(folder, Answer.text("text/html", "<html>"))));
        faults.add(FaultCase.of(
                "no such account", Kind.SETTINGS, folder -> account(folder).with("ad-account", "999")));
        faults.add(FaultCase.of("window that was removed", Kind.SETTINGS, folder -> account(folder)
                        .with("attribution-windows", "7d_click,28d_view"))
                .naming("28d_view"));
        faults.add(changed("row without cost", "{\"date_start\": \"2026-01-05\", \"impressions\": \"7\"}"));
        faults.add(changed(
                "text for a number", "{\"date_start\": \"2026-01-05\", \"impressions\": \"7\", \"spend\": \"much\"}"));
        faults.add(FaultCase.of("token expired", Kind.ACCESS, folder -> error(folder, 190, 463)));
        faults.add(FaultCase.of("right missing", Kind.ACCESS, folder -> error(folder, 200, 0)));
        faults.add(FaultCase.of("account's limit reached", Kind.THROTTLED, folder -> error(folder, 80_000, 0)));
        return faults;
    }

    private FaultCase changed(String name, String row) {
        return FaultCase.of(name, Kind.DATA, folder -> {
                    Account account = account(folder);
                    face.faults((call, ask) ->
                            ask.method().equals("GET") && ask.edge().equals("insights")
                                    ? Optional.of(GraphAnswer.json(200, "{\"data\": [" + row + "]}"))
                                    : Optional.empty());
                    return account;
                })
                .naming("spend");
    }

    private Account error(Path folder, int code, int subcode) {
        Account account = account(folder);
        face.faults((call, ask) -> Optional.of(GraphAnswer.error(400, code, subcode, "no, " + Desk.TOKEN)));
        return account;
    }

    private Account answering(Path folder, Answer answer) {
        Account account = account(folder);
        source.always(answer);
        return account;
    }
}
