package vn.nhip.connector.googleanalytics;

import com.google.rpc.Code;
import com.google.rpc.RetryInfo;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vn.nhip.kit.grpc.GrpcService;
import vn.nhip.sandbox.SampleBusiness;
import vn.nhip.sandbox.face.FaultPlan;
import vn.nhip.sandbox.face.analytics.AnalyticsProperty;
import vn.nhip.sandbox.face.grpc.GrpcFault;
import vn.nhip.sandbox.truth.VisitDay;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.DayRange;
import vn.nhip.testkit.Account;
import vn.nhip.testkit.CalledSource;
import vn.nhip.testkit.ConnectorContract;
import vn.nhip.testkit.DaylightCase;
import vn.nhip.testkit.FaultCase;
import vn.nhip.testkit.GivenAccess;

class GoogleAnalyticsConnectorTest extends ConnectorContract {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalDate SPRING = LocalDate.of(2025, 3, 30);
    private static final LocalDate AUTUMN = LocalDate.of(2025, 10, 26);

    private final Scene scene = new Scene();

    @Override
    protected ConnectorFactory factory() {
        return new GoogleAnalyticsConnectorFactory();
    }

    @Override
    protected Map<String, String> defaults() {
        return Map.of("rows-per-page", "10000", "patience-seconds", "60");
    }

    @Override
    protected Account account(Path folder) {
        return scene.account(Scene.PROPERTY);
    }

    @Override
    protected DayRange days() {
        return Scene.DAYS;
    }

    @Override
    protected OptionalInt largestPage() {
        return OptionalInt.of(100);
    }

    @Override
    protected Account emptyAccount(Path folder) {
        return scene.account(Scene.NO_VISITS);
    }

    @Override
    protected Optional<CalledSource> source() {
        return Optional.of(scene);
    }

    /** Visits on the two odd days: a total, its one part and the day's users; the users of their weeks and months. */
    @Override
    protected DaylightCase daylight(Path folder) {
        VisitDay.Counts counts = new VisitDay.Counts(50, 30, 40, 10, 2);
        List<VisitDay.Part> parts =
                List.of(new VisitDay.Part(new VisitDay.From("Direct", "(direct)", "(none)", "(direct)"), counts));
        List<VisitDay> visits = List.of(new VisitDay(SPRING, counts, parts), new VisitDay(AUTUMN, counts, parts));
        scene.face().put(AnalyticsProperty.of(Scene.PROPERTY, "GBP", Scene.visited(LONDON, visits)));
        Account account = scene.account(Scene.PROPERTY, LONDON, Scene.CLOCK, GivenAccess.of(Scene.TOKEN));
        Map<LocalDate, Integer> expected = Map.of(
                SPRING,
                3,
                LocalDate.of(2025, 3, 24),
                1,
                LocalDate.of(2025, 3, 1),
                1,
                AUTUMN,
                3,
                LocalDate.of(2025, 10, 20),
                1,
                LocalDate.of(2025, 10, 1),
                1);
        return new DaylightCase(account, new DayRange(SPRING, AUTUMN), expected);
    }

    @Override
    protected List<FaultCase> faults() {
        return List.of(
                FaultCase.of("a measurement id", Kind.SETTINGS, folder -> scene.account("G-AB12CD34"))
                        .naming("G-AB12CD34"),
                says("a project that is not set up", Kind.SETTINGS, Status.Code.FAILED_PRECONDITION),
                FaultCase.of("a token that holds no more", Kind.ACCESS, folder -> expired())
                        .naming("nhip connect"),
                FaultCase.of("a property of others", Kind.ACCESS, folder -> scene.account("99"))
                        .naming("property 99"),
                refusing("an hour's tokens", "Exhausted property tokens for a project per hour quota.")
                        .waiting(Duration.ofHours(1)),
                failing("a wait that the service names", Kind.THROTTLED, asksForSevenSeconds())
                        .waiting(Duration.ofSeconds(7)),
                says("unavailable", Kind.UNAVAILABLE, Status.Code.UNAVAILABLE),
                says("an error inside", Kind.UNAVAILABLE, Status.Code.INTERNAL),
                failing("a connection cut", Kind.UNAVAILABLE, new GrpcFault.Broken(GrpcFault.Wire.CUT, false)),
                failing("a stream reset half-way", Kind.UNAVAILABLE, new GrpcFault.Broken(GrpcFault.Wire.RESET, true)),
                slow(),
                says("a request that is none any more", Kind.DATA, Status.Code.INVALID_ARGUMENT),
                failing("a message that is none", Kind.DATA, new GrpcFault.Malformed()),
                failing("a message too large", Kind.DATA, new GrpcFault.Oversize(GrpcService.LARGEST_ANSWER)));
    }

    private FaultCase failing(String name, Kind kind, GrpcFault fault) {
        return FaultCase.of(name, kind, folder -> {
            scene.face().server().fail(FaultPlan.always(fault));
            return scene.account(Scene.PROPERTY);
        });
    }

    private FaultCase says(String name, Kind kind, Status.Code code) {
        return failing(name, kind, GrpcFault.Refused.with(code, "the service's own words"))
                .naming("the service's own words");
    }

    private FaultCase refusing(String name, String words) {
        return failing(name, Kind.THROTTLED, GrpcFault.Refused.with(Status.Code.RESOURCE_EXHAUSTED, words))
                .naming(words);
    }

    private FaultCase slow() {
        return FaultCase.of("no answer in time", Kind.UNAVAILABLE, folder -> {
            scene.face().server().fail(FaultPlan.always(new GrpcFault.Silent()));
            return scene.account(Scene.PROPERTY).with("patience-seconds", "1");
        });
    }

    private Account expired() {
        return scene.account(
                Scene.PROPERTY, SampleBusiness.ZONE, Scene.CLOCK, GivenAccess.of("token-that-holds-no-more"));
    }

    private static GrpcFault asksForSevenSeconds() {
        RetryInfo wait = RetryInfo.newBuilder()
                .setRetryDelay(com.google.protobuf.Duration.newBuilder().setSeconds(7))
                .build();
        com.google.rpc.Status status = com.google.rpc.Status.newBuilder()
                .setCode(Code.RESOURCE_EXHAUSTED_VALUE)
                .setMessage("Exhausted concurrent requests quota.")
                .addDetails(com.google.protobuf.Any.pack(wait))
                .build();
        Metadata trailers = Optional.ofNullable(
                        StatusProto.toStatusException(status).getTrailers())
                .orElseGet(Metadata::new);
        return new GrpcFault.Refused(Status.RESOURCE_EXHAUSTED.withDescription(status.getMessage()), trailers);
    }
}
