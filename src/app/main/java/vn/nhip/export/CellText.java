package vn.nhip.export;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.ss.SpreadsheetVersion;

/** What text must go through before it stands in a cell: nothing is cut, nothing can run. */
final class CellText {

    private static final int LONGEST = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";
    /** How a workbook spells a character that XML cannot hold; a text that looks so is spelt out too. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private CellText() {}

    /** Whether a spreadsheet could take the text for a formula. */
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    }

    /** The text as a workbook holds it. */
    static String of(String text) {
        if (text.length() > LONGEST) {
            throw new ExportException(
                    "error.text-too-long",
                    Integer.toString(text.length()),
                    Integer.toString(LONGEST),
                    text.substring(0, 40));
        }
        if (isPlain(text)) {
            return text;
        }
        StringBuilder spelt = new StringBuilder();
        ESCAPE.matcher(text).replaceAll("_x005F_").codePoints().forEach(point -> append(spelt, point));
        return spelt.toString();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < ' ' || unit == '_' || unit >= Character.MIN_SURROGATE) {
                return false;
            }
        }
        return true;
    }

    private static void append(StringBuilder spelt, int point) {
        boolean allowed = point >= ' ' || point == '\t' || point == '\n';
        boolean lone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        if (allowed && !lone && point != 0xFFFE && point != 0xFFFF) {
            spelt.appendCodePoint(point);
        } else {
            spelt.append("_x").append(String.format(Locale.ROOT, "%04X", point)).append('_');
        }
    }
}
