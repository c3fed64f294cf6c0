package vn.nhip.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the first visit to the first figures in a real browser, and back to them after the access was withdrawn. */
@SuppressWarnings("NullAway.Init") // opened before all tests
class ConnectScreenTest {

    @TempDir
    private static Path home;

    private static Chromium chromium;
    private static ConnectScene scene;
    private final List<String> violations = new ArrayList<>();

    @BeforeAll
    static void open() throws IOException {
        chromium = Chromium.start();
        scene = new ConnectScene(home);
    }

    @AfterAll
    static void close() {
        if (scene != null) {
            scene.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void aSourceIsConnectedByKeyAnotherByConsentAndAgainWhenItsAccessWasWithdrawn() throws IOException {
        try (BrowserContext context =
                chromium.browser().newContext(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE))) {
            Page page = context.newPage();
            comeIn(page);
            byKey(page);
            byConsent(page);
            again(page);
        }
        assertThat(violations).isEmpty();
        assertThat(Files.readString(home.resolve("config/nhip.yaml")))
                .contains("# what people wrote stays", "connection: mailchimp", "connection: google")
                .doesNotContain(ConnectScene.KEY, ConnectScene.CLIENT_SECRET);
    }

    private void comeIn(Page page) {
        page.navigate(scene.address("/welcome"));
        page.fill("input[name=code]", scene.web.firstCode().orElseThrow().reveal());
        page.fill("input[name=name]", "Mai");
        page.fill("input[name=password]", Visitor.PASSWORD);
        page.click("button.main");
        page.click("nav a[href='/connect']");
        look(page, "sources");
    }

    private void byKey(Page page) {
        page.click("a[href='/connect/mailchimp']");
        look(page, "source-key");
        page.fill("input[name=token]", "wrong-us6");
        page.click("button.main");
        page.waitForSelector("[role=alert]");
        look(page, "refused");
        assertThat(page.locator("[role=alert]").innerText()).contains("Mailchimp không nhận khóa");
        assertThat(scene.workplace.connecting().list()).isEmpty();
        page.click("a.go");
        page.fill("input[name=token]", ConnectScene.KEY);
        page.click("button.main");
        page.waitForSelector("form[action$='/start']");
        look(page, "review-key");
        assertThat(page.locator("main tbody tr").count()).isEqualTo(5);
        assertThat(page.locator("main tbody tr").first().innerText()).contains("Chiến dịch e-mail", "người mở");
        page.click("button.main");
        page.waitForSelector("a.go");
        look(page, "done-key");
        assertThat(page.locator(".standing").innerText()).isEqualTo("Tốt");
        page.navigate(scene.address("/?cadence=week"));
        assertThat(page.locator("article.card", new Page.LocatorOptions().setHasText("mở e"))
                        .locator(".value")
                        .innerText())
                .contains("%");
        assertThat(page.content()).doesNotContain(ConnectScene.KEY);
    }

    private void byConsent(Page page) {
        page.navigate(scene.address("/connect/google-analytics"));
        look(page, "source-consent");
        page.fill("input[name=client-id]", ConnectScene.CLIENT);
        page.fill("input[name=client-secret]", ConnectScene.CLIENT_SECRET);
        page.locator("form", new Page.LocatorOptions().setHas(page.locator("input[name=client-id]")))
                .locator("button.main")
                .click();
        page.waitForSelector("form[action$='/accounts']");
        assertThat(page.url()).doesNotContain("code=", "state=");
        look(page, "accounts");
        page.fill("input[name='setting.property']", ConnectScene.PROPERTY);
        page.click("main button.main");
        page.waitForSelector("form[action$='/start']");
        look(page, "review-consent");
        page.click("main button.main");
        page.waitForSelector("a.go[href='/']");
        scene.now.updateAndGet(at -> at.plusSeconds(10));
        page.click("a.go");
        assertThat(page.locator("article.card", new Page.LocatorOptions().setHasText("Lưu lượng"))
                        .locator(".value")
                        .innerText())
                .matches("[\\d.]+");
    }

    private void again(Page page) {
        scene.google.withdrawAll();
        page.navigate(scene.address("/sync"));
        page.click(".page-head button.main");
        page.waitForSelector("tr.error button");
        look(page, "ended");
        assertThat(page.locator("tr.error").innerText()).contains("Kết nối google không còn dùng được");
        page.click("tr.error button");
        page.waitForSelector("a.go[href='/']");
        assertThat(scene.workplace
                        .connecting()
                        .find("google")
                        .orElseThrow()
                        .standing()
                        .state())
                .isEqualTo(vn.nhip.connection.Connection.State.OK);
        assertThat(scene.workplace.logins().audit().last(20))
                .extracting(deed -> deed.what())
                .contains("connect", "add-account", "reconnect");
    }

    /** Every step in both themes; with a folder named, also as a picture for people. */
    private void look(Page page, String name) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            String found = violations(page, scheme == ColorScheme.DARK ? "{runOnly: ['color-contrast']}" : "{}");
            if (!found.equals("[]")) {
                violations.add(name + " " + scheme + " " + found);
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        String folder = System.getProperty("nhip.pictures", "");
        if (!folder.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder, name + ".png"))
                    .setFullPage(true));
        }
    }

    private static String violations(Page page, String rules) {
        try {
            return ScreenTest.violations(page, rules);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
