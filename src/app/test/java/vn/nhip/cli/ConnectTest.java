package vn.nhip.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhip.cli.NhipRun.nhip;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From nothing to figures through a source that wants a credential, and what happens when the credential dies. */
@SuppressWarnings("NullAway.Init") // set before each test
class ConnectTest {

    @TempDir
    Path folder;

    private Path home;
    private LoopbackPlatform platform;

    @BeforeEach
    void open() throws IOException {
        home = folder.resolve("home");
        platform = new LoopbackPlatform("client-secret-1", "developer-1").pasted("pasted-1");
        platform.operate(home);
        nhip(home, "init", "--yes", "--name", "Shop", "--language", "en").done();
    }

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void aSourceIsConnectedInTheBrowserListedAddedCheckedAndRead() throws Exception {
        NhipRun connected = inTheBrowser().done();
        assertThat(connected.out()).contains("Connection loopback to loopback is ready");
        assertThat(nhip(home, "connect", "--list").done().out()).contains("loopback", "oauth-code", "works");

        assertThat(nhip(home, "accounts", "loopback").done().out())
                .contains("loopback-ads  1 ", "  11", "Cửa hàng Mẫu", "cancelled", "a manager", "USD");
        assertThat(nhip(home, "accounts", "add", "loopback", "--all").done().out())
                .contains("cua-hang-mau added")
                .doesNotContain("old-shop");
        assertThat(nhip(home, "accounts", "loopback-ads").done().out()).contains("in nhip.yaml as cua-hang-mau");
        assertThat(Files.readString(home.resolve("config/nhip.yaml"))).contains("connection: loopback");

        assertThat(nhip(home, "check").done().out()).contains("cua-hang-mau: answers");
        nhip(home, "sync").done();
        assertThat(platform.reports()).as("ten days, and one for the check").isEqualTo(11);
        assertThat(nhip(home, "accounts", "add", "loopback", "99").err()).contains("does not reach 99");
    }

    @Test
    void aKeyFileOrATokenConnectsToo() throws IOException {
        nhip(home, "connect", "loopback-ads", "--token-file", file("pasted-1"), "--secret-file", developer())
                .done();
        nhip(home, "accounts", "add", "loopback", "11").done();
        nhip(home, "check", "cua-hang-mau").done();

        NhipRun wrong = nhip(
                home,
                "connect",
                "loopback-ads",
                "--service-account",
                file("not a key"),
                "--secret-file",
                developer(),
                "--name",
                "robot");
        assertThat(wrong.code()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(wrong.err()).contains("key file of a service account").doesNotContain("not a key");
        assertThat(nhip(home, "connect", "--list").out()).doesNotContain("robot");
    }

    @Test
    void aNoInTheBrowserConnectsNothing() throws Exception {
        NhipRun refused = Browser.connect(
                home, asked -> URI.create(redirect(asked) + "?error=access_denied&state=" + state(asked)), arguments());
        assertThat(refused.code()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.err()).contains("The consent was not given (access_denied)");
        assertThat(nhip(home, "connect", "--list").out()).contains("No connections yet");
    }

    @Test
    void aMadeUpAnswerIsTurnedAwayAndTheRightOneStillTaken() throws Exception {
        NhipRun connected = Browser.connect(home, this::attackFirst, arguments());
        assertThat(connected.done().out()).contains("is ready");
    }

    @Test
    void a02WhenTheConsentIsWithdrawnInTheMiddleTheRunEndsAtOnceAndWhatWasReadIsKept() throws Exception {
        inTheBrowser().done();
        nhip(home, "accounts", "add", "loopback", "11").done();
        platform.withdrawAfter(6);
        NhipRun sync = nhip(home, "sync");
        assertThat(sync.code()).isEqualTo(ExitCode.FAILED);
        assertThat(sync.out() + sync.err()).contains("no longer works", "nhip connect");
        assertThat(platform.reports()).isEqualTo(6);
        assertThat(nhip(home, "connect", "--list").out()).contains("connect again: the consent was withdrawn");
        assertThat(nhip(home, "check").out()).contains("cua-hang-mau: no access");

        platform.withdrawAfter(Integer.MAX_VALUE);
        inTheBrowser().done();
        nhip(home, "sync").done();
        assertThat(platform.reports()).as("six pages were kept, four are new").isEqualTo(10);
    }

    @Test
    void a02APastedTokenThatTheSourceRefusesEndsItsConnectionOnly() throws Exception {
        nhip(home, "connect", "loopback-ads", "--token-file", file("pasted-1"), "--secret-file", developer())
                .done();
        nhip(home, "accounts", "add", "loopback", "11").done();
        platform.withdrawAfter(3);
        assertThat(nhip(home, "sync").code()).isEqualTo(ExitCode.FAILED);
        assertThat(platform.reports()).isEqualTo(3);
        assertThat(nhip(home, "connect", "--list").out()).contains("connect again: the source refused the token");
    }

    @Test
    void aRemovedConnectionIsGivenBackAndForgotten() throws Exception {
        inTheBrowser().done();
        assertThat(nhip(home, "connect", "--remove", "loopback").done().out()).contains("the provider was told");
        assertThat(nhip(home, "connect", "--list").out()).contains("No connections yet");
        assertThat(nhip(home, "connect", "--remove", "loopback").code()).isEqualTo(ExitCode.USAGE);
    }

    private URI attackFirst(URI asked) {
        try {
            assertThat(Browser.open(URI.create(redirect(asked) + "?code=forged&state=forged"))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(Browser.open(URI.create(
                                    redirect(asked).replace("/loopback", "/google") + "?code=x&state=" + state(asked)))
                            .statusCode())
                    .isEqualTo(404);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return asked;
    }

    private NhipRun inTheBrowser() throws Exception {
        return Browser.connect(home, asked -> asked, arguments());
    }

    private String[] arguments() {
        try {
            return new String[] {
                "loopback-ads",
                "--client-id",
                LoopbackPlatform.CLIENT,
                "--client-secret-file",
                file("client-secret-1"),
                "--secret-file",
                developer()
            };
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String developer() throws IOException {
        return "developer-token=" + file("developer-1");
    }

    private String file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "secret", ".txt"), content + "\n")
                .toString();
    }

    private static String redirect(URI asked) {
        return field(asked, "redirect_uri");
    }

    private static String state(URI asked) {
        return field(asked, "state");
    }

    private static String field(URI asked, String name) {
        return java.util.Arrays.stream(asked.getQuery().split("&", -1))
                .filter(part -> part.startsWith(name + "="))
                .map(part -> part.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }
}
