package vn.nhip.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The screen in a real browser, shown to somebody whose every name is an attack. */
@SuppressWarnings("NullAway.Init") // opened before all tests
class ScreenTest {

    private static final String WITHOUT_LOGIN = "/login";

    @TempDir
    private static Path home;

    private static Chromium chromium;
    private static Scene scene;
    private static String cookies;

    @BeforeAll
    static void open() throws IOException {
        chromium = Chromium.start();
        scene = Scene.open(home, new WebSettings(0, Optional.empty(), false));
        try (BrowserContext context = chromium.browser().newContext()) {
            firstVisit(context.newPage());
            cookies = context.storageState();
        }
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

    private static void firstVisit(Page page) {
        page.navigate(scene.address("/"));
        assertThat(page.url()).contains("/login");
        page.getByText("Tôi có mã mời").click();
        page.fill("input[name=code]", scene.web.firstCode().orElseThrow().reveal());
        page.fill("input[name=name]", "Mai");
        page.fill("input[name=password]", "mật khẩu");
        page.evaluate("document.querySelector('input[name=password]').removeAttribute('minlength')");
        page.click("button.main");
        assertThat(page.locator("[role=alert]").textContent()).contains("ít nhất 12");
        page.fill("input[name=code]", scene.web.firstCode().orElseThrow().reveal());
        page.fill("input[name=password]", Visitor.PASSWORD);
        page.click("button.main");
        assertThat(page.locator("h1").textContent()).isEqualTo("Hằng ngày");
    }

    private static BrowserContext context(ColorScheme scheme, String language) {
        BrowserContext context = chromium.browser()
                .newContext(
                        new Browser.NewContextOptions().setStorageState(cookies).setColorScheme(scheme));
        context.addCookies(List.of(new com.microsoft.playwright.options.Cookie("nhip-language", language)
                .setUrl(scene.web.address().toString())));
        return context;
    }

    @Test
    void nothingThatASourceSaysIsRunOrSentAnywhere() {
        List<String> seen = new ArrayList<>();
        try (BrowserContext context = context(ColorScheme.LIGHT, "vi")) {
            Page page = context.newPage();
            page.onDialog(dialog -> {
                seen.add("dialog: " + dialog.message());
                dialog.dismiss();
            });
            page.onConsoleMessage(message -> seen.add(page.url() + " " + message.type() + ": " + message.text()));
            page.onPageError(error -> seen.add("error: " + error));
            page.onRequest(request -> {
                if (URI.create(request.url()).getPort() != scene.port()) {
                    seen.add("request: " + request.url());
                }
            });
            for (String path : scene.pages()) {
                Response answer = page.navigate(scene.address(path));
                assertThat(Objects.requireNonNull(answer).status()).as(path).isEqualTo(200);
                page.locator("summary").all().forEach(Locator::click);
            }
            page.navigate(scene.address("/sync"));
            assertThat(page.content()).contains("onerror=alert(1)&gt;.csv", Attack.CALL);
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void everyPageIsAccessibleByAxeInBothThemes() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            String rules = scheme == ColorScheme.DARK ? "{runOnly: ['color-contrast']}" : "{}";
            try (BrowserContext context = context(scheme, scheme == ColorScheme.DARK ? "vi" : "en")) {
                Page page = context.newPage();
                for (String path : scene.pages()) {
                    page.navigate(scene.address(path));
                    softly.assertThat(violations(page, rules))
                            .as(scheme + " " + path)
                            .isEqualTo("[]");
                }
            }
            try (BrowserContext stranger =
                    chromium.browser().newContext(new Browser.NewContextOptions().setColorScheme(scheme))) {
                Page page = stranger.newPage();
                for (String path : List.of(WITHOUT_LOGIN, "/welcome", "/no-such")) {
                    page.navigate(scene.address(path));
                    softly.assertThat(violations(page, rules))
                            .as(scheme + " " + path)
                            .isEqualTo("[]");
                }
            }
        }
        softly.assertAll();
    }

    static String violations(Page page, String rules) throws IOException {
        try (InputStream axe = Objects.requireNonNull(ScreenTest.class.getResourceAsStream("/axe.min.js"))) {
            page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        return (String) page.evaluate("async () => { const found = await axe.run(document, " + rules
                + "); return JSON.stringify(found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target + ' '"
                + " + n.failureSummary).join(' | '))); }");
    }

    @Test
    void fromTheCardTheNumberIsWalkedBackToTheRequest() {
        try (BrowserContext context = context(ColorScheme.LIGHT, "vi")) {
            Page page = context.newPage();
            page.navigate(scene.address("/"));
            Locator card =
                    page.locator("article.card").filter(new Locator.FilterOptions().setHasText("Doanh số bán hàng"));
            assertThat(card.locator(".value").textContent()).isEqualTo("300.000\u00A0₫");
            card.locator("h2 a").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Doanh số bán hàng");
            assertThat(page.locator("#chart canvas").count()).isEqualTo(1);
            page.locator(".card .value a").click();
            assertThat(page.url()).endsWith("/kpi/sales/" + Scene.LAST_DAY);
            assertThat(page.locator("section.step .value").first().textContent())
                    .isEqualTo("300.000\u00A0₫");
            page.locator("ol.facts summary").first().click();
            assertThat(page.locator("ol.facts details").first().innerText())
                    .contains("Yêu cầu", "line", "sha256", "Nội dung gốc, đã che");
        }
    }

    @Test
    void fromATargetToAnAlertToWhatWasDoneAndBackOnTheChart() {
        try (BrowserContext context = context(ColorScheme.LIGHT, "vi")) {
            Page page = context.newPage();
            page.navigate(scene.address("/targets"));
            page.getByText("Doanh số bán hàng").click();
            page.fill("input[name=target]", "1.5");
            page.click("main button.main");
            assertThat(page.locator(".said").textContent()).contains("không đọc được");
            page.fill("input[name=target]", "600.000");
            page.click("main button.main");
            assertThat(page.locator(".said").textContent()).contains("Đã lưu");
            page.navigate(scene.address("/"));
            Locator card =
                    page.locator("article.card").filter(new Locator.FilterOptions().setHasText("Doanh số bán hàng"));
            assertThat(card.innerText()).contains("Cần bạn xem", "Mục tiêu 600.000\u00A0₫");
            card.getByText("xem việc cần làm").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Doanh số bán hàng không đạt mục tiêu");
            Locator task = page.locator("form.task").first();
            task.locator("input[name=owner]").fill("Chị Lan");
            task.locator("input[name=due]").fill("2026-11-25");
            task.locator("select[name=state]").selectOption("done");
            task.locator("button.main").click();
            assertThat(page.locator(".said").textContent()).contains("cần ghi kết quả");
            task.locator("select[name=state]").selectOption("done");
            task.locator("textarea[name=outcome]").fill("Mở lại kênh bán qua Zalo");
            task.locator("button.main").click();
            page.getByText("Xem Doanh số bán hàng").click();
            assertThat(page.locator("main").innerText()).contains("23/11/2026: Mở lại kênh bán qua Zalo");
            assertThat(page.getAttribute("#chart", "data-series")).contains("Zalo");
        }
    }

    @Test
    void aSyncIsStartedAndFollowedToItsEnd() throws IOException {
        Path orders = home.resolve("inbox/leads/more.csv");
        Files.writeString(orders, "id,at,channel\nmore,2026-11-22 12:00,web\n");
        try (BrowserContext context = context(ColorScheme.LIGHT, "vi")) {
            Page page = context.newPage();
            page.navigate(scene.address("/sync"));
            page.getByText("Đồng bộ tất cả").click();
            assertThat(page.locator(".said").textContent()).contains("Đang đọc");
            page.waitForSelector("#accounts[data-busy=no]");
            page.navigate(scene.address("/kpi/leads/" + Scene.LAST_DAY));
            assertThat(page.locator("section.step .value").first().textContent())
                    .isEqualTo("4");
        }
    }

    @Test
    void aWorkbookIsDownloaded() throws IOException {
        try (BrowserContext context = context(ColorScheme.LIGHT, "vi")) {
            Page page = context.newPage();
            page.navigate(scene.address("/exports"));
            Download workbook = page.waitForDownload(() -> page.click("button.main"));
            assertThat(workbook.suggestedFilename()).isEqualTo("kpi_shop_2026-11-23.xlsx");
            assertThat(Files.size(workbook.path())).isGreaterThan(10_000);
        }
    }

    @Test
    void theKeyboardAloneGoesEverywhere() {
        try (BrowserContext context = context(ColorScheme.LIGHT, "vi")) {
            Page page = context.newPage();
            page.navigate(scene.address("/"));
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
            page.keyboard().press("Enter");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
            page.keyboard().press("w");
            page.waitForURL("**/?cadence=week");
            assertThat(page.locator("h1").textContent()).isEqualTo("Hằng tuần");
            page.keyboard().press("?");
            assertThat(page.locator("#keys").isVisible()).isTrue();
            page.keyboard().press("Escape");
            page.navigate(scene.address("/kpi/sales"));
            page.locator("#chart").focus();
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator("#chart-point").textContent()).contains("22/11/2026", "300.000");
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator("#chart-point").textContent()).contains("21/11/2026", "303.000");
        }
    }

