package vn.nhip.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.connection.Connection;
import vn.nhip.export.CsvWriter;
import vn.nhip.handout.ExportLog;
import vn.nhip.handout.Sheets;
import vn.nhip.login.Audit;
import vn.nhip.login.Role;
import vn.nhip.sandbox.face.books.GoogleProblem;
import vn.nhip.sandbox.face.rest.HttpFault;
import vn.nhip.sandbox.face.rest.RestAnswer;
import vn.nhip.sandbox.face.rest.RestFaults;
import vn.nhip.sync.SyncListener;
import vn.nhip.sync.SyncRequest;

/** Tables are written into a Google Sheet whole or not at all, and nothing else in it is touched. */
@SuppressWarnings("NullAway.Init") // opened before all tests
class SheetPushTest {

    private static final String FORMULA = "=cmd()|' /C calc'!A0";
    private static final String TAB = "Du_lieu";
    private static final int SYNCED_AT = 17;
    private static final String VALUES = "/values:batchUpdateByDataFilter";

    @TempDir
    private static Path home;

    private static GoogleOffice google;
    private static Scene scene;
    private static Visitor editor;

    @BeforeAll
    static void open() throws Exception {
        google = new GoogleOffice();
        google.operate(home);
        scene = Scene.open(home, new WebSettings(0, Optional.empty(), false));
        editor = Visitor.invited(scene, Role.EDITOR);
        Files.writeString(
                home.resolve("inbox/leads/formula.csv"), "id,at,channel\nf1,2026-11-22 12:00,\"" + FORMULA + "\"\n");
        scene.workplace.sync(List.of("leads"), SyncRequest.MANUAL, SyncListener.SILENT);
        scene.workplace.refresh();
    }

    @AfterAll
    static void close() {
        scene.close();
        google.close();
    }

    @BeforeEach
    void nothingIsWritten() throws Exception {
        google.face.faults(RestFaults.none());
        for (Sheets.Sheet sheet : sheets().list()) {
            assertThat(said(deed("/exports/sheet/end", Map.of("sheet", Long.toString(sheet.id())))))
                    .isEqualTo("sheet-ended");
        }
    }

    private static Sheets sheets() {
        return scene.workplace.handouts().sheets();
    }

    private static HttpResponse<String> deed(String path, Map<String, String> fields) throws Exception {
        Map<String, String> all = new HashMap<>(fields);
        all.put("form", editor.form());
        HttpResponse<String> answer = editor.post(path, all);
        scene.settle();
        return answer;
    }

    private static String said(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst(".*said=", "");
    }

    /** Through the connection that is there, or a new one by the key. */
    private static Sheets.Sheet added(String scope) throws Exception {
        Optional<Connection> known = scene.workplace.connecting().list().stream()
                .filter(scene.workplace.connecting()::mayWriteSheets)
                .filter(connection -> connection.standing().state() == Connection.State.OK)
                .findFirst();
        Map<String, String> fields = Map.of(
                "spreadsheet",
                GoogleOffice.ADDRESS,
                "scope",
                scope,
                "language",
                "vi",
                "connection",
                known.map(Connection::name).orElse("key"),
                "key-file",
                known.isPresent() ? "" : google.key);
        assertThat(said(deed("/exports/sheet", fields))).isEqualTo("sheet-added");
        return sheets().list().get(0);
    }

    private static Sheets.Sheet pushed() throws Exception {
        String id = Long.toString(sheets().list().get(0).id());
        assertThat(said(deed("/exports/sheet/push", Map.of("sheet", id)))).isEqualTo("sheet-started");
        return sheets().list().get(0);
    }

    private static List<CsvRecord> csv(boolean totals) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        var report = scene.workplace.report().in(vn.nhip.config.WorkspaceConfig.Language.VI);
        CsvWriter.write(totals ? report.totalsOnly() : report, out, CsvWriter.Form.SCRIPTS);
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(out.toString(StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        }
    }

    private static void requireSame(List<List<JsonNode>> cells, List<CsvRecord> rows) {
        List<List<String>> found = new ArrayList<>();
        List<List<String>> wanted = new ArrayList<>();
        for (int row = 0; row < cells.size(); row++) {
            List<String> texts =
                    new ArrayList<>(row < rows.size() ? rows.get(row).getFields() : List.of());
            List<String> spelt = new ArrayList<>();
            for (int column = 0; column < cells.get(row).size(); column++) {
                if (column >= texts.size()) {
                    texts.add("");
                }
                spelt.add(plain(cells.get(row).get(column), column, texts.get(column)));
            }
            found.add(spelt);
            wanted.add(texts);
        }
        assertThat(found).isEqualTo(wanted).hasSizeGreaterThanOrEqualTo(rows.size());
    }

