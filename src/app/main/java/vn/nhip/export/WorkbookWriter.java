package vn.nhip.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes the workbook: a new file, or the managed sheets of an existing one.
 *
 * <p>Headers, tables and charts are built in memory; rows are streamed, so a long table costs no memory.
 */
public final class WorkbookWriter {

    private static final String KPI_NAME = "kpi_";

    private final Words words;
    private final OpenWorkbook book;
    private final Styles styles;
    private final TableSheet tables;
    private final List<SheetPlan> plans;
    private final Map<SheetPlan, XSSFSheet> sheets = new HashMap<>();

    private WorkbookWriter(Words words, OpenWorkbook book, List<SheetPlan> plans) {
        this.words = words;
        this.book = book;
        this.plans = plans;
        this.styles = new Styles(book.workbook());
        this.tables = new TableSheet(words, styles);
    }

    /**
     * Writes or refreshes a workbook; where it fails, an old file is untouched.
     *
     * @throws ExportException when the file is open elsewhere, is not ours to refresh, or cannot hold the report
     */
    public static void write(Report report, Path target) {
        write(report, target, SpreadsheetVersion.EXCEL2007.getMaxRows());
    }

    static void write(Report report, Path target, int rowsPerSheet) {
        Words words = new Words(report);
        List<SheetPlan> plans = new SheetPlans(words, rowsPerSheet).all();
        try (OpenWorkbook book = OpenWorkbook.at(target, report.business().id())) {
            WorkbookWriter writer = new WorkbookWriter(words, book, plans);
            writer.prepare();
            Replacement.of(target, writer::stream, book::close);
        } catch (IOException | InvalidFormatException e) {
            throw new ExportException(e, "error.not-a-workbook", target.toString());
        }
    }

    private void prepare() throws InvalidFormatException {
        List<String> used =
                new ArrayList<>(plans.stream().map(plan -> plan.table().id()).toList());
        used.add(SheetKind.CHARTS.table());
        for (SheetPlan plan : plans) {
            XSSFSheet sheet = book.sheet(plan.table().id(), plan.sheetName());
            tables.prepare(sheet, plan);
            sheets.put(plan, sheet);
            if (plan.kind() == SheetKind.OVERVIEW) {
                overview(sheet, plan.table().size());
            }
        }
        book.keepOnly(used);
        XSSFSheet charts = book.sheet(SheetKind.CHARTS.table(), SheetKind.CHARTS.sheetName(words.labels));
        new ChartsSheet(words, tables, charts).draw();
        describe(book.workbook());
    }

    private void overview(XSSFSheet sheet, int rows) {
        int first = tables.headerRow(SheetKind.OVERVIEW) + 1;
        int last = Math.max(first, first + rows - 1);
        StatusColors.paint(
                sheet, new CellRangeAddress(first, last, OverviewTable.STATUS, OverviewTable.STATUS), words.labels);
        List<Scorecard.Line> lines = Scorecard.of(words.report);
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String name = KPI_NAME + lines.get(i).kpi().kpi().id().replace('-', '_');
            CellReference cell = new CellReference(sheet.getSheetName(), first + i, OverviewTable.VALUE, true, true);
            names.put(name, cell.formatAsString());
        }
        name(book.workbook(), names);
    }

    /** Sets the names that formulas call values by, and drops those whose KPI is no longer listed. */
    private static void name(XSSFWorkbook workbook, Map<String, String> names) {
        for (Name existing : List.copyOf(workbook.getAllNames())) {
            String name = existing.getNameName();
            if (name.startsWith(KPI_NAME) && !names.containsKey(name)) {
                workbook.removeName(existing);
            }
        }
        names.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            Name name = workbook.getName(entry.getKey());
            if (name == null) {
                name = workbook.createName();
                name.setNameName(entry.getKey());
            }
            name.setRefersToFormula(entry.getValue());
        });
    }

    private void describe(XSSFWorkbook workbook) throws InvalidFormatException {
        Report.Business business = words.report.business();
        String at =
                DateTimeFormatter.ISO_INSTANT.format(words.report.exportedAt().truncatedTo(ChronoUnit.SECONDS));
        POIXMLProperties properties = workbook.getProperties();
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        core.setCreator("Nhịp");
        core.setTitle(words.labels.text("overview.title", business.name()));
        core.setLastModifiedByUser("Nhịp");
        core.setModified(at);
        properties.getExtendedProperties().setApplication("Nhịp");
        if (!book.refreshing()) {
            core.setCreated(at);
            workbook.setActiveSheet(0);
        }
        if (!properties.getCustomProperties().contains(OpenWorkbook.OWNER)) {
            properties.getCustomProperties().addProperty(OpenWorkbook.OWNER, business.id());
        }
        workbook.setForceFormulaRecalculation(book.refreshing());
    }

    private void stream(OutputStream out) throws IOException {
        try (SXSSFWorkbook streaming = new FixedTimeWorkbook(book.workbook())) {
            for (SheetPlan plan : plans) {
                var sheet = streaming.getSheet(sheetName(plan));
                int header = tables.headerRow(plan.kind());
                tables.rows(sheet, plan.table(), header, 0);
                if (plan.kind() == SheetKind.DICTIONARY) {
                    Row last = sheet.createRow(header + plan.table().size() + 2);
                    Cell cell = last.createCell(0);
                    cell.setCellValue(rowCounts());
                    cell.setCellStyle(styles.subtitle());
                }
            }
            streaming.write(out);
        }
    }

    private String sheetName(SheetPlan plan) {
        return Objects.requireNonNull(sheets.get(plan)).getSheetName();
    }

    private String rowCounts() {
        List<String> counts = plans.stream()
                .map(plan ->
                        sheetName(plan) + " " + words.numbers.count(plan.table().size()))
                .toList();
        return words.labels.text("dictionary.row-counts") + ": " + String.join(" · ", counts);
    }
}
