package vn.nhip.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.config.WorkspaceConfig.Language;
import vn.nhip.kpi.KpiValue;
import vn.nhip.spi.Grain;

/** Every sheet, read back from the file. */
class WorkbookContentTest {

    @TempDir
    Path folder;

    private final Report report = Reports.shop();
    private XSSFWorkbook workbook;

    @BeforeEach
    void write() throws Exception {
        WorkbookWriter.write(report, folder.resolve("kpi.xlsx"));
        workbook = new XSSFWorkbook(folder.resolve("kpi.xlsx").toFile());
    }

    @AfterEach
    void close() {
        workbook.getPackage().revert();
    }

    @Test
    void sheetsStandInOrderUnderTheirVietnameseNames() {
        assertThat(sheetNames(workbook))
                .containsExactly("Tổng quan", "Du_lieu", "Ngay", "Kenh", "Doi_chieu", "Tu_dien", "Nguon", "Bieu_do");
    }

    @Test
    void englishWorkspaceGetsEnglishNames() throws Exception {
        Path file = folder.resolve("en.xlsx");
        WorkbookWriter.write(Reports.shop(Language.EN, Reports.ZONE, false), file);
        try (XSSFWorkbook english = new XSSFWorkbook(file.toFile())) {
            assertThat(sheetNames(english))
                    .containsExactly(
                            "Overview",
                            "Data",
                            "Daily",
                            "Channels",
                            "Reconciliation",
                            "Dictionary",
                            "Sources",
                            "Charts");
            assertThat(english.getSheet("Data").getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("date");
        }
    }

    @Test
    void tidyTableHoldsEveryValueTyped() {
        XSSFSheet sheet = workbook.getSheet("Du_lieu");
        int first = 2;
        for (int i = 0; i < report.values().size(); i++) {
            KpiValue value = report.values().get(i);
            Row row = sheet.getRow(first + i);
            assertThat(day(row, 0)).isEqualTo(value.start());
            assertThat(text(row, 1)).isEqualTo(value.grain().id());
            assertThat(text(row, 2)).isEqualTo(value.kpi());
            assertNumber(row, 4, value.value());
            assertNumber(row, 5, value.numerator());
            assertNumber(row, 6, value.denominator());
            assertThat(text(row, 9)).isEqualTo(value.of().dimension());
            assertThat(text(row, 10)).isEqualTo(value.of().value());
            assertThat(row.getCell(13).getBooleanCellValue())
                    .isEqualTo(value.standing().partial());
            assertThat(row.getCell(14).getBooleanCellValue())
                    .isEqualTo(value.standing().state() == KpiValue.State.RESTATED);
            assertThat(row.getCell(15).getNumericCellValue()).isEqualTo(value.version());
            assertThat(text(row, 16)).isEqualTo("pos, web");
            assertThat(row.getCell(17).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2026, 3, 18, 8, 15));
        }
        assertThat(sheet.getLastRowNum()).isEqualTo(first + report.values().size() - 1);
    }

    @Test
    void undefinedValueIsAnEmptyCellWithItsReason() {
        Row row = find("Du_lieu", 2, "conversion-rate", LocalDate.of(2025, 12, 5));
        assertThat(row.getCell(4)).isNull();
        assertThat(text(row, 12)).isEqualTo("undefined: zero-denominator");
        assertThat(row.getCell(6).getNumericCellValue()).isZero();
    }

    @Test
    void unitsCurrencyTargetAndStateStandInTheirColumns() {
        Row sales = find("Du_lieu", 2, "sales", Reports.FIRST_DAY);
        assertThat(text(sales, 7)).isEqualTo("money");
        assertThat(text(sales, 8)).isEqualTo("VND");
        assertThat(sales.getCell(11).getNumericCellValue()).isEqualTo(20_000_000);
        assertThat(text(sales, 12)).isEqualTo("settled");
        assertThat(sales.getCell(4).getCellStyle().getDataFormatString()).isEqualTo("#,##0\" ₫\"");
        Row rate = find("Du_lieu", 2, "conversion-rate", Reports.FIRST_DAY);
        assertThat(text(rate, 8)).isEmpty();
        assertThat(rate.getCell(11)).isNull();
        assertThat(rate.getCell(4).getCellStyle().getDataFormatString()).isEqualTo("0.0%");
        assertThat(rate.getCell(0).getCellStyle().getDataFormatString()).isEqualTo("dd/mm/yyyy");
    }

