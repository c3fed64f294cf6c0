package vn.nhip.export;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;

/**
 * One typed cell: its type comes from its column, never from how the text looks.
 *
 * <p>Each kind knows its form in a workbook and its plain form in CSV.
 */
sealed interface Value {

    /** What a spreadsheet number keeps exactly. */
    int EXACT_DIGITS = 15;

    MathContext EXACT = new MathContext(EXACT_DIGITS, RoundingMode.HALF_UP);

    void fill(Cell cell, Styles styles);

    String plain();

    /** How many lines it takes in a column of this many characters. */
    default int lines(int width) {
        return 1;
    }

    static int lines(String text, int width) {
        int lines = 0;
        for (String paragraph : text.split("\n", -1)) {
            lines += Math.max(1, (paragraph.length() + width - 1) / width);
        }
        return lines;
    }

    static Value text(String text) {
        return text.isEmpty() ? new Empty() : new Text(text);
    }

    static Value prose(String text) {
        return text.isEmpty() ? new Empty() : new Prose(text);
    }

    static Value count(long count) {
        return new Amount(BigDecimal.valueOf(count), "#,##0");
    }

    static Value number(Optional<BigDecimal> number, String formatCode) {
        return number.<Value>map(given -> new Amount(given, formatCode)).orElseGet(Empty::new);
    }

    static Value day(Optional<LocalDate> day) {
        return day.<Value>map(Day::new).orElseGet(Empty::new);
    }

    static Value moment(Optional<LocalDateTime> moment) {
        return moment.<Value>map(Moment::new).orElseGet(Empty::new);
    }

    /** An absent value: no cell at all. */
    record Empty() implements Value {
        @Override
        public void fill(Cell cell, Styles styles) {
            cell.setBlank();
        }

        @Override
        public String plain() {
            return "";
        }
    }

    /** Words, ids, phone numbers, codes. */
    record Text(String text) implements Value {
        @Override
        public void fill(Cell cell, Styles styles) {
            String safe = CellText.of(text);
            cell.setCellValue(safe);
            cell.setCellStyle(CellText.looksLikeFormula(text) ? styles.quoted() : styles.text());
        }

        @Override
        public String plain() {
            return text;
        }
    }

    /** A long text that wraps inside its column. */
    record Prose(String text) implements Value {
        @Override
        public void fill(Cell cell, Styles styles) {
            cell.setCellValue(CellText.of(text));
            cell.setCellStyle(CellText.looksLikeFormula(text) ? styles.quoted() : styles.prose());
        }

        @Override
        public int lines(int width) {
            return Value.lines(text, width);
        }

        @Override
        public String plain() {
            return text;
        }
    }

    record Amount(BigDecimal number, String formatCode) implements Value {
        @Override
        public void fill(Cell cell, Styles styles) {
            if (number.precision() - number.scale() > EXACT_DIGITS) {
                cell.setCellValue(number.toPlainString());
                cell.setCellStyle(styles.text());
                return;
            }
            cell.setCellValue(number.round(EXACT).doubleValue());
            cell.setCellStyle(styles.number(formatCode));
        }

        @Override
        public String plain() {
            return number.toPlainString();
        }
    }

    record Flag(boolean flag) implements Value {
        @Override
        public void fill(Cell cell, Styles styles) {
            cell.setCellValue(flag);
            cell.setCellStyle(styles.moment("\"TRUE\";\"TRUE\";\"FALSE\""));
        }

        @Override
        public String plain() {
            return flag ? "true" : "false";
        }
    }

    /** A calendar day: a serial number without time, so that no zone can shift it. */
    record Day(LocalDate day) implements Value {

        /** Before its first March a workbook counts days differently. */
        private static final LocalDate FIRST_RELIABLE = LocalDate.of(1900, 3, 1);

        @Override
        public void fill(Cell cell, Styles styles) {
            if (day.isBefore(FIRST_RELIABLE) || day.getYear() > 9999) {
                cell.setCellValue(day.toString());
                cell.setCellStyle(styles.text());
                return;
            }
            cell.setCellValue(day);
            cell.setCellStyle(styles.moment("dd/mm/yyyy"));
        }

        @Override
        public String plain() {
            return day.toString();
        }
    }

    /** Wall-clock time of the business zone, to the second. */
    record Moment(LocalDateTime moment) implements Value {

        private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

        @Override
        public void fill(Cell cell, Styles styles) {
            cell.setCellValue(moment.withNano(0));
            cell.setCellStyle(styles.moment("dd/mm/yyyy hh:mm"));
        }

        @Override
        public String plain() {
            return ISO.format(moment);
        }
    }
}
