package vn.nhip.nights;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.config.OperatorConfig;
import vn.nhip.connection.Credential;
import vn.nhip.connection.SecretName;
import vn.nhip.sandbox.face.FaultPlan;
import vn.nhip.sandbox.face.ads.AdsCustomer;
import vn.nhip.sandbox.face.ads.AdsFace;
import vn.nhip.sandbox.face.grpc.GrpcFault;
import vn.nhip.sandbox.face.oauth.OAuthFault;
import vn.nhip.sandbox.truth.AdSpend;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.spi.Auth;
import vn.nhip.spi.Secret;
import vn.nhip.spi.Site;

/** Google Ads below a manager, reached with somebody's consent, whose access token has just ended. */
final class AdsPlatform implements Platform<GrpcFault> {

    private static final String SHOP = "1234567890";
    private static final String MANAGER = "9000000001";
    private static final String DEVELOPER = "developer-token-1";
    private static final int ROWS_ON_A_PAGE = 15;

    private final Clock clock;
    private final Truth truth;
    private final Login login;
    private final AdsFace face;
    private int before;

    AdsPlatform(Clock clock, Truth truth) {
        this.clock = clock;
        this.truth = truth;
        this.login = new Login(clock);
        this.face = AdsFace.of(
                clock,
                login.face,
                DEVELOPER,
                AdsCustomer.manager(MANAGER, truth.span().zone()),
                AdsCustomer.of(SHOP, truth).under(MANAGER));
        face.pagesOf(ROWS_ON_A_PAGE);
        face.allowing(Integer.MAX_VALUE);
    }

    @Override
    public String connector() {
        return "google-ads";
    }

    @Override
    public Map<String, String> settings(boolean impatient) {
        return Map.of("customer-id", SHOP, "login-customer-id", MANAGER, "patience-seconds", impatient ? "1" : "60");
    }

    @Override
    public Credential credential() {
        String[] tokens = login.face.login();
        return new Credential(
                Auth.Way.OAUTH_CODE,
                Optional.of(Login.CLIENT),
                List.of("https://www.googleapis.com/auth/adwords"),
                Map.of(
                        SecretName.ACCESS_TOKEN,
                        Secret.of(tokens[0]),
                        SecretName.REFRESH_TOKEN,
                        Secret.of(tokens[1]),
                        SecretName.CLIENT_SECRET,
                        Secret.of(Login.SECRET)),
                Map.of("developer-token", Secret.of(DEVELOPER)),
                Optional.of(clock.instant().minus(Duration.ofMinutes(1))),
                Optional.empty());
    }

    @Override
    public OperatorConfig operator() {
        Site site = new Site(Optional.of(face.base()), Optional.empty());
        return new OperatorConfig(Map.of(connector(), site), Map.of("google", login.base()), Optional.empty());
    }

    @Override
    public void fail(FaultPlan<GrpcFault> plan) {
        before = face.server().calls().size();
        face.server().fail(plan);
    }

    @Override
    public int calls() {
        return face.server().calls().size() - before;
    }

    @Override
    public void failLogin(FaultPlan<OAuthFault> plan) {
        login.fail(plan);
    }

    @Override
    public int loginCalls() {
        return login.calls();
    }

    @Override
    public Map<String, String> truth(LocalDate first, LocalDate last) {
        return new TruthRows(truth, first, last).ads(AdSpend.Platform.GOOGLE).rows();
    }

    @Override
    public List<String> statements() {
        return List.of(TruthRows.ADS);
    }

    @Override
    public void close() {
        face.close();
        login.close();
    }
}