    /** A cell as CSV spells it; a number must be one, a day a day's number, a text the text. */
    private static String plain(JsonNode cell, int column, String expected) {
        if (!cell.isNumber()) {
            return cell.isTextual() || cell.isBoolean() ? cell.asText() : cell.toString();
        }
        if (column == 0) {
            return LocalDate.of(1899, 12, 30).plusDays(cell.asLong()).toString();
        }
        if (column == SYNCED_AT) {
            long seconds = new BigDecimal(cell.asText())
                    .multiply(BigDecimal.valueOf(86_400))
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValue();
            LocalDateTime moment = LocalDate.of(1899, 12, 30).atStartOfDay().plusSeconds(seconds);
            return java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss")
                    .format(moment);
        }
        double exact = new BigDecimal(expected).round(new MathContext(15)).doubleValue();
        return cell.doubleValue() == exact ? expected : cell.asText();
    }

    @Test
    void itsTabHoldsTheExportCellByCellAndWhatPeopleKeepThereStaysAsItWas() throws Exception {
        String own = google.book.whole(GoogleOffice.OWN);
        Sheets.Sheet sheet = added("all");
        assertThat(sheet.failure()).isEmpty();
        assertThat(sheet.due()).isEmpty();
        assertThat(sheet.title()).isEqualTo(GoogleOffice.TITLE);
        requireSame(google.book.cells(TAB), csv(false));
        assertThat(google.book.whole(TAB)).contains("\"" + FORMULA + "\"").doesNotContain("\"formula\"");
        assertThat(google.book.whole(TAB)).contains("0={\"type\":\"DATE\",\"pattern\":\"dd/mm/yyyy\"}");
        assertThat(google.book.whole(GoogleOffice.OWN)).isEqualTo(own);
        ExportLog.Handed handed = scene.workplace.handouts().log().last(1).get(0);
        assertThat(handed.name()).isEqualTo("Google Sheets: " + GoogleOffice.TITLE);
        assertThat(scene.workplace.logins().audit().last(10))
                .extracting(Audit.Deed::what)
                .contains("sheet");
        assertThat(editor.get("/exports").body())
                .contains(GoogleOffice.TITLE, GoogleOffice.ROBOT)
                .doesNotContain("PRIVATE KEY");
    }

    @Test
    void aTabIsFoundAgainUnderAnotherNameAndACopyOfItIsAPersonsOwn() throws Exception {
        added("totals");
        List<String> names = google.book.names();
        google.book.rename(TAB, "KPI của chị Lan");
        google.book.duplicate("KPI của chị Lan", 99, TAB);
        String copy = google.book.whole(TAB);
        assertThat(pushed().failure()).isEmpty();
        assertThat(google.book.whole(TAB)).isEqualTo(copy);
        requireSame(google.book.cells("KPI của chị Lan"), csv(true));
        assertThat(google.book.names()).hasSize(names.size() + 1);
        google.book.rename(TAB, "bản chụp");
        google.book.rename("KPI của chị Lan", TAB);
    }

    @Test
    void fewerRowsLeaveNoOldOnesBehind() throws Exception {
        added("all");
        int before = csv(false).size();
        added("totals");
        assertThat(sheets().list()).hasSize(1);
        assertThat(csv(true)).hasSizeLessThan(before);
        requireSame(google.book.cells(TAB), csv(true));
    }

    @Test
    void whateverGoesWrongInTheMiddleTheTabsHoldWhatTheyHeldAndASentenceSaysWhatToDo() throws Exception {
        added("all");
        List<List<JsonNode>> before = google.book.cells(TAB);
        added("totals");
        List<List<JsonNode>> held = google.book.cells(TAB);
        assertThat(held).isNotEqualTo(before);
        Map<String, RestAnswer> refusals = Map.of(
                "chỉ có quyền đọc",
                GoogleProblem.scope(),
                "Google Sheets API đang tắt",
                GoogleProblem.disabled(),
                "chia sẻ bảng tính cho " + GoogleOffice.ROBOT,
                GoogleProblem.permission(),
                "tệp Excel",
                GoogleProblem.officeFile(),
                "khóa một trang",
                GoogleProblem.protectedCells(),
                "không tìm thấy",
                RestAnswer.json(404, "{\"error\":{\"code\":404,\"status\":\"NOT_FOUND\"}}"),
                "yêu cầu chờ",
                GoogleProblem.quota(),
                "đang gặp sự cố",
                GoogleProblem.internal());
        for (Map.Entry<String, RestAnswer> refusal : refusals.entrySet()) {
            google.service.once(VALUES, refusal.getValue());
            Sheets.Sheet sheet = pushed();
            assertThat(sheet.failure()).as(refusal.getKey()).isNotEmpty();
            assertThat(google.book.cells(TAB)).isEqualTo(held);
            assertThat(editor.get("/exports").body()).contains(refusal.getKey());
            assertThat(sheet.due().isPresent())
                    .isEqualTo(List.of("slow-down", "away").contains(sheet.failure()));
        }
        assertThat(pushed().failure()).isEmpty();
    }

