package vn.nhip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.ads.googleads.v23.errors.AuthorizationErrorEnum.AuthorizationError;
import io.grpc.Status;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.app.Home;
import vn.nhip.sandbox.face.FaultPlan;
import vn.nhip.sandbox.face.ads.AdsRefusal;
import vn.nhip.sandbox.face.graph.GraphAnswer;
import vn.nhip.sandbox.face.graph.GraphFaults;
import vn.nhip.sandbox.face.grpc.GrpcFault;

/**
 * Every secret that can be given is a canary, the sources repeat them in their errors, everything is logged: then nothing
 * that is printed, logged, stored, landed or exported holds one of them.
 */
class CanaryTest {

    private static final String CLIENT_SECRET = "client-secret-canary-5e1d";
    private static final String DEVELOPER_TOKEN = "developer-token-canary-77aa";
    private static final String MAIL_PASSWORD = "mail-password-canary-03bf";
    private static final String WEBHOOK = "webhook-token-canary-c2d9";

    /** The tokens that the login on loopback makes up. */
    private static final Pattern MADE_UP =
            Pattern.compile("(?:access|refresh)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    @TempDir
    Path folder;

    @Test
    void noSecretLeavesItsPlaceWhateverGoesWrong() throws Exception {
        Home home = new Home(folder.resolve("home"));
        Remains remains = new Remains();
        try (Vendors vendors = new Vendors(Clock.systemUTC());
                LoopbackPlatform platform = new LoopbackPlatform(CLIENT_SECRET, DEVELOPER_TOKEN)) {
            configure(home.folder(), vendors, platform);
            connect(home.folder(), vendors, remains);
            assertKept(secrets(vendors), Remains.secrets(home));
            stumbleWithEchoes(vendors);
            assertThat(run(home.folder(), remains, "sync"))
                    .as("the first reading")
                    .isZero();
            assertThat(vendors.ads.server().calls()).hasSizeGreaterThan(5);
            assertThat(run(home.folder(), remains, "export", "--format", "xlsx"))
                    .isZero();
            assertThat(run(home.folder(), remains, "export", "--format", "csv")).isZero();
            breakWithEchoes(vendors, platform);
            assertThat(run(home.folder(), remains, "check")).isEqualTo(ExitCode.FAILED);
            assertThat(run(home.folder(), remains, "sync")).isEqualTo(ExitCode.FAILED);
            everythingElse(home.folder(), remains);
            remains.files(home).sealed(home);
            assertThat(remains.texts().keySet())
                    .filteredOn(place -> place.startsWith("page "))
                    .hasSizeGreaterThan(5);
            assertThat(remains.texts().values()).as("a landed report").anyMatch(text -> text.contains("impressions"));
            assertThat(remains.texts().values()).as("the sources said no").anyMatch(text -> text.contains("no access"));
            assertNoneOf(secrets(vendors), remains.texts());
        }
    }

    private void everythingElse(Path home, Remains remains) throws Exception {
        for (String[] command : new String[][] {
            {"accounts"},
            {"notices", "--test"},
            {"notices"},
            {"runs", "--json"},
            {"connect", "--list"},
            {"quarantine", "list"},
            {"doctor"},
            {"keys", "rotate"},
            {"connect", "--remove", "loopback"},
            {"connect", "--remove", "meta"},
            {"connect", "--remove", "ads"}
        }) {
            run(home, remains, command);
        }
    }

    /** The search finds what is there: each of them lies in the one place for it. */
    private static void assertKept(List<String> secrets, Map<String, String> kept) {
        secrets.forEach(secret -> assertThat(hits(secret, kept)).as(secret).isNotEmpty());
        assertThat(kept.values()).anyMatch(text -> MADE_UP.matcher(text).find());
    }

    private static List<String> secrets(Vendors vendors) {
        return List.of(
                vendors.metaToken,
                vendors.appSecret,
                vendors.developerToken,
                vendors.clientSecret,
                vendors.privateKey().substring(100, 160),
                CLIENT_SECRET,
                DEVELOPER_TOKEN,
                MAIL_PASSWORD,
                WEBHOOK);
    }

    private static void assertNoneOf(List<String> secrets, Map<String, String> texts) {
        for (String secret : secrets) {
            for (String form : forms(secret)) {
                assertThat(hits(form, texts)).as("where '%s' stands", form).isEmpty();
            }
        }
        texts.forEach(
                (place, text) -> assertThat(MADE_UP.matcher(text).results().map(found -> found.group()))
                        .as(place)
                        .isEmpty());
    }

    private static List<String> hits(String secret, Map<String, String> texts) {
        return texts.entrySet().stream()
                .filter(text -> text.getValue().contains(secret))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return List.of(
                secret,
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                new String(secret.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1),
                Base64.getEncoder().withoutPadding().encodeToString(bytes));
    }

    private void configure(Path home, Vendors vendors, LoopbackPlatform platform) throws IOException {
        platform.operate(home);
        Path operator = home.resolve("config/operator.yaml");
        String loopback = Files.readString(operator);
        Files.writeString(
                operator,
                loopback.replaceFirst("sources: \\{", "sources: {" + vendors.sources() + ", ")
                                .replaceFirst("providers: \\{", "providers: {" + vendors.providers() + ", ")
                        + "mail: {host: 127.0.0.1, port: 9, from: nhip@shop.example, user: nhip}\n");
        NhipRun.nhip(home, "init", "--yes", "--name", "Shop", "--language", "en")
                .done();
        Path config = home.resolve("config/nhip.yaml");
        Files.writeString(
                config,
                Files.readString(config)
                        .replace(
                                "#notices: {mail: [\"marketing@shop.example\"], webhook: false}",
                                "notices: {mail:" + " [marketing@shop.example], webhook: true}")
                        .replace("history-months: 25", "history-months: 1")
                        .replace(
                                "\naccounts:\n",
                                "\naccounts:\n  site: {connector: google-analytics, connection:"
                                        + " google, settings: {property: \"" + Vendors.PROPERTY + "\"}}\n"));
    }

    private void connect(Path home, Vendors vendors, Remains remains) throws Exception {
        run(home, remains, "connect", "google-analytics", "--service-account", file(vendors.keyFile()));
        run(
                home,
                remains,
                "connect",
                "meta-ads",
                "--token-file",
                file(vendors.metaToken),
                "--secret-file",
                "app-secret=" + file(vendors.appSecret));
        run(home, remains, "connect", "mail", "--token-file", file(MAIL_PASSWORD));
        run(home, remains, "connect", "webhook", "--token-file", file("https://127.0.0.1/hooks/" + WEBHOOK));
        logIn(home, vendors, remains);
        run(home, remains, "accounts", "add", "ads", Vendors.CUSTOMER);
        run(home, remains, "accounts", "add", "meta", Vendors.AD_ACCOUNT);
        run(home, remains, "accounts", "add", "loopback", "11");
        assertThat(run(home, remains, "check")).isZero();
    }

    private void logIn(Path home, Vendors vendors, Remains remains) throws Exception {
        NhipRun login = Browser.connect(
                home,
                asked -> asked,
                "loopback-ads",
                "--client-id",
                LoopbackPlatform.CLIENT,
                "--client-secret-file",
                file(CLIENT_SECRET),
                "--secret-file",
                "developer-token=" + file(DEVELOPER_TOKEN));
        remains.texts().put("login", login.done().out() + login.err());
        NhipRun ads = Browser.connect(
                home,
                asked -> asked,
                "google-ads",
                "--name",
                "ads",
                "--client-id",
                Vendors.CLIENT,
                "--client-secret-file",
                file(vendors.clientSecret),
                "--secret-file",
                "developer-token=" + file(vendors.developerToken));
        remains.texts().put("login to ads", ads.done().out() + ads.err());
    }

    /** Now and then a call fails, in words that repeat what was sent: less often than one call is tried. */
    private static void stumbleWithEchoes(Vendors vendors) {
        vendors.ads
                .server()
                .fail(nowAndThen(List.of(
                        GrpcFault.Refused.with(Status.Code.UNAVAILABLE, "no " + vendors.developerToken),
                        GrpcFault.Refused.with(Status.Code.INTERNAL, "no " + vendors.clientSecret))));
        GraphAnswer down = GraphAnswer.error(503, 2, 0, "down " + vendors.metaToken + " " + vendors.appSecret);
        vendors.graph.faults(GraphFaults.of(nowAndThen(List.of(down, down))));
    }

    /** These faults, one at every third call, and none after them. */
    private static <F> FaultPlan<F> nowAndThen(List<F> faults) {
        Queue<F> left = new ConcurrentLinkedQueue<>(faults);
        AtomicInteger calls = new AtomicInteger();
        return call -> calls.getAndIncrement() % 3 == 1 ? Optional.ofNullable(left.poll()) : Optional.empty();
    }

    /** From now on the sources refuse, and repeat in their words what they were sent. */
    private static void breakWithEchoes(Vendors vendors, LoopbackPlatform platform) {
        platform.withdrawAfter(platform.reports() + 1);
        String token = vendors.analytics.server().calls().get(0).headers().getOrDefault("authorization", "");
        assertThat(token).containsPattern(MADE_UP);
        vendors.analytics
                .server()
                .fail(FaultPlan.always(
                        GrpcFault.Refused.with(Status.Code.PERMISSION_DENIED, token + " may not see it")));
        Map<String, String> sent = vendors.ads.server().calls().get(0).headers();
        assertThat(sent.get("developer-token")).isEqualTo(vendors.developerToken);
        String echo = sent.get("authorization") + " with " + vendors.developerToken + " may not see "
                + sent.get("login-customer-id");
        vendors.ads
                .server()
                .fail(FaultPlan.always(AdsRefusal.of(AuthorizationError.USER_PERMISSION_DENIED, echo)
                        .fault()));
        vendors.graph.faults(GraphFaults.of(FaultPlan.always(GraphAnswer.error(
                400, 190, 463, "Error validating access token: " + vendors.metaToken + " with " + vendors.appSecret))));
    }

    /** Runs the program as a process of its own, with everything logged, and keeps all that it prints. */
    private int run(Path home, Remains remains, String... arguments) throws IOException, InterruptedException {
        Path logging = Files.writeString(
                folder.resolve("logging.xml"),
                "<configuration><appender name='ERR' class='ch.qos.logback.core.ConsoleAppender'>"
                        + "<target>System.err</target><encoder><pattern>%logger %msg%n</pattern></encoder></appender>"
                        + "<root level='DEBUG'><appender-ref ref='ERR'/></root></configuration>");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dlogback.configurationFile=" + logging,
                "-Dnhip.install=" + System.getProperty("nhip.root"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(Arrays.asList(arguments));
        Path printed = Files.createTempFile(folder, "printed", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed.toFile());
        builder.environment().put("NHIP_HOME", home.toString());
        Process process = builder.start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES))
                .as(String.join(" ", arguments))
                .isTrue();
        remains.texts().put("printed by " + String.join(" ", arguments) + " " + printed, Files.readString(printed));
        return process.exitValue();
    }

    private String file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "secret", ".txt"), content + "\n")
                .toString();
    }
}
