package vn.nhip.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.connection.Credential;
import vn.nhip.spi.Grain;
import vn.nhip.spi.Secret;

/** Files that are dropped, numbers that are typed, and what counts of both, in a real browser. */
@SuppressWarnings("NullAway.Init") // opened before all tests
class FileScreenTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final String HEADER = "Mã đơn;Ngày đặt hàng;Thành tiền;Trạng thái;" + cell(2) + "\n";
    /** Every day could be a month. */
    private static final String AMBIGUOUS = HEADER
            + Stream.of("A1;05/11/2026;1.250.000;", "A2;05/11/2026;250.000;", "A3;06/11/2026;99.000;")
                    .map(row -> row + cell(1) + ";" + cell(3) + "\n")
                    .reduce("", String::concat)
            + "A4;06/11/2026;khoảng 100;Xong;x\n"
            + Stream.of("A5;07/11/2026;1.000;Xong;x\n", "A6;08/11/2026;2.000;Xong;x\n")
                    .reduce("", String::concat);

    private static final String LATER = HEADER + "B1;22/11/2026;300.000;Xong;x\nB2;22/11/2026;45.500;Xong;x\n";

    @TempDir
    private static Path home;

    private static Chromium chromium;
    private static ConnectScene scene;
    private final List<String> violations = new ArrayList<>();
    private final List<String> dialogs = new ArrayList<>();

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

    private static String cell(int attack) {
        return "\"" + Attack.number(attack).replace("\"", "\"\"") + "\"";
    }

    @Test
    void whatIsInAFileOrTypedCountsAndNothingThatIsWrongReplacesIt() throws Exception {
        try (BrowserContext context =
                chromium.browser().newContext(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE))) {
            Page page = context.newPage();
            page.onDialog(dialog -> {
                dialogs.add(dialog.message());
                dialog.dismiss();
            });
            comeIn(page);
            aDroppedFileIsCorrectedAndTakenIn(page);
            aLaterFileGoesTheSameWay(page);
            wrongFilesAreRefused(page);
            typedNumbersCount(page);
            whatCountsIsChosen(page);
            daysAreReadAgainAndReadingIsStopped(page);
        }
        assertThat(violations).isEmpty();
        assertThat(dialogs).isEmpty();
        assertThat(scene.workplace.logins().audit().last(50))
                .extracting(deed -> deed.what())
                .contains("drop-file", "add-file", "type-number", "truth", "backfill", "stop-sync");
    }

    private void comeIn(Page page) {
        page.navigate(scene.address("/welcome"));
        page.fill("input[name=code]", scene.web.firstCode().orElseThrow().reveal());
        page.fill("input[name=name]", "Mai");
        page.fill("input[name=password]", Visitor.PASSWORD);
        page.click("button.main");
        page.navigate(scene.address("/connect/files"));
        look(page, "files");
    }

    private void aDroppedFileIsCorrectedAndTakenIn(Page page) {
        JSHandle dropped = page.evaluateHandle(
                "([name, text]) => { const all = new DataTransfer(); all.items.add(new File([text], name)); return all; }",
                List.of("../../" + Attack.number(1) + ".csv", AMBIGUOUS));
        page.dispatchEvent("#drop", "drop", Map.of("dataTransfer", dropped));
        page.waitForSelector("form[action$='/mapping']");
        look(page, "file-open");
        assertThat(page.locator("#outcome").innerText()).contains("Còn điều chưa rõ");
        assertThat(page.locator("form[action$='/start']").count()).isZero();
        page.selectOption("select[name='answer.shape.1']", "dd/MM/yyyy");
        page.locator("select[name^='answer.value.status.']").all().forEach(box -> box.selectOption("paid"));
        page.selectOption("select[name='answer.shape.2']", "1.234,56");
        page.click("form[action$='/mapping'] button");
        page.waitForSelector("form[action$='/start']");
        look(page, "file-review");
        assertThat(page.locator("#outcome tbody").first().innerText())
                .contains("Đơn hàng", "05/11/2026", "1.250.000\u00A0₫", "đã thanh toán");
        assertThat(page.locator("#outcome").innerText())
                .contains("Đọc được 5 bản ghi; 1 bản ghi chưa đọc được", "Thành tiền", "khoảng 100");
        page.fill("input[name=title]", "Cửa hàng");
        page.fill("input[name=since]", "2026-11-01");
        page.click("form[action$='/start'] button");
        page.waitForSelector("a.go[href='/']");
        look(page, "file-done");
        assertThat(sales(LocalDate.of(2026, 11, 5))).isEqualByComparingTo("1500000");
        assertThat(home.resolve("inbox/cua-hang"))
                .isDirectoryContaining(file -> file.toString().endsWith("_img src=x onerror=alert('attacked')_.csv"));
    }

    private void aLaterFileGoesTheSameWay(Page page) {
        send(page, "thang-11.csv", LATER.getBytes(StandardCharsets.UTF_8));
        page.waitForSelector("form[action$='/start']");
        look(page, "file-later");
        page.click("form[action$='/start'] button");
        page.waitForSelector("a.go[href='/']");
        assertThat(sales(DAY)).isEqualByComparingTo("345500");
        scene.now.updateAndGet(at -> at.plusSeconds(10));
        page.click("a.go");
        assertThat(page.locator("article.card:has(a[href^='/kpi/sales'])").innerText())
                .contains("345.500\u00A0₫");
    }

    private void wrongFilesAreRefused(Page page) throws IOException {
        send(page, "thang-11.csv", "alpha;beta\n1;2\n".getBytes(StandardCharsets.UTF_8));
        page.waitForSelector("[role=alert]");
        look(page, "file-wrong");
        assertThat(page.locator("[role=alert]").first().innerText()).contains("không hợp với cách đọc");
        send(page, "bom.xlsx", bomb());
        page.waitForSelector("[role=alert]");
        send(page, "bang.exe", new byte[] {1});
        assertThat(page.locator(".said").innerText()).contains("Chỉ nhận tệp");
        assertThat(home.resolve("inbox/cua-hang/thang-11.csv")).hasContent(LATER);
        assertThat(sales(DAY)).isEqualByComparingTo("345500");
    }

    private void send(Page page, String name, byte[] content) {
        page.navigate(scene.address("/connect/files"));
        page.selectOption("select[name=account]", "cua-hang");
        page.setInputFiles("input[type=file]", new FilePayload(name, "application/octet-stream", content));
        page.press("#drop button", "Enter");
    }

    /** A workbook with a part that is small only as long as it is packed. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] some = "<t>aaaaaaaaaaaaa".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 60; i++) {
                zip.write(some);
            }
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private void typedNumbersCount(Page page) {
        page.navigate(scene.address("/numbers?kind=csat"));
        look(page, "numbers-empty");
        page.fill("input[name='n-2026-10-5']", "1.030");
        page.fill("input[name='n-2026-10-4']", "10");
        page.fill("input[name='n-2026-10-1']", "260");
        page.click("form.numbers button.main");
        assertThat(page.locator(".said").innerText()).contains("Đã lưu");
        look(page, "numbers");
        assertThat(page.locator("form.numbers").innerText()).contains("mai, ");
        awaitRead(page);
        assertThat(value("customer-satisfaction", Grain.MONTH, LocalDate.of(2026, 10, 1)))
                .isEqualByComparingTo("0.8");
        page.navigate(scene.address("/kpi/customer-satisfaction/2026-10"));
        assertThat(page.content()).contains("csat-2026-10-1-1/mai");
        page.navigate(scene.address("/numbers?kind=marketing-cost"));
        page.fill("input[name='n-2026-11-0']", "1.5.0");
        page.click("form.numbers button.main");
        assertThat(page.locator(".said").innerText()).contains("không đọc được");
        page.fill("input[name='n-2026-11-0']", "12.500.000");
        page.click("form.numbers button.main");
        assertThat(page.inputValue("input[name='n-2026-11-0']")).isEqualTo("12.500.000");
        assertThat(scene.workplace
                        .handNumbers()
                        .typed(scene.workplace.handNumbers().kinds().get(0))
                        .values())
                .singleElement()
                .satisfies(number -> assertThat(number.by()).isEqualTo("mai"));
        awaitRead(page);
    }

    /** Two accounts with the same orders: nothing counts until somebody says which. */
    private void whatCountsIsChosen(Page page) {
        page.navigate(scene.address("/connect/files"));
        page.setInputFiles(
                "input[type=file]",
                new FilePayload(
                        "web.csv", "text/csv", LATER.replace(";Xong", ";paid").getBytes(StandardCharsets.UTF_8)));
        page.press("#drop button", "Enter");
        page.waitForSelector("form[action$='/mapping']");
        page.selectOption("select[name='answer.shape.2']", "1.234,56");
        page.locator("select[name^='answer.value.status.']").all().forEach(box -> box.selectOption("paid"));
        page.click("form[action$='/mapping'] button");
        page.click("form[action$='/start'] button");
        page.waitForSelector("a.go[href='/']");
        assertThat(sales(DAY)).isNull();
        page.navigate(scene.address("/truth"));
        look(page, "truth");
        assertThat(page.locator("#order").innerText()).contains("Cần bạn chọn", "1 ngày trong 90 ngày qua");
        page.selectOption("select[name='rank.cua-hang']", "1");
        page.selectOption("select[name='rank.web']", "");
        page.click("#order button.main");
        assertThat(page.locator("#order").innerText()).contains("Rõ ràng");
        awaitRead(page);
        assertThat(sales(DAY)).isEqualByComparingTo("345500");
        assertThat(scene.workplace.config().sourcesOfTruth().toString())
                .contains("cua-hang")
                .doesNotContain("web");
    }

    private void daysAreReadAgainAndReadingIsStopped(Page page) throws InterruptedException {
        takeInMail();
        CountDownLatch came = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        scene.mail.faults((call, ask) -> {
            came.countDown();
            await(goOn);
            return Optional.empty();
        });
        page.navigate(scene.address("/sync"));
        page.selectOption("form[action='/sync/backfill'] select", "mail");
        page.fill("input[name=from]", "2026-10-01");
        page.click("form[action='/sync/backfill'] button");
        came.await();
        look(page, "sync-running");
        page.click("form[action='/sync/stop'] button");
        assertThat(page.locator(".said").innerText()).contains("sẽ dừng");
        page.waitForSelector("#accounts .standing.stopped");
        goOn.countDown();
        scene.mail.faults((call, ask) -> Optional.empty());
        look(page, "sync");
        scene.now.updateAndGet(at -> at.plusSeconds(60));
        page.click("button[name=account][value=mail]");
        page.waitForSelector("tr:has(button[value=mail]) .standing.fine");
        assertThat(scene.workplace.runs(50))
                .filteredOn(run -> run.account().equals("mail"))
                .extracting(run -> run.status())
                .contains("cancelled", "succeeded");
        assertThat(value("email-open-rate", Grain.WEEK, LocalDate.of(2026, 10, 5)))
                .isNotNull();
    }

    private static void takeInMail() {
        scene.workplace
                .connecting()
                .make(
                        "mailchimp",
                        scene.workplace
                                .connecting()
                                .wanted(List.of("mailchimp"))
                                .auth(),
                        Credential.token(Secret.of(ConnectScene.KEY), Map.of(), Optional.empty()));
        var found = scene.workplace
                .onboarding()
                .found("mailchimp", "mailchimp")
                .entries(Set.of())
                .get(0);
        scene.workplace
                .onboarding()
                .takeIn(
                        List.of(new vn.nhip.config.WorkspaceConfig.AccountConfig(
                                "mail",
                                "Thư",
                                found.connector(),
                                found.zone(),
                                found.currency(),
                                found.settings(),
                                found.connection(),
                                found.heldBackLimit())),
                        Optional.empty());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until nothing is being read and the KPIs are up to date. */
    private static void awaitRead(Page page) {
        String back = page.url();
        page.navigate(scene.address("/sync"));
        page.waitForSelector("#accounts[data-busy=no]");
        scene.chores();
        page.navigate(back);
    }

    private static @org.jspecify.annotations.Nullable BigDecimal sales(LocalDate day) {
        return value("sales", Grain.DAY, day);
    }

    private static @org.jspecify.annotations.Nullable BigDecimal value(String kpi, Grain grain, LocalDate start) {
        return scene.workplace.values().find(kpi, grain, start, start).stream()
                .flatMap(found -> found.value().stream())
                .findFirst()
                .orElse(null);
    }

    /** In both themes and on a phone; with a folder named, also as pictures for people. */
    private void look(Page page, String name) {
        String folder = System.getProperty("nhip.pictures", "");
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            String found = violations(page, scheme == ColorScheme.DARK ? "{runOnly: ['color-contrast']}" : "{}");
            if (!found.equals("[]")) {
                violations.add(name + " " + scheme + " " + found);
            }
            picture(page, folder, name + "-" + Scene.lower(scheme));
        }
        page.setViewportSize(320, 720);
        if (!Boolean.TRUE.equals(
                page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))) {
            violations.add(name + " is wider than a phone");
        }
        picture(page, folder, name + "-phone");
        page.setViewportSize(1280, 720);
    }

    private static void picture(Page page, String folder, String name) {
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
