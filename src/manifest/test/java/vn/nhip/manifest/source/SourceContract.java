package vn.nhip.manifest.source;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.kit.http.HttpLimits;
import vn.nhip.manifest.ManifestFactory;
import vn.nhip.sandbox.face.rest.RestAnswer;
import vn.nhip.sandbox.face.rest.RestAsk;
import vn.nhip.sandbox.face.rest.RestService;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.spi.Access;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Site;
import vn.nhip.testkit.Account;
import vn.nhip.testkit.Answer;
import vn.nhip.testkit.CalledSource;
import vn.nhip.testkit.ConnectorContract;
import vn.nhip.testkit.DaylightCase;
import vn.nhip.testkit.FakeSource;
import vn.nhip.testkit.FaultCase;
import vn.nhip.testkit.GivenAccess;
import vn.nhip.testkit.HttpFaults;
import vn.nhip.testkit.Received;

/** The connector contract of a source, on the sample business's few first days, nothing, and days of 23 and 25 hours. */
abstract class SourceContract extends ConnectorContract {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Clock CLOCK = Clock.fixed(Truths.MORNING, ZoneOffset.UTC);
    private static final int PAGE = 2;

    @TempDir
    private static Path small;

    private final Sample sample;
    private final Truth few = Truths.few(Truths.through(Truths.LAST), 5);
    private volatile Truth truth = few;
    private final FakeSource source;

    SourceContract(Sample sample) {
        this.sample = sample;
        RestService service = sample.service(() -> truth, CLOCK);
        source = FakeSource.speaking(received -> answer(service.answer(ask(received))));
    }

    private static RestAsk ask(Received received) {
        return RestAsk.of(received.method(), received.target(), received.headers(), received.body());
    }

    private static Answer answer(RestAnswer said) {
        return new Answer(
                said.status(), said.headers(), said.body().getBytes(StandardCharsets.UTF_8), Duration.ZERO, false);
    }

    @Override
    protected ConnectorFactory factory() {
        return Folders.smallPages(sample.id(), small, PAGE, HttpLimits.STANDARD);
    }

    @Override
    protected Iterable<ConnectorFactory> offered() {
        return List.of(ManifestFactory.load(Folders.of(sample.id())));
    }

    @Override
    protected Map<String, String> defaults() {
        return sample.defaults();
    }

    @Override
    protected Account account(Path folder) {
        truth = few;
        return account(Night.ZONE);
    }

    private Account account(ZoneId zone) {
        ConnectorContext context = new ConnectorContext(
                CLOCK,
                zone,
                Currency.getInstance("VND"),
                factory().spec().auth().isPresent() ? GivenAccess.of(sample.token()) : Access.NONE,
                new Site(Optional.of(source.url()), Optional.empty()));
        Account account = new Account(sample.settings(), Map.of(), context);
        for (Map.Entry<String, String> secret : sample.secrets().entrySet()) {
            account = account.withSecret(secret.getKey(), secret.getValue());
        }
        return account;
    }

    @Override
    protected DayRange days() {
        return new DayRange(Truths.FIRST, Truths.LAST);
    }

    @Override
    protected Account emptyAccount(Path folder) {
        truth = Truths.nothing(few);
        return account(Night.ZONE);
    }

    @Override
    protected DaylightCase daylight(Path folder) {
        LocalDate spring = LocalDate.of(2025, 3, 9);
        LocalDate autumn = LocalDate.of(2025, 11, 2);
        truth = Hourly.truth(few, NEW_YORK, List.of(spring, autumn));
        Map<LocalDate, Integer> expected = new TreeMap<>();
        for (Fact fact : sample.facts(truth, NEW_YORK)) {
            expected.merge(Hourly.day(fact, NEW_YORK), 1, Integer::sum);
        }
        return new DaylightCase(account(NEW_YORK), new DayRange(spring, autumn), expected);
    }

    @Override
    protected List<FaultCase> faults() {
        FaultCase.Arrange good = this::account;
        List<FaultCase> faults = new ArrayList<>(HttpFaults.of(source, good));
        faults.add(HttpFaults.always("404", Kind.SETTINGS, source, good, Answer.status(404)));
        faults.add(HttpFaults.always("409", Kind.DATA, source, good, Answer.status(409)));
        faults.add(HttpFaults.always("422", Kind.DATA, source, good, Answer.status(422)));
        faults.add(HttpFaults.always("502", Kind.UNAVAILABLE, source, good, Answer.status(502)));
        return faults;
    }

    @Override
    protected int requestsOfCheck() {
        return sample.places().containsKey("token call") ? 2 : 1;
    }

    @Override
    protected Optional<? extends CalledSource> source() {
        return Optional.of(source);
    }
}
