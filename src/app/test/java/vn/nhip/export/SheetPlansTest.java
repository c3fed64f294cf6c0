package vn.nhip.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.kpi.KpiValue;
import vn.nhip.spi.Grain;

class SheetPlansTest {

    @TempDir
    Path folder;

    @Test
    void olderYearsMoveToSheetsOfTheirOwnAndNoRowIsLost() throws Exception {
        Path file = folder.resolve("kpi.xlsx");
        WorkbookWriter.write(threeYears(), file, 750 + 8);
        assertRows(file, List.of("tblKpi", "tblKpi_2023"), List.of(731, 365));
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            assertThat(workbook.getSheetName(2)).isEqualTo("Du_lieu_2023");
        }
    }

    @Test
    void sheetsOfYearsGoAgainWhenAllFits() throws Exception {
        Path file = folder.resolve("kpi.xlsx");
        WorkbookWriter.write(threeYears(), file, 380);
        assertRows(file, List.of("tblKpi", "tblKpi_2024", "tblKpi_2023"), List.of(365, 366, 365));
        WorkbookWriter.write(threeYears(), file);
        assertRows(file, List.of("tblKpi"), List.of(1_096));
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            assertThat(workbook.getSheet("Du_lieu_2023")).isNull();
            assertThat(workbook.getSheet("Du_lieu_2024")).isNull();
        }
    }

    @Test
    void yearThatDoesNotFitIsRefusedInWords() {
        Path file = folder.resolve("kpi.xlsx");
        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() -> WorkbookWriter.write(threeYears(), file, 373))
                .withMessageContaining("Year 2024 has 366 rows, more than the 365")
                .satisfies(refused -> assertThat(refused.in(Labels.of(vn.nhip.config.WorkspaceConfig.Language.VI)))
                        .startsWith("Năm 2024 có 366 dòng"));
        assertThat(file).doesNotExist();
    }

    private static void assertRows(Path file, List<String> tables, List<Integer> rows) throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            for (int i = 0; i < tables.size(); i++) {
                var table = workbook.getTable(tables.get(i));
                assertThat(table.getRowCount() - 1).isEqualTo(rows.get(i));
                assertThat(table.getXSSFSheet().getLastRowNum()).isEqualTo(table.getEndRowIndex());
            }
        }
    }

    private static Report threeYears() {
        List<KpiValue> values = new ArrayList<>();
        for (LocalDate day = LocalDate.of(2023, 1, 1); day.getYear() < 2026; day = day.plusDays(1)) {
            values.add(Reports.value("sales", Grain.DAY, day, KpiValue.Breakdown.TOTAL, Optional.of(BigDecimal.TEN)));
        }
        return Reports.withValues(values);
    }
}
