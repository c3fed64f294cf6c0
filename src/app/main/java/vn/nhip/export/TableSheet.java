package vn.nhip.export;

import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTableStyleInfo;

/** Lays a table on a sheet: header, filter buttons, frozen panes, widths, print set-up; then its rows. */
final class TableSheet {

    private static final int CHARACTER = 256;
    private static final int FILTER_BUTTON = 2;
    /** Points: a line of the default font, the title, and the highest row that a workbook allows. */
    private static final float LINE = 15;

    private static final float TITLE = 24;
    /** Inches. */
    private static final double SIDE_MARGIN = 0.4;

    private static final float HIGHEST = 409;

    private final Words words;
    private final Styles styles;

    TableSheet(Words words, Styles styles) {
        this.words = words;
        this.styles = styles;
    }

    /** The row of the header: below the banner where there is one, below the title in the overview. */
    int headerRow(SheetKind kind) {
        if (kind == SheetKind.OVERVIEW) {
            return 4;
        }
        return words.report.business().sample() ? 1 : 0;
    }

    /** Everything but the rows. */
    void prepare(XSSFSheet sheet, SheetPlan plan) {
        int header = headerRow(plan.kind());
        if (plan.kind() == SheetKind.OVERVIEW) {
            title(sheet);
        }
        if (words.report.business().sample()) {
            banner(
                    sheet,
                    plan.kind() == SheetKind.OVERVIEW ? 2 : 0,
                    plan.table().columns().size());
        }
        header(sheet, plan.table(), header, 0);
        sheet.createFreezePane(1, header + 1);
        print(sheet);
        sheet.setRepeatingRows(new CellRangeAddress(0, header, -1, -1));
        int last = Math.max(header + plan.table().size(), header + 1);
        sheet.setDimensionOverride(
                new CellRangeAddress(0, last, 0, plan.table().columns().size() - 1));
    }

    private void title(XSSFSheet sheet) {
        Report.Business business = words.report.business();
        put(sheet, 0, words.labels.text("overview.title", business.name()), styles.title());
        sheet.getRow(0).setHeightInPoints(TITLE);
        String exported = words.numbers.moment(words.report.exportedAt(), business.zone());
        put(
                sheet,
                1,
                words.labels.text("overview.subtitle", exported, business.zone().getId()),
                styles.subtitle());
    }

    /** One line across the sheet, so that it is seen wherever a reader has scrolled to. */
    void banner(XSSFSheet sheet, int row, int columns) {
        put(sheet, row, words.labels.text("sample.banner"), styles.banner());
        for (int column = 1; column < columns; column++) {
            sheet.getRow(row).createCell(column).setCellStyle(styles.banner());
        }
    }

    private static void put(XSSFSheet sheet, int row, String text, CellStyle style) {
        Cell cell = sheet.createRow(row).createCell(0);
        cell.setCellValue(text);
        cell.setCellStyle(style);
    }

    /** The header cells and, over them and the rows to come, the table with its filter buttons. */
    void header(XSSFSheet sheet, Table table, int row, int firstColumn) {
        Row header = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        List<Table.Column> columns = table.columns();
        header.setHeightInPoints(LINE * lines(columns));
        for (int i = 0; i < columns.size(); i++) {
            Cell cell = header.createCell(firstColumn + i);
            cell.setCellValue(columns.get(i).title());
            cell.setCellStyle(styles.header());
            sheet.setColumnWidth(firstColumn + i, (columns.get(i).width() + FILTER_BUTTON) * CHARACTER);
        }
        int last = Math.max(row + table.size(), row + 1);
        AreaReference area = new AreaReference(
                new CellReference(row, firstColumn),
                new CellReference(last, firstColumn + columns.size() - 1),
                SpreadsheetVersion.EXCEL2007);
        XSSFTable made = sheet.createTable(area);
        made.setName(table.id());
        made.setDisplayName(table.id());
        made.getCTTable().addNewAutoFilter().setRef(area.formatAsString());
        CTTableStyleInfo style = made.getCTTable().addNewTableStyleInfo();
        style.setName("TableStyleLight1");
        style.setShowRowStripes(true);
        style.setShowColumnStripes(false);
    }

    private static int lines(List<Table.Column> columns) {
        return columns.stream()
                .mapToInt(column -> Value.lines(column.title(), column.width()))
                .max()
                .orElse(1);
    }

    void print(XSSFSheet sheet) {
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(PaperSize.A4_PAPER);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        for (PageMargin margin : List.of(PageMargin.LEFT, PageMargin.RIGHT)) {
            sheet.setMargin(margin, SIDE_MARGIN);
        }
        sheet.getFooter().setLeft(words.report.business().name().replace("&", "&&"));
        sheet.getFooter().setCenter("&A");
        sheet.getFooter().setRight("&P / &N");
    }

    /** The rows below a header; streamed when the sheet streams. */
    void rows(Sheet sheet, Table table, int headerRow, int firstColumn) {
        for (int i = 0; i < table.size(); i++) {
            int at = headerRow + 1 + i;
            Row row = sheet.getRow(at) == null ? sheet.createRow(at) : sheet.getRow(at);
            List<Value> values = table.row().apply(i);
            int lines = 1;
            for (int column = 0; column < values.size(); column++) {
                Value value = values.get(column);
                if (!(value instanceof Value.Empty)) {
                    value.fill(row.createCell(firstColumn + column), styles);
                    lines = Math.max(
                            lines, value.lines(table.columns().get(column).width()));
                }
            }
            if (lines > 1) {
                row.setHeightInPoints(Math.min(LINE * lines, HIGHEST));
            }
        }
    }
}
