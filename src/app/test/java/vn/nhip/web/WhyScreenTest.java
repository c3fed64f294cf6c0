package vn.nhip.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.login.Role;

/** Why a value moved, against which period, what people noted, and finding it again, in a real browser. */
@SuppressWarnings("NullAway.Init") // opened before all tests
class WhyScreenTest {

    @TempDir
    private static Path home;

    private static Chromium chromium;
    private static Scene scene;

    @BeforeAll
    static void open() throws IOException {
        chromium = Chromium.start();
        scene = Scene.open(home, new WebSettings(0, Optional.empty(), true));
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

    private static BrowserContext context(ColorScheme scheme) {
        return chromium.browser().newContext(new Browser.NewContextOptions().setColorScheme(scheme));
    }

    private static long number(String amount) {
        return Long.parseLong(amount.replaceAll("[^0-9-]", ""));
    }

    @Test
    void theContributionsShownAddUpToTheChangeShown() {
        try (BrowserContext context = context(ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(scene.address("/kpi/sales"));
            String moved = page.locator("#why .moved").textContent();
            assertThat(moved).contains("22/11/2026: 300.000\u00A0₫", "15/11/2026: 321.000\u00A0₫", "Thay đổi -21.000");
            List<Locator> pieces = page.locator("#why .piece").all();
            assertThat(pieces).hasSizeGreaterThan(1);
            for (Locator piece : pieces) {
                long sum = piece.locator("td.amount").allTextContents().stream()
                        .mapToLong(WhyScreenTest::number)
                        .sum();
                assertThat(sum).isEqualTo(-21_000);
                assertThat(number(piece.locator("tfoot td.number").textContent()))
                        .isEqualTo(sum);
            }
        }
    }

    @Test
    void anotherPeriodToCompareWithIsInTheAddressAndWhereHistoryEndsItIsSaid() {
        try (BrowserContext context = context(ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(scene.address("/kpi/sales"));
            page.getByText("Ngày trước").first().click();
            assertThat(page.url()).endsWith("with=previous");
            assertThat(page.locator("#why .moved").textContent()).contains("21/11/2026: 303.000", "Thay đổi -3.000");
            assertThat(page.getAttribute("#chart", "data-beside")).isEqualTo("Ngày trước");
            page.locator(".with").getByText("Cùng kỳ quanh Tết").click();
            assertThat(page.url()).endsWith("with=tet");
            assertThat(page.locator("#why").innerText()).contains("Lịch sử chưa có 30/11/2025");
            assertThat(page.locator("#why .piece").count()).isZero();
        }
    }

    @Test
    void aNoteIsWrittenShownOnTheChartAndTakenAwayByItsAuthorOrAnAdminOnly() throws Exception {
        try (BrowserContext context = context(ColorScheme.DARK)) {
            Page page = context.newPage();
            page.navigate(scene.address("/kpi/leads?grain=day&periods=90"));
            page.getByText("Thêm ghi chú vào biểu đồ").click();
            page.fill("input[name=day]", "2026-11-20");
            page.fill("input[name=text]", "Hội chợ <b>Giảng Võ</b>");
            page.locator(".note-new button.main").click();
            assertThat(page.url()).contains("periods=90");
            assertThat(page.locator(".said").textContent()).contains("Đã lưu ghi chú");
            Locator note = page.locator(".notes li").filter(new Locator.FilterOptions().setHasText("Giảng Võ"));
            assertThat(note.innerText()).contains("20/11/2026", "<b>Giảng Võ</b>", "demo", "23/11/2026 12:00");
            assertThat(page.getAttribute("#chart", "data-series"))
                    .contains("20/11/2026: Hội chợ <b>Giảng Võ</b> · Ngày Nhà giáo");
            Visitor other = Visitor.invited(scene, Role.EDITOR);
            HttpResponse<String> refused =
                    other.post("/notes/remove", Map.of("form", other.form(), "note", "2", "back", "/"));
            assertThat(refused.statusCode()).isEqualTo(403);
            note.locator("button").click();
            assertThat(page.locator("main").innerText()).doesNotContain("Giảng Võ");
            assertThat(scene.workplace.logins().audit().last(5))
                    .extracting(deed -> deed.what() + " " + deed.about())
                    .containsSubsequence("note-removed leads 2026-11-20", "note leads 2026-11-20");
            assertThat(Visitor.invited(scene, Role.ADMIN).get("/people").body())
                    .contains("viết ghi chú", "xóa ghi chú");
        }
    }

    @Test
    void aKpiIsFoundWithoutTheMarksOfVietnameseByTheKeyboardAlone() {
        try (BrowserContext context = context(ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(scene.address("/sync"));
            page.keyboard().press("/");
            page.keyboard().type("doanh so");
            page.keyboard().press("Enter");
            page.waitForURL("**/search?q=doanh+so");
            assertThat(page.locator(".hits h2").first().textContent()).isEqualTo("Doanh số bán hàng");
            for (String words : List.of("dong%20bo", "%C4%90%E1%BB%93ng%20b%E1%BB%99", "sync")) {
                page.navigate(scene.address("/search?q=" + words));
                assertThat(page.locator(".hits a[href='/sync']").count())
                        .as(words)
                        .isPositive();
            }
            page.fill(".find input", Attack.number(0));
            page.locator(".find button").click();
            assertThat(page.locator("h1").textContent()).contains(Attack.number(0));
        }
    }

    @Test
    void theNewPartsAreAccessibleByAxeInBothThemes() throws IOException {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (BrowserContext context = context(scheme)) {
                Page page = context.newPage();
                for (String path : List.of("/kpi/average-order-value", "/search?q=doanh")) {
                    page.navigate(scene.address(path));
                    page.locator("summary").all().forEach(Locator::click);
                    assertThat(ScreenTest.violations(page, "{}"))
                            .as(scheme + path)
                            .isEqualTo("[]");
                }
            }
        }
    }

    @Test
    void onPaperThereAreNumbersAndChartsInLightColoursAndNothingToClick() {
        try (BrowserContext context = context(ColorScheme.DARK)) {
            Page page = context.newPage();
            page.navigate(scene.address("/kpi/sales"));
            page.setViewportSize(700, 900);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator(".top nav").isVisible()).isFalse();
            assertThat(page.locator("button:visible, input:visible").count()).isZero();
            assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo("rgb(255, 255, 255)");
            assertThat(page.locator("#chart canvas").isVisible()).isTrue();
            assertThat((Integer)
                            page.evaluate("document.querySelector('#chart .uplot').clientWidth - window.innerWidth"))
                    .isNegative();
            assertThat(page.pdf()).startsWith('%', 'P', 'D', 'F');
        }
    }
}
