package vn.nhip.connector.files;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/** The value of a cell as its sheet types it: text, exact number, date-time, or yes and no. */
final class SheetCell {

    private static final MathContext AS_SHOWN = new MathContext(15); // a spreadsheet keeps 15 digits; the rest is noise

    private SheetCell() {}

    /** Text, BigDecimal, LocalDateTime or null when blank. */
    static @Nullable Object value(@Nullable Cell cell) {
        Object value = cell == null ? null : cell.getValue();
        if (cell == null || value == null) {
            return null;
        }
        if (value instanceof BigDecimal number) {
            return isDate(cell) ? cell.asDate() : plain(number);
        }
        String text = value.toString();
        return text.isBlank() ? null : text;
    }

    /** The value as text, for raw pages and quarantine. */
    static String text(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value == null ? "" : value.toString();
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal rounded = number.round(AS_SHOWN);
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    private static boolean isDate(Cell cell) {
        int id = Optional.ofNullable(cell.getDataFormatId()).orElse(0);
        if ((id >= 14 && id <= 22) || (id >= 45 && id <= 47)) { // the built-in dates and times of the format
            return true;
        }
        String format = Optional.ofNullable(cell.getDataFormatString()).orElse("");
        String letters =
                format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|General", "").toLowerCase(Locale.ROOT);
        return letters.indexOf('y') >= 0 || letters.indexOf('d') >= 0 || letters.indexOf('h') >= 0;
    }
}
