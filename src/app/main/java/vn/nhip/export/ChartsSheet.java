package vn.nhip.export;

import java.util.HexFormat;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import vn.nhip.catalogue.Unit;

/** Real charts, two side by side, with the cells they are drawn from to their right. */
final class ChartsSheet {

    private static final int COLUMNS_WIDE = 8;
    private static final int ROWS_HIGH = 16;
    private static final int PAGE = 2 * ROWS_HIGH;
    private static final int FIRST_CELLS = 2 * COLUMNS_WIDE + 2;
    private static final double TITLE_POINTS = 12;
    private static final String BLUE = "0072B2";
    private static final String ORANGE = "E69F00";
    private static final String GREY_LINE = "D9D9D9";

    private final Words words;
    private final TableSheet tables;
    private final XSSFSheet sheet;
    private final int firstRow;
    private int drawn;

    ChartsSheet(Words words, TableSheet tables, XSSFSheet sheet) {
        this.words = words;
        this.tables = tables;
        this.sheet = sheet;
        this.firstRow = tables.headerRow(SheetKind.CHARTS);
    }

    void draw() {
        if (firstRow > 0) {
            tables.banner(sheet, 0, 2 * COLUMNS_WIDE);
        }
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        int column = FIRST_CELLS;
        for (ChartTables.Group group : new ChartTables(words).groups()) {
            tables.header(sheet, group.table(), firstRow, column);
            tables.rows(sheet, group.table(), firstRow, column);
            for (ChartTables.Drawn chart : group.charts()) {
                lines(drawing, group, chart, column);
            }
            column += group.table().columns().size() + 1;
        }
        ChartTables.Channels channels = new ChartTables(words).channels();
        tables.header(sheet, channels.table(), firstRow, column);
        tables.rows(sheet, channels.table(), firstRow, column);
        if (channels.table().size() > 0) {
            bars(drawing, channels, column);
        }
        page();
    }

    private void page() {
        tables.print(sheet);
        int rows = firstRow + (drawn + 1) / 2 * ROWS_HIGH;
        for (int row = firstRow + PAGE; row < rows; row += PAGE) {
            sheet.setRowBreak(row - 1);
        }
        int index = sheet.getWorkbook().getSheetIndex(sheet);
        sheet.getWorkbook().setPrintArea(index, 0, 2 * COLUMNS_WIDE - 1, 0, Math.max(rows, 1));
    }

    /** How one series is drawn. */
    private record Stroke(String color, PresetLineDash dash) {
        static final Stroke COMPLETE = new Stroke(BLUE, PresetLineDash.SOLID);
        static final Stroke RUNNING = new Stroke(BLUE, PresetLineDash.SYSTEM_DOT);
        static final Stroke TARGET = new Stroke(ORANGE, PresetLineDash.DASH);

        XDDFLineProperties line() {
            XDDFLineProperties line = new XDDFLineProperties(fill(color));
            line.setWidth(1.75);
            line.setPresetDash(new XDDFPresetLineDash(dash));
            return line;
        }
    }

    private void lines(XSSFDrawing drawing, ChartTables.Group group, ChartTables.Drawn chart, int column) {
        Report.KpiLine line = chart.line();
        XSSFChart place = place(drawing, words.nameOf(line));
        XDDFLineChartData data = (XDDFLineChartData) place.createData(
                ChartTypes.LINE,
                categoryAxis(place),
                valueAxis(place, line.kpi().unit()));
        CellRangeAddress periods = cells(column, group.table().size());
        addLine(data, periods, chart.complete(), Stroke.COMPLETE);
        addLine(data, periods, chart.running(), Stroke.RUNNING);
        chart.target().ifPresent(offset -> addLine(data, periods, offset, Stroke.TARGET));
        place.plot(data);
    }

    private void addLine(XDDFLineChartData data, CellRangeAddress periods, int offset, Stroke stroke) {
        int column = periods.getFirstColumn() + offset;
        int rows = periods.getLastRow() - periods.getFirstRow() + 1;
        XDDFLineChartData.Series series = (XDDFLineChartData.Series) data.addSeries(
                XDDFDataSourcesFactory.fromStringCellRange(sheet, periods),
                XDDFDataSourcesFactory.fromNumericCellRange(sheet, cells(column, rows)));
        title(series, column);
        series.setSmooth(false);
        series.setMarkerStyle(MarkerStyle.NONE);
        series.setLineProperties(stroke.line());
    }

    private void bars(XSSFDrawing drawing, ChartTables.Channels shown, int column) {
        Table channels = shown.table();
        XSSFChart place = place(drawing, words.labels.text("charts.channels", shown.month()));
        XDDFBarChartData data =
                (XDDFBarChartData) place.createData(ChartTypes.BAR, categoryAxis(place), valueAxis(place, Unit.MONEY));
        data.setBarDirection(BarDirection.COL);
        for (int offset = 1; offset < channels.columns().size(); offset++) {
            XDDFChartData.Series series = data.addSeries(
                    XDDFDataSourcesFactory.fromStringCellRange(sheet, cells(column, channels.size())),
                    XDDFDataSourcesFactory.fromNumericCellRange(sheet, cells(column + offset, channels.size())));
            title(series, column + offset);
            series.setFillProperties(fill(offset == 1 ? ORANGE : BLUE));
        }
        place.plot(data);
    }

    private XSSFChart place(XSSFDrawing drawing, String title) {
        int left = drawn % 2 * COLUMNS_WIDE;
        int top = firstRow + drawn / 2 * ROWS_HIGH;
        drawn++;
        XSSFClientAnchor anchor = drawing.createAnchor(0, 0, 0, 0, left, top, left + COLUMNS_WIDE, top + ROWS_HIGH - 1);
        XSSFChart chart = drawing.createChart(anchor);
        chart.setTitleText(title);
        chart.setTitleOverlay(false);
        chart.getFormattedTitle().getParagraph(0).getTextRuns().get(0).setFontSize(TITLE_POINTS);
        chart.displayBlanksAs(DisplayBlanks.GAP);
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        return chart;
    }

    private static XDDFCategoryAxis categoryAxis(XSSFChart chart) {
        return chart.createCategoryAxis(AxisPosition.BOTTOM);
    }

    private XDDFValueAxis valueAxis(XSSFChart chart, Unit unit) {
        XDDFValueAxis axis = chart.createValueAxis(AxisPosition.LEFT);
        axis.setCrosses(AxisCrosses.AUTO_ZERO);
        axis.setNumberFormat(words.numbers.formatCode(unit));
        axis.getOrAddMajorGridProperties().setLineProperties(new XDDFLineProperties(fill(GREY_LINE)));
        return axis;
    }

    /** The series is named by its header cell. */
    private void title(XDDFChartData.Series series, int column) {
        String name = sheet.getRow(firstRow).getCell(column).getStringCellValue();
        series.setTitle(name, new CellReference(sheet.getSheetName(), firstRow, column, true, true));
    }

    private CellRangeAddress cells(int column, int rows) {
        return new CellRangeAddress(firstRow + 1, firstRow + rows, column, column);
    }

    private static XDDFSolidFillProperties fill(String hex) {
        return new XDDFSolidFillProperties(XDDFColor.from(HexFormat.of().parseHex(hex)));
    }
}
