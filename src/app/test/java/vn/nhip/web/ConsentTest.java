package vn.nhip.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.login.Role;
import vn.nhip.spi.Secret;

/** What a vendor's answer in the browser is good for: once, soon, for who asked, from whom it was asked. */
@SuppressWarnings("NullAway.Init") // opened before all tests
class ConsentTest {

    private static final Pattern STATE = Pattern.compile("[?&;]state=([^&\"]+)");
    private static final String ANOTHER_PROVIDER = "intuit";

    @TempDir
    private static Path home;

    private static ConnectScene scene;
    private static Visitor editor;
    private static Visitor other;

    @BeforeAll
    static void open() throws Exception {
        scene = new ConnectScene(home);
        editor = scene.visitor("editor", Role.EDITOR);
        other = scene.visitor("other", Role.EDITOR);
    }

    @AfterAll
    static void close() {
        scene.close();
    }

    @Test
    void anAnswerIsTakenOnce() throws Exception {
        String state = asked();
        assertThat(answer(editor, "google", state).statusCode()).isEqualTo(302);
        refused(answer(editor, "google", state));
    }

    @Test
    void anAnswerInAnotherSessionIsRefusedAndSpendsTheQuestion() throws Exception {
        String state = asked();
        refused(answer(other, "google", state));
        refused(answer(editor, "google", state));
    }

    @Test
    void anAnswerOnAnotherProvidersPathIsRefused() throws Exception {
        refused(answer(editor, ANOTHER_PROVIDER, asked()));
    }

    @Test
    void anAnswerAfterTenMinutesIsRefused() throws Exception {
        String state = asked();
        scene.now.updateAndGet(at -> at.plus(Duration.ofMinutes(11)));
        refused(answer(editor, "google", state));
    }

    @Test
    void whatNobodyAskedForOrNobodyAgreedToConnectsNothing() throws Exception {
        refused(answer(editor, "google", "made-up"));
        refused(editor.get("/callback/google?error=access_denied&state=" + asked()));
        refused(editor.get("/callback/google"));
        assertThat(scene.workplace.connecting().find("denied")).isEmpty();
    }

    @Test
    void anAnswerWithoutLoginLeavesItsCodeNowhere() throws Exception {
        HttpResponse<String> turned = answer(new Visitor(scene.web), "google", asked());
        assertThat(turned.statusCode()).isEqualTo(302);
        assertThat(turned.headers().firstValue("Location").orElseThrow()).endsWith("/login?next=%2Fconnect");
    }

    @Test
    void whatIsSecretIsOnNoPageAndTheRedirectAddressIsOurs() throws Exception {
        HttpResponse<String> page = begun();
        assertThat(page.body())
                .contains("redirect_uri=http%3A%2F%2F127.0.0.1%3A", "code_challenge_method=S256")
                .doesNotContain(ConnectScene.CLIENT_SECRET);
        assertThat(other.get(page.uri().getPath()).statusCode()).isEqualTo(404);
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("code-of-nobody");
    }

    private static HttpResponse<String> answer(Visitor visitor, String provider, String state) throws Exception {
        return visitor.get("/callback/" + provider + "?code=code-of-nobody&state=" + state);
    }

    private static HttpResponse<String> begun() throws Exception {
        String form = scene.workplace
                .logins()
                .sessions()
                .find(Secret.of(editor.session()))
                .orElseThrow()
                .formToken();
        HttpResponse<String> began = editor.post(
                "/connect/google-analytics",
                Map.of(
                        "form",
                        form,
                        "way",
                        "oauth-code",
                        "client-id",
                        ConnectScene.CLIENT,
                        "client-secret",
                        ConnectScene.CLIENT_SECRET));
        assertThat(began.statusCode()).as(began.body()).isEqualTo(302);
        return editor.get(began.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", ""));
    }

    private static String asked() throws Exception {
        Matcher state = STATE.matcher(begun().body());
        assertThat(state.find()).isTrue();
        return URLDecoder.decode(state.group(1), StandardCharsets.UTF_8);
    }
}
