package vn.nhip.connector.googleads;

import com.google.ads.googleads.v23.enums.CustomerStatusEnum.CustomerStatus;
import com.google.ads.googleads.v23.errors.QueryErrorEnum.QueryError;
import com.google.ads.googleads.v23.errors.RequestErrorEnum.RequestError;
import com.google.ads.googleads.v23.services.SearchGoogleAdsResponse;
import io.grpc.Status;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import vn.nhip.kit.grpc.GrpcService;
import vn.nhip.sandbox.SampleBusiness;
import vn.nhip.sandbox.face.FaultPlan;
import vn.nhip.sandbox.face.ads.AdsRefusal;
import vn.nhip.sandbox.face.grpc.GrpcFault;
import vn.nhip.sandbox.truth.AdSpend;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.DayRange;
import vn.nhip.testkit.Account;
import vn.nhip.testkit.CalledSource;
import vn.nhip.testkit.ConnectorContract;
import vn.nhip.testkit.DaylightCase;
import vn.nhip.testkit.FaultCase;
import vn.nhip.testkit.GivenAccess;

/** The connector keeps the contract, over the emulated API. */
class GoogleAdsConnectorTest extends ConnectorContract {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalDate SPRING = LocalDate.of(2025, 3, 30);
    private static final LocalDate AUTUMN = LocalDate.of(2025, 10, 26);

    private final Scene scene = new Scene();

    @Override
    protected ConnectorFactory factory() {
        return new GoogleAdsConnectorFactory();
    }

    @Override
    protected Map<String, String> defaults() {
        return new TreeMap<>(Map.of("login-customer-id", "", "conversions", "conversions", "patience-seconds", "120"));
    }

    @Override
    protected Account account(Path folder) {
        return scene.account();
    }

    @Override
    protected DayRange days() {
        return Scene.DAYS;
    }

    @Override
    protected OptionalInt largestPage() {
        return OptionalInt.of(Scene.ROWS);
    }

    @Override
    protected Account emptyAccount(Path folder) {
        return scene.account(Scene.QUIET);
    }

    /** What the account is, and that it has no figures. */
    @Override
    protected int pagesOfNothing() {
        return 2;
    }

    @Override
    protected Optional<CalledSource> source() {
        return Optional.of(scene);
    }

    /** One campaign on each of the two odd days: a total and a part. */
    @Override
    protected DaylightCase daylight(Path folder) {
        List<AdSpend> ads = List.of(campaign(SPRING), campaign(AUTUMN));
        scene.face().put(Scene.GOOD.with(Scene.spending(LONDON, ads)).in(LONDON));
        Account account = scene.account(Scene.SHOP, LONDON, Scene.CLOCK, GivenAccess.of(Scene.TOKEN));
        return new DaylightCase(account, new DayRange(SPRING, AUTUMN), Map.of(SPRING, 2, AUTUMN, 2));
    }

    private static AdSpend campaign(LocalDate day) {
        return new AdSpend(
                AdSpend.Platform.GOOGLE,
                day,
                new AdSpend.Campaign("7", "Tea"),
                new AdSpend.Counts(100, 10, 1, BigDecimal.TEN),
                BigDecimal.ONE);
    }

    @Override
    protected List<FaultCase> faults() {
        return List.of(
                FaultCase.of("a number that is none", Kind.SETTINGS, folder -> scene.account("AW-12345"))
                        .naming("customer-id"),
                FaultCase.of("a manager", Kind.SETTINGS, folder -> scene.account(Scene.MANAGER))
                        .naming("nhip accounts"),
                FaultCase.of("a cancelled account", Kind.SETTINGS, folder -> cancelled())
                        .naming("CUSTOMER_NOT_ENABLED"),
                FaultCase.of("another developer's token", Kind.SETTINGS, folder -> scene.account()
                                .withSecret(GoogleAdsConnectorFactory.DEVELOPER_TOKEN, "somebody-else's"))
                        .naming("developer token"),
                FaultCase.of("a token that holds no more", Kind.ACCESS, folder -> expired())
                        .naming("nhip connect"),
                FaultCase.of("an account of others", Kind.ACCESS, folder -> scene.account("5555555555"))
                        .naming("login-customer-id"),
                FaultCase.of("a day's operations", Kind.THROTTLED, folder -> exhausted())
                        .waiting(Duration.ofHours(7)),
                says("unavailable", Kind.UNAVAILABLE, Status.Code.UNAVAILABLE),
                says("an error inside", Kind.UNAVAILABLE, Status.Code.INTERNAL),
                failing("a connection cut", Kind.UNAVAILABLE, new GrpcFault.Broken(GrpcFault.Wire.CUT, false)),
                failing("a stream reset half-way", Kind.UNAVAILABLE, new GrpcFault.Broken(GrpcFault.Wire.RESET, true)),
                FaultCase.of("no answer in time", Kind.UNAVAILABLE, folder -> silent()),
                failing("a version that has ended", Kind.DATA, ended().fault()).naming("upgrade"),
                failing("a field that was renamed", Kind.DATA, renamed().fault())
                        .naming("metrics.cost_micros"),
                FaultCase.of("rows without a cost", Kind.DATA, folder -> withoutCost())
                        .naming("metrics.cost_micros"),
                failing("a message that is none", Kind.DATA, new GrpcFault.Malformed()),
                failing("a message too large", Kind.DATA, new GrpcFault.Oversize(GrpcService.LARGEST_ANSWER)));
    }

    private FaultCase failing(String name, Kind kind, GrpcFault fault) {
        return FaultCase.of(name, kind, folder -> {
            scene.face().server().fail(FaultPlan.always(fault));
            return scene.account();
        });
    }

    private FaultCase says(String name, Kind kind, Status.Code code) {
        return failing(name, kind, GrpcFault.Refused.with(code, "the service's own words"))
                .naming("the service's own words");
    }

    private Account cancelled() {
        scene.face().put(Scene.GOOD.being(CustomerStatus.CANCELED));
        return scene.account();
    }

    private Account expired() {
        return scene.account(Scene.SHOP, SampleBusiness.ZONE, Scene.CLOCK, GivenAccess.of("token-that-holds-no-more"));
    }

    private Account exhausted() {
        scene.face().allowing(0);
        return scene.account();
    }

    private Account silent() {
        scene.face().server().fail(FaultPlan.always(new GrpcFault.Silent()));
        return scene.account().with("patience-seconds", "1");
    }

    private static AdsRefusal ended() {
        return AdsRefusal.of(
                RequestError.UNSUPPORTED_VERSION,
                "Version v23 is deprecated. Requests to this version will be blocked.");
    }

    private static AdsRefusal renamed() {
        return AdsRefusal.of(QueryError.UNRECOGNIZED_FIELD, "Unrecognized field in the query: 'metrics.cost_micros'.");
    }

    private Account withoutCost() {
        scene.face().twist((request, answer) -> {
            SearchGoogleAdsResponse.Builder less = answer.toBuilder();
            less.getResultsBuilderList().forEach(row -> row.getMetricsBuilder().clearCostMicros());
            return less.build();
        });
        return scene.account();
    }
}
