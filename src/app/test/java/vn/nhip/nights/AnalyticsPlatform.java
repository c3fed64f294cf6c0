package vn.nhip.nights;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.config.OperatorConfig;
import vn.nhip.connection.Credential;
import vn.nhip.sandbox.face.FaultPlan;
import vn.nhip.sandbox.face.analytics.AnalyticsFace;
import vn.nhip.sandbox.face.analytics.AnalyticsProperty;
import vn.nhip.sandbox.face.grpc.GrpcFault;
import vn.nhip.sandbox.face.oauth.OAuthFault;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.spi.Secret;
import vn.nhip.spi.Site;

/** Google Analytics, reached with the key of a service account. */
final class AnalyticsPlatform implements Platform<GrpcFault> {

    private static final String PROPERTY = "412345678";
    private static final String ROBOT = "robot@project.example";
    private static final int PLENTY = 1_000_000_000;

    private final Truth truth;
    private final Login login;
    private final AnalyticsFace face;
    private final KeyPair keys;
    private int before;

    AnalyticsPlatform(Clock clock, Truth truth) throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        this.keys = generator.generateKeyPair();
        this.truth = truth;
        this.login = new Login(clock);
        login.face.account(ROBOT, keys.getPublic());
        this.face = AnalyticsFace.of(
                clock,
                login.face,
                AnalyticsProperty.of(PROPERTY, "VND", truth)
                        .allowing(new AnalyticsProperty.Allowance(PLENTY, PLENTY, PLENTY, PLENTY)));
    }

    @Override
    public String connector() {
        return "google-analytics";
    }

    @Override
    public Map<String, String> settings(boolean impatient) {
        return Map.of("property", PROPERTY, "rows-per-page", "40", "patience-seconds", impatient ? "1" : "60");
    }

    @Override
    public Credential credential() {
        String key = Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded());
        String file = "{\"type\": \"service_account\", \"client_email\": \"" + ROBOT + "\", \"private_key_id\": \"k1\","
                + " \"private_key\": \"-----BEGIN PRIVATE KEY-----\\n" + key + "\\n-----END PRIVATE KEY-----\\n\"}";
        List<String> scopes = List.of("https://www.googleapis.com/auth/analytics.readonly");
        return Credential.serviceAccount(Secret.of(file), scopes, Map.of());
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
        return new TruthRows(truth, first, last).traffic().users().purchases().rows();
    }

    @Override
    public List<String> statements() {
        return List.of(TruthRows.TRAFFIC, TruthRows.USERS, TruthRows.PURCHASES);
    }

    @Override
    public void close() {
        face.close();
        login.close();
    }
}
