package vn.nhip.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.TimeZone;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhip.config.WorkspaceConfig.Language;

/** Days never shift, wherever the business or the machine is. */
class ZonesTest {

    private static final TimeZone MACHINE = TimeZone.getDefault();

    @TempDir
    Path folder;

    @AfterEach
    void restore() {
        TimeZone.setDefault(MACHINE);
    }

    @ParameterizedTest
    @CsvSource({
        "Pacific/Pago_Pago, 2026-03-17T14:15",
        "UTC, 2026-03-18T01:15",
        "Asia/Ho_Chi_Minh, 2026-03-18T08:15",
        "Pacific/Kiritimati, 2026-03-18T15:15"
    })
    void daysStayAndMomentsAreBusinessTime(String zone, LocalDateTime synced) throws Exception {
        Path file = folder.resolve("kpi.xlsx");
        WorkbookWriter.write(Reports.shop(Language.VI, ZoneId.of(zone), false), file);
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            Row row = workbook.getSheet("Du_lieu").getRow(1);
            assertThat(row.getCell(0).getLocalDateTimeCellValue()).isEqualTo(Reports.FIRST_DAY.atStartOfDay());
            assertThat(row.getCell(0).getNumericCellValue()).isEqualTo(45_992);
            assertThat(row.getCell(17).getLocalDateTimeCellValue()).isEqualTo(synced);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Pago_Pago", "UTC", "Asia/Ho_Chi_Minh", "Pacific/Kiritimati"})
    void sameReportGivesTheSameBytesOnEveryMachine(String machine) throws Exception {
        Path here = folder.resolve("here.xlsx");
        WorkbookWriter.write(Reports.shop(), here);
        TimeZone.setDefault(TimeZone.getTimeZone(machine));
        Path there = folder.resolve("there.xlsx");
        WorkbookWriter.write(Reports.shop(), there);
        assertThat(Files.mismatch(here, there)).isEqualTo(-1);
    }
}
