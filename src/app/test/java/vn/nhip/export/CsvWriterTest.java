package vn.nhip.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhip.kpi.KpiValue;
import vn.nhip.spi.Grain;

class CsvWriterTest {

    @TempDir
    Path folder;

    @Test
    void peopleGetUtf8WithAMarkCommasAndCrLf() throws Exception {
        byte[] bytes = write(Reports.shop(), CsvWriter.Form.PEOPLE);
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        String text = new String(bytes, StandardCharsets.UTF_8).substring(1);
        assertThat(text)
                .startsWith("date,grain,kpi_id,kpi_name,value,")
                .contains("\r\n")
                .endsWith("\r\n");
        assertThat(text).doesNotContain("sep=");
    }

    @Test
    void scriptsGetNoMark() throws Exception {
        assertThat(new String(write(Reports.shop(), CsvWriter.Form.SCRIPTS), StandardCharsets.UTF_8))
                .startsWith("date,grain");
    }

    @Test
    void excelGetsUtf16WithAMarkAndTabs() throws Exception {
        byte[] bytes = write(Reports.shop(), CsvWriter.Form.EXCEL);
        assertThat(bytes).startsWith(0xFF, 0xFE);
        assertThat(new String(bytes, StandardCharsets.UTF_16LE).substring(1)).startsWith("date\tgrain\tkpi_id");
    }

    @Test
    void daysAreIsoNumbersPlainAndUndefinedIsEmpty() throws Exception {
        List<CsvRecord> rows = read(Reports.shop(), CsvWriter.Form.SCRIPTS);
        CsvRecord sales = rows.stream()
                .filter(row -> row.getField(2).equals("sales"))
                .findFirst()
                .orElseThrow();
        assertThat(sales.getField(0)).isEqualTo("2025-12-01");
        assertThat(sales.getField(4)).isEqualTo("11111110");
        assertThat(sales.getField(13)).isEqualTo("false");
        assertThat(sales.getField(17)).isEqualTo("2026-03-18T08:15:00");
        CsvRecord undefined = rows.stream()
                .filter(row -> row.getField(12).startsWith("undefined"))
                .findFirst()
                .orElseThrow();
        assertThat(undefined.getField(4)).isEmpty();
        assertThat(undefined.getField(12)).isEqualTo("undefined: zero-denominator");
        assertThat(rows).hasSize(Reports.shop().values().size() + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd()", "+1", "-1", "@x", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x"})
    void riskyTextIsGuardedForPeopleAndExactForScripts(String text) throws Exception {
        Report report = one(text);
        assertThat(read(report, CsvWriter.Form.PEOPLE).get(1).getField(10)).isEqualTo("'" + text);
        assertThat(read(report, CsvWriter.Form.EXCEL).get(1).getField(10)).isEqualTo("'" + text);
        assertThat(read(report, CsvWriter.Form.SCRIPTS).get(1).getField(10)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nguyễn Thị Ánh Đào", "a,b", "a\"b", "hai\ndòng", "0901234567", "1234567890123456"})
    void otherTextIsExactInEveryForm(String text) throws Exception {
        for (CsvWriter.Form form : CsvWriter.Form.values()) {
            assertThat(read(one(text), form).get(1).getField(10)).isEqualTo(text);
        }
    }

    @Test
    void negativeNumberIsNeverGuarded() throws Exception {
        assertThat(read(one("x"), CsvWriter.Form.PEOPLE).get(1).getField(4)).isEqualTo("-1500.25");
    }

    private static Report one(String text) {
        KpiValue value = Reports.value(
                "sales",
                Grain.DAY,
                Reports.FIRST_DAY,
                Reports.by("campaign", text),
                Optional.of(new BigDecimal("-1500.25")));
        return Reports.withValues(List.of(value));
    }

    private byte[] write(Report report, CsvWriter.Form form) throws Exception {
        Path file = folder.resolve("kpi.csv");
        CsvWriter.write(report, file, form);
        return Files.readAllBytes(file);
    }

    private List<CsvRecord> read(Report report, CsvWriter.Form form) throws Exception {
        Charset charset = form == CsvWriter.Form.EXCEL ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
        String text = new String(write(report, form), charset);
        String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        char separator = form == CsvWriter.Form.EXCEL ? '\t' : ',';
        return CsvReader.builder().fieldSeparator(separator).ofCsvRecord(bare).stream()
                .toList();
    }
}
