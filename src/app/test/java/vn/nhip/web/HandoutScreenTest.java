package vn.nhip.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.app.Home;
import vn.nhip.app.SampleHome;
import vn.nhip.login.Role;
import vn.nhip.sync.SyncListener;
import vn.nhip.sync.SyncRequest;

/** What leaves by the exports page: addresses for spreadsheets, what changed since a file, and the morning mail. */
@SuppressWarnings("NullAway.Init") // opened before all tests
class HandoutScreenTest {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+(/feed/[\\w-]{43}/kpi\\.csv)");

    @TempDir
    private static Path home;

    private static GreenMail server;
    private static Scene scene;
    private static Visitor editor;

    @BeforeAll
    static void open() throws Exception {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        Files.createDirectories(home.resolve("config"));
        Files.writeString(
                home.resolve("config/operator.yaml"),
                "mail: {host: 127.0.0.1, port: " + server.getSmtp().getPort()
                        + ", security: none, from: nhip@shop.example}\n");
        scene = Scene.open(home, new WebSettings(0, Optional.empty(), false));
        editor = Visitor.invited(scene, Role.EDITOR);
    }

    @AfterAll
    static void close() {
        scene.close();
        server.stop();
    }

    private static HttpResponse<String> deed(String path, Map<String, String> fields) throws Exception {
        Map<String, String> all = new HashMap<>(fields);
        all.put("form", editor.form());
        return editor.post(path, all);
    }

    private static String said(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst(".*said=", "");
    }

    private static String feed(String name, String program, String scope) throws Exception {
        HttpResponse<String> made =
                deed("/exports/feed", Map.of("name", name, "for", program, "scope", scope, "language", "vi"));
        Matcher address = ADDRESS.matcher(made.body());
        assertThat(address.find()).as(made.body()).isTrue();
        assertThat(editor.get("/exports").body()).contains(name).doesNotContain(address.group(1));
        return address.group(1);
    }

    @Test
    void aSpreadsheetReadsTheNumbersOfTheExportByItsAddressAloneUntilThatIsEnded() throws Exception {
        String path = feed("Phòng kinh doanh", "sheets", "totals");
        Visitor sheet = new Visitor(scene);
        HttpResponse<String> read = sheet.get(path);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(read.headers().firstValue("Set-Cookie")).isEmpty();
        String whole = editor.get("/exports/file?format=csv&language=vi").body();
        assertThat(read.body().lines()).hasSizeGreaterThan(100).allMatch(whole::contains);
        assertThat(read.body()).startsWith("date,").doesNotContain(",channel,");
        assertThat(sheet.get(path.replace("/kpi.csv", "x/kpi.csv")).statusCode())
                .isEqualTo(404);
        assertThat(sheet.get("/exports").statusCode()).isEqualTo(302);

        String id = Long.toString(scene.workplace.handouts().feeds().list().stream()
                .filter(feed -> feed.wanted().name().equals("Phòng kinh doanh"))
                .findFirst()
                .orElseThrow()
                .id());
        assertThat(said(deed("/exports/feed/end", Map.of("feed", id)))).isEqualTo("feed-ended");
        assertThat(sheet.get(path).statusCode()).isEqualTo(404);
        assertThat(said(deed("/exports/feed/end", Map.of("feed", id)))).isEqualTo("gone");
    }

    @Test
    void anExcelFeedBeginsWithTheMarkThatExcelWantsAndHoldsPartsWhereAskedForWithoutAnyFormula() throws Exception {
        String body = new Visitor(scene).get(feed("Excel", "excel", "all")).body();
        assertThat(body).startsWith("\uFEFFdate,").contains(",channel,");
        assertThat(body.lines()).noneMatch(line -> line.contains(",=") || line.contains(",\"="));
    }

