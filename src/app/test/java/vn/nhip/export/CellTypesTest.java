package vn.nhip.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import vn.nhip.kpi.KpiValue;
import vn.nhip.spi.Grain;

/** The type of a cell comes from its column, whatever its content looks like. */
class CellTypesTest {

    private static final int VALUE = 4;
    private static final int DIMENSION_VALUE = 10;

    @Property(tries = 25)
    void textStaysTheSameText(@ForAll @Size(max = 40) List<@net.jqwik.api.From("texts") String> texts)
            throws Exception {
        List<KpiValue> values = new ArrayList<>();
        for (String text : texts) {
            values.add(Reports.value(
                    "sales", Grain.DAY, Reports.FIRST_DAY, Reports.by("campaign", text), Optional.of(BigDecimal.ONE)));
        }
        List<Cell> cells = column(values, DIMENSION_VALUE);
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).isEmpty()) {
                assertThat(cells.get(i)).isNull();
            } else {
                assertThat(cells.get(i).getCellType()).isEqualTo(CellType.STRING);
                assertThat(cells.get(i).getStringCellValue()).isEqualTo(texts.get(i));
            }
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "Nguyễn Thị Ánh Đào",
                        "=cmd()",
                        "=HYPERLINK(\"http://x\")",
                        "+84901234567",
                        "-5",
                        "@x",
                        "＝1",
                        "\tx",
                        "\rx",
                        "0901234567",
                        "202811",
                        "1234567890123456",
                        "1-2",
                        "TRUE",
                        "_x000D_",
                        "_x005F_",
                        " hai đầu ",
                        "dòng 1\ndòng 2",
                        "😀",
                        "\u0007chuông",
                        "<a>&\"'"),
                Arbitraries.strings().ofMaxLength(60).filter(CellTypesTest::isText));
    }

    /** Lone surrogates are no text. */
    private static boolean isText(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    @Property(tries = 25)
    void numbersStayNumbers(@ForAll @Size(max = 40) List<@net.jqwik.api.From("numbers") BigDecimal> numbers)
            throws Exception {
        List<KpiValue> values = new ArrayList<>();
        for (BigDecimal number : numbers) {
            values.add(Reports.value(
                    "sales", Grain.DAY, Reports.FIRST_DAY, KpiValue.Breakdown.TOTAL, Optional.of(number)));
        }
        List<Cell> cells = column(values, VALUE);
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(cells.get(i).getCellType()).isEqualTo(CellType.NUMERIC);
            double expected = numbers.get(i).doubleValue();
            assertThat(cells.get(i).getNumericCellValue())
                    .isCloseTo(expected, within(Math.max(1e-12, Math.abs(expected) * 1e-14)));
        }
    }

    @Provide
    Arbitrary<BigDecimal> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(190_001, 210_012).map(BigDecimal::valueOf),
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("-999999999999999"), new BigDecimal("999999999999999"))
                        .ofScale(6));
    }

    @Test
    void numberOfMoreThanFifteenDigitsIsTextSoThatNoDigitIsLost() throws Exception {
        BigDecimal long16 = new BigDecimal("1234567890123456");
        Cell cell = column(
                        List.of(Reports.value(
                                "sales", Grain.DAY, Reports.FIRST_DAY, KpiValue.Breakdown.TOTAL, Optional.of(long16))),
                        VALUE)
                .get(0);
        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue()).isEqualTo("1234567890123456");
    }

    @Test
    void e25TextThatLooksLikeAFormulaStaysTextWhenEdited() throws Exception {
        Cell cell = column(
                        List.of(Reports.value(
                                "sales", Grain.DAY, Reports.FIRST_DAY, Reports.by("c", "=cmd()"), Optional.empty())),
                        DIMENSION_VALUE)
                .get(0);
        assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
    }

    @Test
    void textThatDoesNotFitIsRefusedInWordsNeverCut() {
        String endless = "x".repeat(32_768);
        var values = List.of(
                Reports.value("sales", Grain.DAY, Reports.FIRST_DAY, Reports.by("c", endless), Optional.empty()));
        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() -> column(values, DIMENSION_VALUE))
                .withMessageContaining("32768 characters")
                .withMessageContaining("CSV");
    }

    private static List<Cell> column(List<KpiValue> values, int column) throws Exception {
        Path folder = Files.createTempDirectory("nhip-export");
        Path file = folder.resolve("kpi.xlsx");
        try {
            WorkbookWriter.write(Reports.withValues(values), file);
            try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
                XSSFSheet sheet = workbook.getSheet("Du_lieu");
                List<Cell> cells = new ArrayList<>();
                for (int i = 0; i < values.size(); i++) {
                    cells.add(sheet.getRow(2 + i).getCell(column));
                }
                return cells;
            }
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }
}
