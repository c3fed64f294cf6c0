package vn.nhip.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.config.KpiChoice;
import vn.nhip.config.Setup;
import vn.nhip.incident.Incidents;
import vn.nhip.incident.Task;
import vn.nhip.login.Role;
import vn.nhip.review.Decision;
import vn.nhip.review.Review;

/** From five questions to KPIs with targets, and from a month that is over to what the team decides about them. */
@SuppressWarnings("NullAway.Init") // opened before all tests
class ReviewScreenTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final String ATTACKS = String.join(" ", Attack.CORPUS);

    @TempDir
    private static Path home;

    private static Chromium chromium;
    private static Scene scene;
    private static Visitor editor;

    @BeforeAll
    static void open() throws Exception {
        chromium = Chromium.start();
        scene = Scene.open(home, new WebSettings(0, Optional.empty(), false));
        editor = Visitor.invited(scene, Role.EDITOR);
        Map<String, KpiChoice> untargeted = new HashMap<>();
        scene.workplace.config().kpis().forEach((kpi, choice) -> untargeted.put(kpi, choice.untargeted()));
        scene.workplace.acts().choose(untargeted);
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

    private static BrowserContext context(ColorScheme scheme, String language) {
        BrowserContext context = chromium.browser().newContext(new Browser.NewContextOptions().setColorScheme(scheme));
        String address = scene.web.address().toString();
        context.addCookies(List.of(
                new Cookie("nhip-" + scene.port(), editor.session()).setUrl(address),
                new Cookie("nhip-language", language).setUrl(address)));
        return context;
    }

    /** What runs, or is refused by the policy, although nothing on these pages may. */
    private static List<String> watched(Page page) {
        List<String> seen = new ArrayList<>();
        page.onDialog(dialog -> {
            seen.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onConsoleMessage(message -> {
            if (!message.text().contains("status of 400")) {
                seen.add(page.url() + " " + message.text());
            }
        });
        page.onPageError(error -> seen.add("error: " + error));
        return seen;
    }

    @Test
    void fromFiveQuestionsToTargetsToAReviewAndItsHistory() throws Exception {
        try (BrowserContext context = context(ColorScheme.LIGHT, "vi")) {
            Page page = context.newPage();
            List<String> seen = watched(page);
            setUp(page);
            review(page);
            theRestIsKept(page);
            assertThat(seen).isEmpty();
        }
        pagesAreAccessible();
        onAPhoneAndInEnglishNothingIsCutOffOrLeft();
        aFileThatCannotBeChangedIsLeftAloneAndNothingIsDecided();
    }

    private static void setUp(Page page) {
        page.navigate(scene.address("/"));
        page.click(".nudge a");
        assertThat(page.locator("h1").textContent()).isEqualTo("Năm câu hỏi để chọn KPI");
        page.click(".questions button");
        assertThat(page.locator("[role=alert]").textContent()).contains("ít nhất một mục tiêu");
        page.check("input[name=goal][value=win-customers]");
        page.selectOption("select[name=industry]", "services");
        page.check("input[name=departments][value=marketing]");
        page.fill("input[name=responsible]", Attack.number(1));
        page.fill("input[name=others]", ATTACKS);
        page.click(".questions button");
        Locator leads = pick(page, "leads");
        assertThat(leads.innerText())
                .contains(
                        "Có thêm khách hàng mới",
                        "Đề xuất 3: mức giữa của 35 ngày gần đây",
                        "không tính Tết và ngày lễ");
        assertThat(page.inputValue("[name=target-leads]")).isEqualTo("3");
        assertThat(page.inputValue("[name=target-website-traffic]")).isEmpty();
        assertThat(pick(page, "website-traffic").innerText()).contains("chưa có số liệu");
        assertThat(page.isChecked("[name=show-customer-satisfaction]")).isFalse();
        page.fill("[name=target-leads]", "4.5");
        page.fill("[name=owner-website-traffic]", Attack.number(3));
        page.uncheck("[name=show-email-open-rate]");
        page.click(".proposal button.main");
        assertThat(page.locator("[role=alert]").textContent()).contains("không đọc được");
        assertThat(page.inputValue("[name=owner-website-traffic]")).isEqualTo(Attack.number(3));
        theProposalIsTakenOver(page);
    }

    private static void theProposalIsTakenOver(Page page) {
        page.fill("[name=target-leads]", "20");
        page.click(".proposal button.main");
        assertThat(page.locator(".said").textContent()).contains("Đã lưu");
        KpiChoice kept = scene.workplace.config().choice("leads");
        assertThat(kept.target()).contains(new BigDecimal(20));
        assertThat(kept.owner()).contains(Attack.number(5));
        assertThat(scene.workplace.config().choice("website-traffic").owner()).contains(Attack.number(3));
        assertThat(scene.workplace.config().choice("email-open-rate").show()).isFalse();
        Setup setup = scene.workplace.config().setup().orElseThrow();
        assertThat(setup.goals()).containsExactly(Setup.Goal.WIN_CUSTOMERS);
        assertThat(setup.responsible()).isEqualTo(Attack.number(1));
        page.navigate(scene.address("/setup"));
        assertThat(page.inputValue("input[name=responsible]")).isEqualTo(Attack.number(1));
    }

    private static Locator pick(Page page, String kpi) {
        return page.locator(".pick")
                .filter(new Locator.FilterOptions().setHas(page.locator("[name=show-" + kpi + "]")));
    }

    private static void aTaskIsDone() {
        Incidents incidents = scene.workplace.acts().incidents();
        Task task = incidents.tasks(incidents.of("leads").get(0).id()).get(0);
        Incidents.Work work = new Incidents.Work("Lan", Optional.empty(), Task.State.DONE, Attack.number(0));
        incidents.work(task.id(), work, scene.workplace.today());
    }

    private static void review(Page page) {
        aTaskIsDone();
        page.navigate(scene.address("/?cadence=month"));
        page.click(".nudge a");
        assertThat(page.locator("h1").textContent()).isEqualTo("Rà soát KPI Tháng 10/2026");
        Locator leads = page.locator("#leads");
        assertThat(leads.innerText())
                .contains(
                        "54",
                        "Mục tiêu mỗi ngày: 20",
                        "đạt 0 trên 18 ngày",
                        "không đạt mục tiêu",
                        "23/11/2026: " + Attack.number(0));
        assertThat(leads.locator("[name=target]").isVisible()).isFalse();
        leads.locator("[value=target]").check();
        leads.locator("[name=target]").fill("3");
        leads.locator("button").click();
        assertThat(leads.locator("[role=alert]").textContent()).contains("lý do");
        assertThat(leads.locator("[name=target]").inputValue()).isEqualTo("3");
        leads.locator("[name=reason]").fill(ATTACKS);
        leads.locator("button").click();
        assertThat(page.locator(".said").textContent()).contains("Đã ghi");
        assertThat(leads.locator(".decided").innerText())
                .contains("đổi mục tiêu từ 20 thành 3", ATTACKS, "đạt mục tiêu 20 trong 0 trên 18 kỳ", "editor");
        assertThat(scene.workplace.config().choice("leads").target()).contains(new BigDecimal(3));
        decide(page.locator("#advertising-cost"), "drop", "Gộp vào báo cáo khác");
        Locator conversion = page.locator("#conversion-rate");
        conversion.locator("[value=replace]").check();
        conversion.locator("[name=successor]").selectOption("leads-per-session");
        decide(conversion, "replace", "Chưa bán trên web");
        assertThat(scene.workplace.config().choice("advertising-cost").show()).isFalse();
        assertThat(scene.workplace.config().choice("leads-per-session").show()).isTrue();
        assertThat(scene.workplace.config().choice("conversion-rate").watch()).isFalse();
        page.navigate(scene.address("/targets/leads-per-session"));
        assertThat(page.locator(".decided").innerText())
                .contains("bằng Tỷ lệ khách tiềm năng trên phiên", "Chưa bán trên web");
    }

    private static void decide(Locator kpi, String kind, String reason) {
        kpi.locator("[value=" + kind + "]").check();
        kpi.locator("[name=reason]").fill(reason);
        kpi.locator("button").click();
        assertThat(kpi.locator(".decided." + kind).innerText()).contains(reason);
    }

    private static void theRestIsKept(Page page) {
        page.navigate(scene.address("/review"));
        page.getByText("Giữ nguyên tất cả KPI còn lại").click();
        List<Review> october = scene.workplace.acts().reviewing().reviews().of(OCTOBER);
        assertThat(page.locator(".summary").textContent()).contains(october.size() + " trên " + october.size());
        assertThat(october)
                .extracting(review -> review.decision().kind())
                .contains(Decision.Kind.TARGET, Decision.Kind.DROP, Decision.Kind.REPLACE, Decision.Kind.KEEP);
        assertThat(page.locator("form.decide").count()).isGreaterThan(3);
        page.navigate(scene.address("/?cadence=month"));
        assertThat(page.locator(".nudge").count()).isZero();
    }

    private static List<String> pages() {
        return List.of(
                "/review",
                "/review/2026-09",
                "/setup",
                "/setup?goal=win-customers&industry=services&departments=sales",
                "/targets/leads");
    }

    private static void pagesAreAccessible() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            String rules = scheme == ColorScheme.DARK ? "{runOnly: ['color-contrast']}" : "{}";
            try (BrowserContext context = context(scheme, "vi")) {
                Page page = context.newPage();
                for (String path : pages()) {
                    page.navigate(scene.address(path));
                    page.locator("summary").all().forEach(Locator::click);
                    softly.assertThat(ScreenTest.violations(page, rules))
                            .as(scheme + " " + path)
                            .isEqualTo("[]");
                }
            }
        }
        softly.assertAll();
    }

    private static void onAPhoneAndInEnglishNothingIsCutOffOrLeft() {
        try (BrowserContext context = context(ColorScheme.LIGHT, "en")) {
            Page page = context.newPage();
            page.setViewportSize(320, 640);
            for (String path : pages()) {
                page.navigate(scene.address(path));
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as(path)
                        .isEqualTo(320);
                page.locator(".decided .text").evaluateAll("nodes => nodes.forEach(node => node.remove())");
                assertThat(page.locator("main").innerText())
                        .as(path)
                        .doesNotContainPattern("[ăđơưạảấầẩậắằẳặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]");
            }
        }
    }

    private static void aFileThatCannotBeChangedIsLeftAloneAndNothingIsDecided() throws Exception {
        Path file = scene.workplace.home().configFile();
        List<Review> before = scene.workplace.acts().reviewing().reviews().of(OCTOBER);
        Map<String, String> drop =
                Map.of("kpi", "leads", "month", "2026-10", "decision", "drop", "reason", "x", "form", editor.form());
        Map<String, String> setup = Map.of("goal", "grow-revenue", "industry", "retail", "form", editor.form());
        String kept = Files.readString(file);
        Path inTheWay = Files.createDirectory(file.resolveSibling("nhip.yaml.new"));
        assertThat(said(editor.post("/review", drop))).startsWith("review-unwritable");
        assertThat(said(editor.post("/setup", setup))).isEqualTo("setup-unwritable");
        Files.delete(inTheWay);
        assertThat(Files.readString(file)).isEqualTo(kept);
        String byHand = kept.substring(0, kept.indexOf("\nkpis:")) + "\nkpis: {leads: {target: 1}}\n";
        Files.writeString(file, byHand);
        assertThat(said(editor.post("/review", drop))).startsWith("review-by-hand");
        assertThat(said(editor.post("/setup", setup))).isEqualTo("setup-by-hand");
        assertThat(Files.readString(file)).isEqualTo(byHand);
        assertThat(scene.workplace.acts().reviewing().reviews().of(OCTOBER)).isEqualTo(before);
        assertThat(scene.workplace.config().choice("leads").show()).isTrue();
    }

    private static String said(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst(".*said=", "");
    }
}