    @Test
    void aTokenThatIsRefusedIsRenewedOnceAndThenSomebodyIsAskedForANewKey() throws Exception {
        added("totals");
        List<List<JsonNode>> held = google.book.cells(TAB);
        google.service.once(VALUES, RestAnswer.json(401, "{}"));
        assertThat(pushed().failure()).isEmpty();
        google.service.once(VALUES, RestAnswer.json(401, "{}"));
        google.service.once(VALUES, RestAnswer.json(401, "{}"));
        assertThat(pushed().failure()).isEqualTo("connection");
        assertThat(google.book.cells(TAB)).isEqualTo(held);
        assertThat(editor.get("/exports").body()).contains("khóa hoặc tài khoản còn hiệu lực");
        assertThat(added("totals").failure()).isEmpty();
        assertThat(sheets().list()).hasSize(1);
    }

    @Test
    void anAnswerThatIsLostOrBrokenIsTriedAgainAndTheSecondTimeChangesNothing() throws Exception {
        added("totals");
        List<List<JsonNode>> held = google.book.cells(TAB);
        for (HttpFault fault : List.of(
                HttpFault.RESET_AFTER_ACCEPT,
                HttpFault.MAINTENANCE_PAGE,
                HttpFault.GATEWAY_TIMEOUT,
                HttpFault.TOO_MANY_SECONDS)) {
            google.face.faults(RestFaults.striking(1, ask -> ask.path().endsWith(VALUES), fault));
            Sheets.Sheet sheet = pushed();
            assertThat(sheet.failure()).as(fault.name()).isIn("away", "slow-down");
            assertThat(sheet.due()).isPresent();
            if (fault == HttpFault.TOO_MANY_SECONDS) {
                assertThat(sheet.due()).contains(Scene.CLOCK.instant().plusSeconds(7));
            }
        }
        assertThat(pushed().failure()).isEmpty();
        assertThat(google.book.cells(TAB)).isEqualTo(held);
    }

    @Test
    void aTabThatSomebodyDeletedIsMadeAnewWhereThereIsRoomForIt() throws Exception {
        added("totals");
        google.book.delete(TAB);
        google.book.leaveRoom(10);
        List<String> names = google.book.names();
        assertThat(pushed().failure()).isEqualTo("full");
        assertThat(google.book.names()).isEqualTo(names);
        assertThat(editor.get("/exports").body()).contains("10 triệu ô");
        google.book.leaveRoom(1_000_000);
        assertThat(pushed().failure()).isEmpty();
        requireSame(google.book.cells(TAB), csv(true));
    }

    @Test
    void aConnectionThatMayOnlyReadIsNotTaken() throws Exception {
        var connecting = scene.workplace.connecting();
        var reading = connecting.wanted(List.of("google-sheets"));
        connecting.make(
                "google-reading",
                reading.auth(),
                vn.nhip.connection.Credential.serviceAccount(
                        vn.nhip.spi.Secret.of(google.key), reading.scopes(), Map.of()));
        Map<String, String> fields = new HashMap<>(Map.of(
                "spreadsheet", GoogleOffice.ADDRESS, "scope", "all", "language", "vi", "connection", "google-reading"));
        assertThat(deed("/exports/sheet", fields).statusCode()).isEqualTo(404);
        assertThat(editor.get("/exports").body()).doesNotContain("google-reading");
        fields.put("connection", "key");
        assertThat(said(deed("/exports/sheet", fields))).isEqualTo("sheet-key");
        fields.put("key-file", "{\"type\": \"authorized_user\"}");
        assertThat(said(deed("/exports/sheet", fields))).isEqualTo("sheet-key");
        fields.put("spreadsheet", "https://evil.example/spreadsheets/d/" + GoogleOffice.ID);
        assertThat(said(deed("/exports/sheet", fields))).isEqualTo("sheet-address");
        assertThat(sheets().list()).isEmpty();
    }

    @Test
    void afterTheNightEverySpreadsheetIsWrittenByItself() throws Exception {
        added("totals");
        int before = scene.workplace.handouts().log().last(100).size();
        scene.workplace.nightShift(Runnable::run).tick().join();
        assertThat(scene.workplace.handouts().log().last(100)).hasSizeGreaterThan(before);
        assertThat(sheets().list()).singleElement().satisfies(sheet -> {
            assertThat(sheet.failure()).isEmpty();
            assertThat(sheet.due()).isEmpty();
        });
    }
}
