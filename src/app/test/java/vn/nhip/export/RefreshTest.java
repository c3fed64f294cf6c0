package vn.nhip.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An existing file: what is ours is written anew, what is a person's own stays. */
class RefreshTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() {
        file = folder.resolve("kpi.xlsx");
        WorkbookWriter.write(Reports.shop(), file);
    }

    @Test
    void ownSheetKeepsItsPlaceFormulasAndLook() throws Exception {
        edit(workbook -> {
            XSSFSheet own = workbook.createSheet("Của tôi");
            workbook.setSheetOrder("Của tôi", 1);
            own.createRow(0).createCell(0).setCellFormula("SUM(tblKpi[value])");
            own.getRow(0).createCell(1).setCellFormula("kpi_revenue*2");
            own.getRow(0).createCell(2).setCellFormula("'Tổng quan'!D6+Ngay!B3");
            CellStyle yellow = workbook.createCellStyle();
            yellow.setFillForegroundColor(Styles.color("FFFF00"));
            yellow.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            own.getRow(0).getCell(0).setCellStyle(yellow);
        });
        WorkbookWriter.write(Reports.withValues(Reports.shop().values().subList(0, 50)), file);
        read(workbook -> {
            assertThat(sheetNames(workbook).subList(0, 3)).containsExactly("Tổng quan", "Của tôi", "Du_lieu");
            XSSFSheet own = workbook.getSheet("Của tôi");
            assertThat(own.getRow(0).getCell(0).getCellFormula()).isEqualTo("SUM(tblKpi[value])");
            assertThat(own.getRow(0).getCell(1).getCellFormula()).isEqualTo("kpi_revenue*2");
            assertThat(own.getRow(0).getCell(2).getCellFormula()).isEqualTo("'Tổng quan'!D6+Ngay!B3");
            assertThat(own.getRow(0)
                            .getCell(0)
                            .getCellStyle()
                            .getFillForegroundXSSFColor()
                            .getARGBHex())
                    .isEqualTo("FFFFFF00");
            assertThat(workbook.getTable("tblKpi").getEndRowIndex()).isEqualTo(51);
            assertThat(workbook.getSheet("Du_lieu").getLastRowNum()).isEqualTo(51);
            assertThat(workbook.getForceFormulaRecalculation()).isTrue();
            assertThat(workbook.getCreationHelper()
                            .createFormulaEvaluator()
                            .evaluate(own.getRow(0).getCell(0))
                            .getNumberValue())
                    .isPositive();
        });
    }

    @Test
    void refreshingWithTheSameNumbersChangesNothingAndGrowsNothing() throws Exception {
        edit(workbook -> workbook.createSheet("Của tôi"));
        WorkbookWriter.write(Reports.shop(), file);
        int[] first = sizes();
        byte[] charts = partNames();
        for (int i = 0; i < 3; i++) {
            WorkbookWriter.write(Reports.shop(), file);
        }
        assertThat(sizes()).isEqualTo(first);
        assertThat(partNames()).isEqualTo(charts);
    }

    @Test
    void renamedManagedSheetIsFoundByItsTable() throws Exception {
        edit(workbook -> workbook.setSheetName(workbook.getSheetIndex("Ngay"), "Theo ngày"));
        WorkbookWriter.write(Reports.shop(), file);
        read(workbook -> assertThat(sheetNames(workbook))
                .hasSize(8)
                .contains("Theo ngày")
                .doesNotContain("Ngay"));
    }

    @Test
    void deletedManagedSheetComesBack() throws Exception {
        edit(workbook -> workbook.removeSheetAt(workbook.getSheetIndex("Kenh")));
        WorkbookWriter.write(Reports.shop(), file);
        read(workbook -> assertThat(sheetNames(workbook)).contains("Kenh").hasSize(8));
    }

    @Test
    void nameOfAKpiThatIsGoneIsRemoved() throws Exception {
        edit(workbook -> {
            var stale = workbook.createName();
            stale.setNameName("kpi_gone");
            stale.setRefersToFormula("'Tổng quan'!$D$99");
            var own = workbook.createName();
            own.setNameName("vat");
            own.setRefersToFormula("0.1");
        });
        WorkbookWriter.write(Reports.shop(), file);
        read(workbook -> {
            assertThat(workbook.getName("kpi_gone")).isNull();
            assertThat(workbook.getName("vat").getRefersToFormula()).isEqualTo("0.1");
        });
    }

    @Test
    void foreignWorkbookKeepsItsSheetsAndGetsOurs() throws Exception {
        Path foreign = folder.resolve("plan.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(foreign)) {
            workbook.createSheet("Kế hoạch").createRow(0).createCell(0).setCellValue("giữ lại");
            workbook.write(out);
        }
        WorkbookWriter.write(Reports.shop(), foreign);
        file = foreign;
        read(workbook -> {
            assertThat(sheetNames(workbook)).startsWith("Kế hoạch", "Tổng quan").hasSize(9);
            assertThat(workbook.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("giữ lại");
        });
    }

    @Test
    void foreignSheetWithOneOfOurNamesIsRefusedUntouched() throws Exception {
        Path foreign = folder.resolve("plan.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(foreign)) {
            workbook.createSheet("Ngay").createRow(0).createCell(0).setCellValue("của tôi");
            workbook.write(out);
        }
        assertRefusedUntouched(foreign, Reports.shop(), "already has a sheet \"Ngay\"");
    }

    @Test
    void fileOfAnotherWorkspaceIsRefusedUntouched() throws Exception {
        Report shop = Reports.shop();
        Report.Business b = shop.business();
        Report other = new Report(
                new Report.Business("khac", "Khác", b.language(), b.zone(), b.currency(), false),
                shop.kpis(),
                shop.values(),
                List.of(),
                List.of(),
                List.of(),
                shop.exportedAt());
        assertRefusedUntouched(file, other, "is an export of \"minh-an\", not of \"khac\"");
    }

    @Test
    void fileThatIsNoWorkbookIsRefusedUntouched() throws Exception {
        Path text = folder.resolve("note.xlsx");
        Files.writeString(text, "không phải sổ tính");
        assertRefusedUntouched(text, Reports.shop(), "is not a readable XLSX workbook");
        byte[] whole = Files.readAllBytes(file);
        Files.write(text, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertRefusedUntouched(text, Reports.shop(), "is not a readable XLSX workbook");
    }

    @Test
    void openFileIsRefusedUntouchedInWords() throws Exception {
        Path lock = folder.resolve("~$kpi.xlsx");
        Files.writeString(lock, "Lan", StandardCharsets.UTF_8);
        assertRefusedUntouched(file, Reports.shop(), "is open in another program (lock file ~$kpi.xlsx)");
        Files.move(lock, folder.resolve(".~lock.kpi.xlsx#"));
        assertRefusedUntouched(file, Reports.shop(), "is open in another program");
    }

    private void assertRefusedUntouched(Path target, Report report, String words) throws Exception {
        byte[] before = Files.readAllBytes(target);
        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() -> WorkbookWriter.write(report, target))
                .withMessageContaining(words)
                .withMessageContaining(target.toString());
        assertThat(Files.readAllBytes(target)).isEqualTo(before);
        try (var files = Files.list(folder)) {
            assertThat(files).noneMatch(path -> path.toString().endsWith(".tmp"));
        }
    }

    private int[] sizes() throws Exception {
        int[] sizes = new int[5];
        read(workbook -> {
            sizes[0] = workbook.getNumCellStyles();
            sizes[1] = workbook.getNumberOfFonts();
            sizes[2] = workbook.getAllNames().size();
            sizes[3] = workbook.getSharedStringSource().getUniqueCount();
            sizes[4] = workbook.getStylesSource()._getDXfsSize();
        });
        return sizes;
    }

    private byte[] partNames() throws Exception {
        StringBuilder names = new StringBuilder();
        read(workbook -> {
            try {
                workbook.getPackage().getParts().forEach(part -> names.append(part.getPartName())
                        .append('\n'));
            } catch (org.apache.poi.openxml4j.exceptions.InvalidFormatException e) {
                throw new AssertionError(e);
            }
        });
        return names.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void edit(Consumer<XSSFWorkbook> change) throws Exception {
        Path edited = folder.resolve("edited.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file));
                OutputStream out = Files.newOutputStream(edited)) {
            change.accept(workbook);
            workbook.write(out);
        }
        Files.move(edited, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private void read(Consumer<XSSFWorkbook> look) throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            look.accept(workbook);
        }
    }

    private static List<String> sheetNames(XSSFWorkbook workbook) {
        return IntStream.range(0, workbook.getNumberOfSheets())
                .mapToObj(workbook::getSheetName)
                .toList();
    }
}
