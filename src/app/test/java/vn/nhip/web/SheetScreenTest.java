package vn.nhip.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.sandbox.face.books.GoogleProblem;

/** A marketing lead has the numbers written into a spreadsheet, sees what is wrong, mends it, and ends it. */
class SheetScreenTest {

    @Test
    void aSpreadsheetIsSetUpWrittenMendedAndRemoved(@TempDir Path home) throws Exception {
        try (Chromium chromium = Chromium.start();
                GoogleOffice google = new GoogleOffice()) {
            google.operate(home);
            try (Scene scene = Scene.open(home, new WebSettings(0, Optional.empty(), false));
                    BrowserContext context = chromium.browser()
                            .newContext(new Browser.NewContextOptions().setColorScheme(ColorScheme.LIGHT))) {
                Page page = context.newPage();
                comeIn(page, scene);
                setUp(page, google);
                mend(page, google);
                page.locator("form[action='/exports/sheet/end'] button").click();
                assertThat(page.locator("p[role=status]").innerText()).contains("Đã gỡ");
                assertThat(google.book.names()).contains("Du_lieu");
                assertThat(scene.workplace.logins().audit().last(20))
                        .extracting(deed -> deed.what())
                        .contains("connect", "sheet", "sheet-pushed", "sheet-ended");
            }
        }
    }

    private static void comeIn(Page page, Scene scene) {
        page.navigate(scene.address("/welcome"));
        page.fill("input[name=code]", scene.web.firstCode().orElseThrow().reveal());
        page.fill("input[name=name]", "Mai");
        page.fill("input[name=password]", Visitor.PASSWORD);
        page.click("button.main");
        page.click("nav a[href='/exports']");
    }

    private static void setUp(Page page, GoogleOffice google) throws Exception {
        look(page, "sheet-empty");
        page.fill("input[name=spreadsheet]", GoogleOffice.ADDRESS);
        page.fill("textarea[name=key-file]", google.key);
        page.locator("form[action='/exports/sheet'] button").click();
        page.waitForSelector("form[action='/exports/sheet/push']");
        page.waitForSelector("text=" + GoogleOffice.TITLE);
        assertThat(page.locator("a[href^='https://docs.google.com/']").getAttribute("href"))
                .isEqualTo(GoogleOffice.ADDRESS.replace("#gid=0", ""));
        page.reload();
        assertThat(page.locator("main").innerText())
                .contains("Google Sheets: " + GoogleOffice.TITLE)
                .doesNotContain("PRIVATE KEY");
        look(page, "sheet-written");
    }

    private static void mend(Page page, GoogleOffice google) throws Exception {
        google.service.once(":batchUpdate", GoogleProblem.permission());
        page.locator("form[action='/exports/sheet/push'] button").click();
        page.waitForSelector("text=" + "chia sẻ bảng tính cho " + GoogleOffice.ROBOT);
        look(page, "sheet-failed");
        page.locator("form[action='/exports/sheet/push'] button").click();
        page.waitForSelector(
                ".wrong",
                new Page.WaitForSelectorOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
    }

    /** Accessible in both themes and not cut off on a phone; with a folder named, also as pictures for people. */
    private static void look(Page page, String name) throws Exception {
        String folder = System.getProperty("nhip.pictures", "");
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.reload();
            assertThat(ScreenTest.violations(page, "{}"))
                    .as(name + " " + scheme)
                    .isEqualTo("[]");
            picture(page, folder, name + "-" + scheme);
        }
        page.setViewportSize(320, 640);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
        picture(page, folder, name + "-phone");
        page.setViewportSize(1280, 800);
    }

    private static void picture(Page page, String folder, String name) {
        if (!folder.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder, name + ".png"))
                    .setFullPage(true));
        }
    }
}