    @Test
    void dailySheetHasOneColumnPerKpi() {
        XSSFSheet sheet = workbook.getSheet("Ngay");
        assertThat(rowTexts(sheet.getRow(1)))
                .containsExactly("Ngày", "Lưu lượng truy cập", "Doanh số", "Tỷ lệ chuyển đổi", "Ghi chú");
        Map<LocalDate, BigDecimal> sales = report.values().stream()
                .filter(value -> value.kpi().equals("sales") && value.of().equals(KpiValue.Breakdown.TOTAL))
                .collect(
                        Collectors.toMap(KpiValue::start, value -> value.value().orElseThrow()));
        assertThat(sheet.getLastRowNum() - 1).isEqualTo(sales.size());
        for (int i = 2; i <= sheet.getLastRowNum(); i++) {
            Row row = sheet.getRow(i);
            assertNumber(row, 2, Optional.ofNullable(sales.get(day(row, 0))));
        }
        Row undefined = sheet.getRow(2 + 4);
        assertThat(day(undefined, 0)).isEqualTo(LocalDate.of(2025, 12, 5));
        assertThat(undefined.getCell(3)).isNull();
        assertThat(text(undefined, 4)).startsWith("Tỷ lệ chuyển đổi: Mẫu số bằng 0");
        assertThat(text(sheet.getRow(sheet.getLastRowNum()), 4)).isEqualTo("Ngày chưa trọn");
    }