    @Test
    void a01WhatChangedSinceAFileIsListedWithBothNumbersAndTheCause() throws Exception {
        assertThat(editor.get("/exports/file?format=csv&from=2026-11-01").statusCode())
                .isEqualTo(200);
        long file = scene.workplace.handouts().log().last(1).get(0).id();
        String changes = "/exports/" + file + "/changes";
        assertThat(editor.get(changes).body()).doesNotContain("/kpi/advertising-cost/");
        Path ads = home.resolve("inbox/ads/ads.csv");
        Files.writeString(ads, Files.readString(ads).replace("2026-11-20,,1002", "2026-11-20,,51002"));
        scene.workplace.sync(List.of("ads"), SyncRequest.MANUAL, SyncListener.SILENT);
        scene.workplace.refresh();
        String page = editor.get(changes).body();
        assertThat(page).contains("/kpi/advertising-cost/2026-11-20", "1.002", "51.002");
        assertThat(editor.get("/exports/file?format=csv&from=2026-11-01").statusCode())
                .isEqualTo(200);
        long later = scene.workplace.handouts().log().last(1).get(0).id();
        assertThat(editor.get("/exports/" + later + "/changes").body()).doesNotContain("/kpi/advertising-cost/");
        assertThat(editor.get("/exports/999/changes").statusCode()).isEqualTo(404);
    }

    @Test
    void theMorningMailHoldsEveryListedKpiWithItsNumberAndNeitherLinkNorAttachment() throws Exception {
        assertThat(said(deed("/exports/mail", Map.of("address", "no address", "cadence", "day", "language", "vi"))))
                .isEqualTo("mail-address");
        Map<String, String> mai = Map.of("address", "Mai@Shop.example", "cadence", "day", "language", "vi");
        assertThat(said(deed("/exports/mail", mai))).isEqualTo("mail-added");
        assertThat(said(deed("/exports/mail", mai))).isEqualTo("mail-known");
        String reader =
                Long.toString(scene.workplace.handouts().readers().list().get(0).id());
        assertThat(said(deed("/exports/mail/try", Map.of("reader", reader)))).isEqualTo("mail-sent");
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("mai@shop.example");
        assertThat(mail.getSubject()).endsWith("Số liệu sáng 23/11/2026");
        assertThat(mail.getContentType()).startsWith("text/plain");
        String text = mail.getContent().toString();
        assertThat(text)
                .startsWith("Số liệu sáng 23/11/2026")
                .contains("DỮ LIỆU MẪU", "HẰNG NGÀY", "HẰNG TUẦN", "HẰNG THÁNG", "CẦN BẠN XEM")
                .contains("Doanh số bán hàng (22/11/2026): 300.000\u00a0₫", "mục tiêu 500.000\u00a0₫ ✘ Chưa đạt")
                .doesNotContain("http");
        scene.workplace.catalogue().kpis().values().stream()
                .filter(kpi -> kpi.variantOf().isEmpty())
                .forEach(kpi -> assertThat(text).contains(kpi.name().vi()));
        assertThat(said(deed("/exports/mail/end", Map.of("reader", reader)))).isEqualTo("mail-ended");
        assertThat(deed("/exports/mail/end", Map.of("reader", reader)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void withoutAMailServerThePageSaysWhatToWriteAndOneClickThrowsTheSampleAway(@TempDir Path other) throws Exception {
        Path theirs = Files.writeString(other.resolve("theirs.txt"), "not of the sample");
        CountDownLatch ended = new CountDownLatch(1);
        WebSettings toAll = new WebSettings(0, Optional.empty(), true);
        try (Scene bare = Scene.open(other, toAll, Optional.of(ended::countDown))) {
            Visitor anybody = new Visitor(bare);
            assertThat(anybody.get("/exports").body()).contains("operator.yaml", "/sample/remove");
            HttpResponse<String> gone = anybody.post("/sample/remove", Map.of("form", anybody.form()));
            assertThat(gone.body()).contains("nhip init");
            assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        }
        new SampleHome(new Home(other)).remove();
        assertThat(other.resolve("config")).doesNotExist();
        assertThat(other.resolve("data")).doesNotExist();
        assertThat(theirs).exists();
        assertThat(editor.get("/exports").body()).doesNotContain("/sample/remove");
    }
}
