package vn.nhip.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.login.Role;
import vn.nhip.spi.Secret;

/** Who may do what on the screen, and what is refused to everybody. */
@SuppressWarnings("NullAway.Init") // opened before all tests
class AccessTest {

    @TempDir
    private static Path home;

    private static Scene scene;
    private static final Map<Role, Visitor> VISITORS = new EnumMap<>(Role.class);

    @BeforeAll
    static void open() throws Exception {
        scene = Scene.open(home, new WebSettings(0, Optional.empty(), false));
        Visitor first = new Visitor(scene);
        String code = scene.web.firstCode().orElseThrow().reveal();
        assertThat(first.post("/welcome", Map.of("code", code, "name", "Mai", "password", Visitor.PASSWORD))
                        .statusCode())
                .isEqualTo(302);
        VISITORS.put(Role.ADMIN, first);
        VISITORS.put(Role.EDITOR, Visitor.invited(scene, Role.EDITOR));
        VISITORS.put(Role.VIEWER, Visitor.invited(scene, Role.VIEWER));
    }

    @AfterAll
    static void close() {
        scene.close();
    }

    /** Deeds are tried with fields that change nothing, so that the order of the table does not matter. */
    @Test
    void everyRouteRefusesWhomItShould() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        for (Route route : scene.web.routes()) {
            if (route.needs() == Needs.ADDRESS
                    || route.path().equals("/logout")
                    || route.path().equals("/exports/file")) {
                continue;
            }
            Optional<Role> needed = route.needs().role();
            softly.assertThat(allowed(new Visitor(scene), route, "none"))
                    .as("nobody %s %s", route.method(), route.path())
                    .isEqualTo(needed.isEmpty());
            for (Role role : Role.values()) {
                Visitor visitor = visitor(role);
                softly.assertThat(allowed(visitor, route, form(visitor, route)))
                        .as("%s %s %s", role, route.method(), route.path())
                        .isEqualTo(needed.isEmpty() || role.may(needed.get()));
            }
        }
        softly.assertAll();
        assertThat(scene.web.routes()).hasSizeGreaterThan(25);
    }

    private static String form(Visitor visitor, Route route) throws Exception {
        return route.method().name().equals("POST") ? token(visitor) : "";
    }

    /** A viewer has no form of its own on any page; its token is that of its session all the same. */
    private static String token(Visitor visitor) {
        return scene.workplace
                .logins()
                .sessions()
                .find(Secret.of(visitor.session()))
                .orElseThrow()
                .formToken();
    }

    /** The address with something in place of its names. */
    private static String filled(Route route) {
        return route.path()
                .replace("{kpi}", "sales")
                .replace("{incident}", "1")
                .replace("{month}", "2026-10")
                .replace("{period}", Scene.LAST_DAY.toString())
                .replace("{export}", "1")
                .replace("{version}/{name}", "x/nhip.css")
                .replace("{connector}", "mailchimp")
                .replace("{draft}", "no-such")
                .replace("{provider}", "google");
    }

    private static boolean allowed(Visitor visitor, Route route, String form) throws Exception {
        String path = filled(route);
        HttpResponse<String> answer = route.method().name().equals("GET")
                ? visitor.get(path)
                : visitor.post(
                        path, Map.of("form", form, "account", "no-such", "user", "999", "role", "viewer", "name", ""));
        boolean toLogin = answer.statusCode() == 302
                && answer.headers().firstValue("Location").orElse("").contains("/login?next=");
        boolean refused = toLogin || Set.of(401, 403).contains(answer.statusCode());
        return !refused || (route.needs() == Needs.NOTHING && !answer.body().contains("403"));
    }

    @Test
    void aFormOnAnotherSiteReachesTheInboxByItsSecretAddressAndNothingElse() throws Exception {
        String address = scene.workplace.inboxes().doors().get(0).path();
        Visitor stranger = new Visitor(scene);
        HttpResponse<String> sent = stranger.post(address, Map.of("phone", "0901234567"), "https://shop.example");
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Location")).contains("https://shop.example/thanks");
        assertThat(sent.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(scene.workplace.inboxes().doors().get(0).standing()).isPresent();
        HttpResponse<String> guess = stranger.post("/in/guess", Map.of("phone", "1"), "https://shop.example");
        assertThat(guess.statusCode()).isEqualTo(404);
    }

    @Test
    void aDeedWithoutItsFormTokenIsRefused() throws Exception {
        Visitor admin = visitor(Role.ADMIN);
        for (Route route : scene.web.routes()) {
            if (route.method().name().equals("POST") && route.needs().role().isPresent()) {
                assertThat(admin.post(filled(route), Map.of("role", "viewer")).statusCode())
                        .as(route.path())
                        .isEqualTo(403);
                assertThat(admin.post(filled(route), Map.of("form", token(visitor(Role.EDITOR)), "role", "viewer"))
                                .statusCode())
                        .as("with another one's token " + route.path())
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void aFormThatIsSentFromElsewhereIsRefusedEvenWithItsToken() throws Exception {
        Visitor admin = visitor(Role.ADMIN);
        Map<String, String> fields = Map.of("form", token(admin), "account", "no-such");
        assertThat(admin.post("/sync", fields, "https://evil.example").statusCode())
                .isEqualTo(403);
        assertThat(admin.post("/sync", fields, "null").statusCode()).isEqualTo(403);
        assertThat(admin.post("/sync", fields, "").statusCode()).isEqualTo(403);
        assertThat(admin.post("/login", Map.of("name", "mai", "password", Visitor.PASSWORD), "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.post("/sync", fields).statusCode()).isEqualTo(404);
    }

    @Test
    void aSessionIsMadeAnewAtLoginAndWorthNothingAfterLogout() throws Exception {
        Visitor visitor = new Visitor(scene);
        java.net.HttpCookie planted = new java.net.HttpCookie("nhip-" + scene.port(), "planted-by-somebody-else");
        planted.setPath("/");
        planted.setDomain("127.0.0.1");
        planted.setVersion(0);
        visitor.cookies.getCookieStore().add(URI.create(scene.address("/")), planted);
        assertThat(visitor.post("/login", Map.of("name", "viewer", "password", Visitor.PASSWORD))
                        .statusCode())
                .isEqualTo(302);
        String first = visitor.session();
        assertThat(first).isNotEqualTo("planted-by-somebody-else");
        visitor.post("/login", Map.of("name", "viewer", "password", Visitor.PASSWORD));
        assertThat(visitor.session()).isNotEqualTo(first);
        assertThat(scene.workplace.logins().sessions().find(Secret.of(first))).isEmpty();
        String last = visitor.session();
        visitor.post("/logout", Map.of());
        assertThat(scene.workplace.logins().sessions().find(Secret.of(last))).isEmpty();
    }

    @Test
    void theSessionCookieIsForThisSiteAndNotForScripts() throws Exception {
        HttpResponse<String> came =
                new Visitor(scene).post("/login", Map.of("name", "viewer", "password", Visitor.PASSWORD));
        assertThat(came.headers().firstValue("Set-Cookie").orElse(""))
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/");
    }

    @Test
    void theFirstCodeIsSpent() throws Exception {
        String code = scene.web.firstCode().orElseThrow().reveal();
        assertThat(new Visitor(scene)
                        .post("/welcome", Map.of("code", code, "name", "eve", "password", Visitor.PASSWORD))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void afterLoginNobodyIsSentElsewhere() throws Exception {
        for (String next : List.of(
                "//evil.example",
                "https://evil.example",
                "/\\evil.example",
                "javascript:alert(1)",
                "/%0d%0aX: y",
                "")) {
            HttpResponse<String> came = new Visitor(scene)
                    .post("/login", Map.of("name", "viewer", "password", Visitor.PASSWORD, "next", next));
            assertThat(URI.create(came.headers().firstValue("Location").orElseThrow())
                            .getHost())
                    .as(next)
                    .isIn(null, "127.0.0.1");
        }
        assertThat(new Visitor(scene)
                        .post("/login", Map.of("name", "viewer", "password", Visitor.PASSWORD, "next", "/kpi/sales"))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/kpi/sales");
    }

    @Test
    void aRequestByAnotherNameIsTurnedAway() throws Exception {
        assertThat(raw("GET /login HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421")
                .doesNotContain("evil.example");
        assertThat(raw("GET /login HTTP/1.1\r\nHost: 127.0.0.1:" + scene.port()
                        + "\r\nX-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200")
                .doesNotContain("evil.example");
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), scene.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void everyAnswerCarriesTheHeadersErrorsToo() throws Exception {
        for (String path :
                List.of("/", "/login", "/no-such", "/kpi/no-such", "/people", "/livez", "/api/v1/accounts")) {
            for (Visitor visitor : List.of(new Visitor(scene), visitor(Role.VIEWER))) {
                HttpResponse<String> answer = visitor.get(path);
                assertThat(answer.headers().firstValue("Content-Security-Policy"))
                        .as(path)
                        .contains(SecurityHeaders.POLICY);
                assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                        .contains("nosniff");
                assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
                assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
                assertThat(answer.headers().firstValue("Server")).isEmpty();
                assertThat(answer.body()).doesNotContain("vn.nhip.", "Exception", "SELECT ");
            }
        }
    }

    @Test
    void afterSomeWrongPasswordsEvenTheRightOneHasToWait() throws Exception {
        Visitor visitor = new Visitor(scene);
        int refused = 0;
        for (int i = 0; i < 12; i++) {
            refused += visitor.post("/login", Map.of("name", "unlucky", "password", "wrong " + i))
                                    .statusCode()
                            == 401
                    ? 1
                    : 0;
        }
        assertThat(refused).isEqualTo(5);
        assertThat(visitor.post("/login", Map.of("name", "unlucky", "password", "x"))
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    void onlyAdminsSeeWhatStoodInRawRecords() throws Exception {
        String lineage = "/kpi/sales/" + Scene.LAST_DAY;
        assertThat(visitor(Role.ADMIN).get(lineage).body()).contains("<pre");
        for (Role role : List.of(Role.VIEWER, Role.EDITOR)) {
            assertThat(visitor(role).get(lineage).body()).doesNotContain("<pre").contains("sha256");
            assertThat(visitor(role)
                            .get("/api/v1/explain/sales/" + Scene.LAST_DAY)
                            .body())
                    .contains("sha256")
                    .doesNotContain("excerpt");
        }
        for (Role role : Role.values()) {
            assertThat(visitor(role).get("/sync").body()).doesNotContain("secret.person");
            assertThat(visitor(role).get(lineage).body()).doesNotContain("buyer0@");
        }
    }

    @Test
    void theApiAndTheScreenShowTheValuesOfTheWorkplace() throws Exception {
        JsonNode values = new ObjectMapper()
                .readTree(visitor(Role.VIEWER)
                        .get("/api/v1/values?kpi=sales&from=2026-11-22&to=2026-11-22")
                        .body());
        assertThat(values.get(0).get("value").asText()).isEqualTo("300000");
        assertThat(visitor(Role.VIEWER).get("/").body()).contains("300.000\u00A0₫");
        assertThat(visitor(Role.VIEWER).get("/kpi/sales/2026-11-22").body()).contains("300.000\u00A0₫");
    }

    @Test
    void aWeekOfADailyKpiIsComparedWithTheWeekBefore() throws Exception {
        String page = visitor(Role.VIEWER).get("/kpi/sales?grain=week").body();
        assertThat(page).contains("so với tuần trước").doesNotContain("cùng thứ");
    }

    @Test
    void theDescriptionOfTheApiNamesItsRoutesAndNoOthers() throws Exception {
        JsonNode paths = new ObjectMapper()
                .readTree(new Visitor(scene).get("/api/v1/openapi.json").body())
                .get("paths");
        Set<String> described = new TreeSet<>();
        paths.fieldNames().forEachRemaining(path -> described.add("GET " + path));
        Set<String> served = scene.web.routes().stream()
                .filter(route -> route.path().startsWith(Api.PREFIX))
                .map(route -> route.method() + " " + route.path())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described).isEqualTo(served);
        Map<String, String> schemas = new HashMap<>(Map.of("/api/v1/kpis", "Kpi", "/api/v1/accounts", "Account"));
        schemas.put("/api/v1/values?kpi=sales", "Value");
        JsonNode description = new ObjectMapper()
                .readTree(new Visitor(scene).get("/api/v1/openapi.json").body());
        for (Map.Entry<String, String> entry : schemas.entrySet()) {
            JsonNode first = new ObjectMapper()
                    .readTree(visitor(Role.VIEWER).get(entry.getKey()).body())
                    .get(0);
            assertThat(names(first))
                    .as(entry.getValue())
                    .isEqualTo(names(description.at("/components/schemas/" + entry.getValue() + "/properties")));
        }
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void theProbesAnswerWithoutLoginAndNameNoFigure() throws Exception {
        Visitor machine = new Visitor(scene);
        assertThat(machine.get("/livez").body()).isEqualTo("ok");
        assertThat(machine.get("/readyz").body()).isEqualTo("ok");
        assertThat(machine.get("/metrics").body())
                .contains("nhip_accounts 4.0", "nhip_records_held_back", "nhip_http_requests_seconds_count")
                .doesNotContain("300000");
    }

    @Test
    void theWorkbookIsDownloadedInTheLanguageThatIsAskedFor() throws Exception {
        Visitor viewer = visitor(Role.VIEWER);
        HttpResponse<String> csv = viewer.get("/exports/file?format=csv&language=en&from=2026-11-22&to=2026-11-22");
        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.headers().firstValue("Content-Disposition").orElse(""))
                .isEqualTo("attachment; filename=\"kpi_shop_2026-11-23.csv\"");
        assertThat(csv.body()).contains("300000").doesNotContain("2026-11-21");
        assertThat(viewer.get("/exports/file?format=exe").statusCode()).isEqualTo(400);
        assertThat(viewer.get("/exports/file?from=2026-11-23&to=2026-11-01").statusCode())
                .isEqualTo(400);
    }

    private static Visitor visitor(Role role) {
        return java.util.Objects.requireNonNull(VISITORS.get(role));
    }
}
