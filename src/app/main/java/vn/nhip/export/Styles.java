package vn.nhip.export;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * The few cell styles of a workbook; an equal one that the file already has is taken again, so a file that is
 * refreshed every day does not grow.
 */
final class Styles {

    private static final String GENERAL = "General";
    private static final String TEXT = "@";
    private static final String NO_FILL = "";
    private static final String WHITE = "FFFFFF";
    private static final String BLUE = "1F4E79";
    private static final String GREY = "595959";
    private static final String BROWN = "7F3F00";
    private static final String AMBER = "FFE699";

    /** All that makes our styles differ. */
    private record Look(String format, int font, String fill, boolean wrap, boolean quoted, HorizontalAlignment side) {

        static Look plain(String format, HorizontalAlignment side) {
            return new Look(format, 0, NO_FILL, false, false, side);
        }

        static Look line(int font, String fill) {
            return new Look(GENERAL, font, fill, false, false, HorizontalAlignment.GENERAL);
        }

        static Look of(XSSFCellStyle style) {
            boolean solid = style.getFillPattern() == FillPatternType.SOLID_FOREGROUND;
            return new Look(
                    style.getDataFormatString(),
                    style.getFontIndex(),
                    solid ? hex(style.getFillForegroundXSSFColor()) : NO_FILL,
                    style.getWrapText(),
                    style.getQuotePrefixed(),
                    style.getAlignment());
        }
    }

    private final XSSFWorkbook workbook;
    private final Map<Look, CellStyle> styles = new HashMap<>();
    private final Map<String, CellStyle> numbers = new HashMap<>();
    private final CellStyle text;
    private final CellStyle prose;
    private final CellStyle quoted;

    Styles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        for (int i = 0; i < workbook.getNumCellStyles(); i++) {
            XSSFCellStyle style = workbook.getCellStyleAt(i);
            styles.putIfAbsent(Look.of(style), style);
        }
        this.text = style(Look.plain(GENERAL, HorizontalAlignment.LEFT));
        this.prose = style(new Look(GENERAL, 0, NO_FILL, true, false, HorizontalAlignment.LEFT));
        this.quoted = style(new Look(TEXT, 0, NO_FILL, false, true, HorizontalAlignment.LEFT));
    }

    CellStyle text() {
        return text;
    }

    /** Text that wraps inside its column. */
    CellStyle prose() {
        return prose;
    }

    /** Text that stays text even when a person edits the cell. */
    CellStyle quoted() {
        return quoted;
    }

    CellStyle number(String formatCode) {
        return numbers.computeIfAbsent(formatCode, code -> style(Look.plain(code, HorizontalAlignment.RIGHT)));
    }

    CellStyle moment(String formatCode) {
        return numbers.computeIfAbsent(formatCode, code -> style(Look.plain(code, HorizontalAlignment.CENTER)));
    }

    CellStyle header() {
        return style(new Look(GENERAL, font(true, 11, WHITE), BLUE, true, false, HorizontalAlignment.LEFT));
    }

    CellStyle title() {
        return style(Look.line(font(true, 16, BLUE), NO_FILL));
    }

    CellStyle subtitle() {
        return style(Look.line(font(false, 10, GREY), NO_FILL));
    }

    CellStyle banner() {
        return style(Look.line(font(true, 11, BROWN), AMBER));
    }

    private CellStyle style(Look look) {
        return styles.computeIfAbsent(look, this::make);
    }

    private CellStyle make(Look look) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
        style.setFont(workbook.getFontAt(look.font()));
        style.setWrapText(look.wrap());
        style.setQuotePrefixed(look.quoted());
        style.setAlignment(look.side());
        style.setVerticalAlignment(VerticalAlignment.TOP);
        if (look.side() == HorizontalAlignment.LEFT) {
            style.setIndention((short) 1);
        }
        if (!look.fill().equals(NO_FILL)) {
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            style.setFillForegroundColor(color(look.fill()));
        }
        return style;
    }

    private int font(boolean bold, int points, String color) {
        for (int i = 0; i < workbook.getNumberOfFonts(); i++) {
            XSSFFont font = workbook.getFontAt(i);
            boolean same = font.getBold() == bold && font.getFontHeightInPoints() == points;
            if (same && hex(font.getXSSFColor()).equals(color)) {
                return font.getIndex();
            }
        }
        XSSFFont font = workbook.createFont();
        font.setBold(bold);
        font.setFontHeightInPoints((short) points);
        font.setColor(color(color));
        return font.getIndex();
    }

    private static String hex(@Nullable XSSFColor color) {
        String argb = color == null ? null : color.getARGBHex();
        return argb == null ? NO_FILL : argb.substring(2);
    }

    static XSSFColor color(String hex) {
        return new XSSFColor(HexFormat.of().parseHex(hex), null);
    }
}