    @Test
    void inOneLanguageNoWordOfTheOtherIsLeft() {
        try (BrowserContext context = context(ColorScheme.LIGHT, "vi")) {
            Page page = context.newPage();
            page.navigate(scene.address("/kpi/sales"));
            page.getByText("English").click();
            assertThat(page.url()).endsWith("/kpi/sales");
            assertThat(page.locator("h1").textContent()).isEqualTo("Sales");
            assertThat(page.getAttribute("html", "lang")).isEqualTo("en");
            for (String path : scene.pages()) {
                page.navigate(scene.address(path));
                String words = page.locator("body").innerText().replaceAll("Tiếng Việt|Nhịp|₫", "");
                assertThat(words)
                        .as(path)
                        .doesNotContainPattern("[ăâđêôơưàảãạằắẳẵặầấẩẫậèẻẽẹềếểễệìỉĩịòỏõọồốổỗộờớởỡợùủũụừứửữựỳýỷỹỵ]");
            }
        }
    }

    @Test
    void onASmallPhoneNothingIsCutOffAndNoPageIsHeavy() {
        try (BrowserContext context = context(ColorScheme.LIGHT, "vi")) {
            Page page = context.newPage();
            page.setViewportSize(320, 640);
            for (String path : scene.pages()) {
                page.navigate(scene.address(path));
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as(path)
                        .isEqualTo(320);
                int bytes = (Integer) page.evaluate(
                        "performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))"
                                + ".reduce((sum, entry) => sum + entry.encodedBodySize, 0)");
                assertThat(bytes).as(path).isBetween(1_000, 300_000);
            }
        }
    }
}