    @Test
    void channelsAndReconciliationAndSourcesHoldTheirRows() {
        Row channel = workbook.getSheet("Kenh").getRow(2);
        assertThat(day(channel, 0)).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(text(channel, 1)).isEqualTo("facebook");
        assertThat(channel.getCell(2).getNumericCellValue()).isEqualTo(3_000_000);
        assertThat(channel.getCell(3).getNumericCellValue()).isEqualTo(30);
        assertThat(channel.getCell(4).getNumericCellValue()).isEqualTo(3);
        assertThat(channel.getCell(5).getNumericCellValue()).isEqualTo(30_000_000);
        Row crm = workbook.getSheet("Doi_chieu").getRow(3);
        assertThat(rowTexts(crm).subList(1, 3)).containsExactly("crm", "GBP");
        assertThat(crm.getCell(4).getNumericCellValue()).isEqualTo(150_000.25);
        assertThat(crm.getCell(4).getCellStyle().getDataFormatString()).isEqualTo("#,##0.00\" GBP\"");
        assertThat(crm.getCell(7).getNumericCellValue()).isEqualTo(290);
        assertThat(crm.getCell(8).getNumericCellValue()).isEqualTo(145_000);
        Row source = workbook.getSheet("Nguon").getRow(2);
        assertThat(rowTexts(source).subList(0, 3)).containsExactly("pos", "Máy bán hàng", "files");
        assertThat(source.getCell(3).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2026, 3, 18, 8, 15));
        assertThat(day(source, 4)).isEqualTo(Reports.TODAY.minusDays(1));
        assertThat(source.getCell(5).getNumericCellValue()).isEqualTo(123_456);
        assertThat(source.getCell(6).getNumericCellValue()).isEqualTo(7);
    }

    @Test
    void dictionaryDefinesKpisAndColumnsAndCountsRows() {
        XSSFSheet sheet = workbook.getSheet("Tu_dien");
        Row retention = find("Tu_dien", 0, "retention", null);
        assertThat(text(retention, 2)).isEqualTo("Customer retention rate");
        assertThat(text(retention, 3)).startsWith("(E − N) ÷ S");
        assertThat(text(find("Tu_dien", 0, "revenue", null), 3))
                .isEqualTo("ledger.revenue khi đã nối sổ kế toán; nếu không: orders.net − refunds");
        for (Table.Column column : TidyTable.COLUMNS) {
            assertThat(text(find("Tu_dien", 0, "tblKpi[" + column.title() + "]", null), 1))
                    .isNotEmpty();
        }
        assertThat(text(sheet.getRow(sheet.getLastRowNum()), 0))
                .isEqualTo("Số dòng của từng trang: Tổng quan 5 · Du_lieu "
                        + report.values().size() + " · Ngay 108 · Kenh 6 · Doi_chieu 2 · Tu_dien 23 · Nguon 2");
    }

    @Test
    void tablesHaveFilterButtonsFrozenHeadersAndA4Landscape() {
        for (XSSFSheet sheet :
                List.of(workbook.getSheet("Tổng quan"), workbook.getSheet("Du_lieu"), workbook.getSheet("Ngay"))) {
            XSSFTable table = sheet.getTables().get(0);
            int header = table.getStartRowIndex();
            assertThat(table.getCTTable().isSetAutoFilter()).isTrue();
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) (header + 1));
            assertThat(sheet.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 1);
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
            assertThat(sheet.getFitToPage()).isTrue();
        }
        XSSFTable tidy = workbook.getTable("tblKpi");
        assertThat(tidy.getXSSFSheet().getCTWorksheet().getDimension().getRef())
                .isEqualTo("A1:R" + (2 + report.values().size()));
        assertThat(tidy.getEndRowIndex()).isEqualTo(1 + report.values().size());
        assertThat(tidy.getColumns()).extracting(column -> column.getName()).startsWith("date", "grain", "kpi_id");
    }

    @Test
    void namedRangesPointAtTheOverviewValues() {
        assertThat(workbook.getName("kpi_revenue").getRefersToFormula()).isEqualTo("'Tổng quan'!$D$10");
        Row revenue = workbook.getSheet("Tổng quan").getRow(9);
        assertThat(text(revenue, 0)).isEqualTo("Doanh thu");
        KpiValue february = report.values().stream()
                .filter(value -> value.grain() == Grain.MONTH && value.start().equals(LocalDate.of(2026, 2, 1)))
                .findFirst()
                .orElseThrow();
        assertNumber(revenue, 3, february.value());
        assertThat(text(revenue, 6)).isEqualTo("✔ Đạt");
        assertThat(text(workbook.getSheet("Tổng quan").getRow(7), 6)).isEqualTo("○ Chưa đặt mục tiêu");
        assertThat(text(workbook.getSheet("Tổng quan").getRow(8), 0))
                .isEqualTo("Tỷ lệ giữ chân khách hàng (cửa sổ 90 ngày)");
        assertThat(text(revenue, 9)).isEqualTo("Nguyễn Thị Ánh Đào");
    }

    @Test
    void chartsAreDrawnFromCellsOfTheWorkbook() {
        XSSFSheet sheet = workbook.getSheet("Bieu_do");
        var charts = sheet.getDrawingPatriarch().getCharts();
        assertThat(charts).hasSize(6);
        assertThat(charts.get(0).getTitleText().getString()).isEqualTo("Lưu lượng truy cập");
        var series = charts.get(0).getChartSeries().get(0);
        assertThat(series.getSeries(0).getValuesData().getDataRangeReference()).startsWith("Bieu_do!$T$3:$T$");
        assertThat(series.getSeries(0).getValuesData().getPointCount()).isEqualTo(90);
        assertThat(series.getSeries(0).getValuesData().getPointAt(0).doubleValue())
                .isPositive();
    }

    @Test
    void sampleBannerStandsOnEverySheet() {
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            boolean overview = workbook.getSheetName(i).equals("Tổng quan");
            assertThat(text(workbook.getSheetAt(i).getRow(overview ? 2 : 0), 0)).startsWith("DỮ LIỆU MẪU");
        }
    }

    @Test
    void noMacrosNoFormulasNoLinksAndTheTruthInTheProperties() throws Exception {
        assertThat(workbook.getPackage().getParts())
                .extracting(part -> part.getPartName().getName())
                .noneMatch(name -> name.contains("vba") || name.contains("externalLink"));
        workbook.forEach(sheet -> sheet.forEach(
                row -> row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA))));
        var core = workbook.getProperties().getCoreProperties();
        assertThat(core.getCreated()).hasTime(Reports.NOW.toEpochMilli());
        assertThat(core.getCreator()).isEqualTo("Nhịp");
        assertThat(workbook.getProperties().getExtendedProperties().getApplication())
                .isEqualTo("Nhịp");
    }

    private static List<String> sheetNames(XSSFWorkbook workbook) {
        return java.util.stream.IntStream.range(0, workbook.getNumberOfSheets())
                .mapToObj(workbook::getSheetName)
                .toList();
    }

    private Row find(String sheet, int column, String text, @Nullable LocalDate day) {
        for (Row row : workbook.getSheet(sheet)) {
            boolean dayFits = day == null
                    || (row.getCell(0) != null
                            && row.getCell(0).getCellType() == CellType.NUMERIC
                            && day(row, 0).equals(day));
            if (text(row, column).equals(text) && dayFits) {
                return row;
            }
        }
        throw new AssertionError("no row " + text + " " + day + " on " + sheet);
    }

    private static void assertNumber(Row row, int column, Optional<BigDecimal> expected) {
        Cell cell = row.getCell(column);
        if (expected.isEmpty()) {
            assertThat(cell).isNull();
        } else {
            assertThat(cell.getNumericCellValue()).isCloseTo(expected.get().doubleValue(), within(1e-12));
        }
    }

    private static LocalDate day(Row row, int column) {
        return row.getCell(column).getLocalDateTimeCellValue().toLocalDate();
    }

    private static String text(Row row, int column) {
        Cell cell = row.getCell(column);
        return cell == null || cell.getCellType() != CellType.STRING ? "" : cell.getStringCellValue();
    }

    private static List<String> rowTexts(Row row) {
        return java.util.stream.IntStream.range(0, row.getLastCellNum())
                .mapToObj(column -> text(row, column))
                .toList();
    }
}
