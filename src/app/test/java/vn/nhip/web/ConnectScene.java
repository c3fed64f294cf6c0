package vn.nhip.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import vn.nhip.app.Home;
import vn.nhip.app.Workplace;
import vn.nhip.login.Role;
import vn.nhip.sandbox.SampleBusiness;
import vn.nhip.sandbox.face.FaultPlan;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.face.analytics.AnalyticsFace;
import vn.nhip.sandbox.face.analytics.AnalyticsProperty;
import vn.nhip.sandbox.face.mail.MailchimpService;
import vn.nhip.sandbox.face.oauth.OAuthFace;
import vn.nhip.sandbox.face.oauth.OAuthRules;
import vn.nhip.sandbox.face.rest.RestFace;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.spi.Secret;

/** An empty workspace, and two vendors that answer in their own protocols: one by key, one by consent. */
final class ConnectScene implements AutoCloseable {

    static final String KEY = "key-that-nobody-may-see-us6";
    static final String CLIENT = "client-of-google";
    static final String CLIENT_SECRET = "client-secret-that-nobody-may-see";
    static final String PROPERTY = "314186564";

    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T05:00:00Z"));
    final Workplace workplace;
    final WebServer web;
    final OAuthFace google;
    private final AnalyticsFace analytics;
    final RestFace mail;
    private final ExecutorService chores = Executors.newSingleThreadExecutor();

    ConnectScene(Path home) throws IOException {
        InstantSource moving = () -> Objects.requireNonNull(now.get());
        Clock clock = moving.withZone(ZoneOffset.UTC);
        Truth truth = SampleBusiness.asOf(clock).truth();
        google = new OAuthFace(OAuthRules.STEADY, clock, FaultPlan.none()).client(CLIENT, CLIENT_SECRET);
        analytics = AnalyticsFace.of(clock, google, AnalyticsProperty.of(PROPERTY, "VND", truth));
        mail = RestFace.of(new MailchimpService(() -> truth, Tokens.only(KEY)));
        write(home);
        workplace = Workplace.open(new Home(home), clock);
        web = WebServer.start(workplace, new WebSettings(0, Optional.empty(), false), chores, Optional.empty());
    }

    private void write(Path home) throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(
                home.resolve("config/nhip.yaml"),
                """
                workspace: shop
                name: "Cửa hàng Mẫu"
                zone: Asia/Ho_Chi_Minh
                currency: VND
                language: vi
                sync: {history-months: 1}
                accounts:
                # what people wrote stays
                """);
        Files.writeString(
                home.resolve("config/operator.yaml"),
                "sources: {google-analytics: {base: \"" + analytics.base() + "\"}, mailchimp: {base: \"" + mail.base()
                        + "\"}}\nproviders: {google: {base: \"" + google.base() + "\"}}\n");
    }

    /** Somebody who was invited and has come in. */
    Visitor visitor(String name, Role role) throws IOException, InterruptedException {
        Secret code = workplace.logins().invitations().invite(name, role);
        Visitor visitor = new Visitor(web);
        visitor.post("/welcome", Map.of("code", code.reveal(), "name", "", "password", Visitor.PASSWORD));
        return visitor;
    }

    String address(String path) {
        return web.address().resolve(path).toString();
    }

    /** Waits for what was being computed. */
    void chores() {
        CompletableFuture.runAsync(() -> {}, chores).join();
    }

    @Override
    public void close() {
        web.close();
        chores.shutdownNow();
        workplace.close();
        mail.close();
        analytics.close();
        google.close();
    }
}
