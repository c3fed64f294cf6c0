package vn.nhip.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import vn.nhip.sandbox.SampleBusiness;
import vn.nhip.sandbox.face.FaultPlan;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.face.ads.AdsCustomer;
import vn.nhip.sandbox.face.ads.AdsFace;
import vn.nhip.sandbox.face.analytics.AnalyticsFace;
import vn.nhip.sandbox.face.analytics.AnalyticsProperty;
import vn.nhip.sandbox.face.graph.GraphAccount;
import vn.nhip.sandbox.face.graph.GraphFace;
import vn.nhip.sandbox.face.oauth.OAuthFace;
import vn.nhip.sandbox.face.oauth.OAuthRules;
import vn.nhip.sandbox.truth.Truth;

/** Google Analytics, Google Ads, Google's login and Meta's Graph API on loopback, with the sample business as it is today. */
final class Vendors implements AutoCloseable {

    static final String PROPERTY = "314186564";
    static final String AD_ACCOUNT = "1020304050";
    static final String CUSTOMER = "2345678901";
    static final String MANAGER = "9012345678";
    static final String CLIENT = "client-of-google";

    final String metaToken = "EAAB-token-that-nobody-may-see-7f3a";
    final String appSecret = "app-secret-that-nobody-may-see-91c4";
    final String developerToken = "developer-token-that-nobody-may-see-2b6e";
    final String clientSecret = "client-secret-that-nobody-may-see-d80a";
    final OAuthFace google;
    final AdsFace ads;
    final AnalyticsFace analytics;
    final GraphFace graph;
    private final KeyPair robot;

    Vendors(Clock clock) throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        robot = generator.generateKeyPair();
        Truth truth = SampleBusiness.asOf(clock).truth();
        google = new OAuthFace(OAuthRules.STEADY, clock, FaultPlan.none())
                .client(CLIENT, clientSecret)
                .account("robot@project.example", robot.getPublic());
        ads = AdsFace.of(
                clock,
                google,
                developerToken,
                AdsCustomer.manager(MANAGER, truth.span().zone()),
                AdsCustomer.of(CUSTOMER, truth).under(MANAGER));
        analytics = AnalyticsFace.of(clock, google, AnalyticsProperty.of(PROPERTY, "VND", truth));
        graph = GraphFace.of(
                clock,
                Tokens.only(metaToken),
                GraphAccount.of(AD_ACCOUNT, truth).proving(appSecret));
    }

    /** The JSON key of the service account, as Google's console gives it. */
    String keyFile() {
        return "{\"type\": \"service_account\", \"client_email\": \"robot@project.example\", \"private_key_id\": \"k1\","
                + " \"private_key\": \"-----BEGIN PRIVATE KEY-----\\n" + privateKey()
                + "\\n-----END PRIVATE KEY-----\\n\"}";
    }

    String privateKey() {
        return Base64.getEncoder().encodeToString(robot.getPrivate().getEncoded());
    }

    /** Lets the home's connectors call these services. */
    void operate(Path home) throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(
                home.resolve("config/operator.yaml"),
                "sources: {" + sources() + "}\nproviders: {" + providers() + "}\n");
    }

    String sources() {
        return "google-analytics: {base: \"" + analytics.base() + "\"}, google-ads: {base: \"" + ads.base()
                + "\"}, meta-ads: {base: \"" + graph.base() + "\"}";
    }

    String providers() {
        return "google: {base: \"" + google.base() + "\"}";
    }

    @Override
    public void close() {
        graph.close();
        ads.close();
        analytics.close();
        google.close();
    }
}
