package vn.nhip.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
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
 * <p>Each kind knows its form in a workbook, its plain form in CSV, and what a spreadsheet in the cloud is told of it.
 */
sealed interface Value {

    /** What a spreadsheet number keeps exactly. */
    int EXACT_DIGITS = 15;

    MathContext EXACT = new MathContext(EXACT_DIGITS, RoundingMode.HALF_UP);

    void fill(Cell cell, Styles styles);

    String plain();

    /** A text, a number or a truth value; never a formula, since nothing of it is read as if somebody had typed it. */
    default void tell(JsonGenerator out) throws IOException {
        out.writeString(plain());
    }

    /** The format code that its column needs, or empty. */
    default String format() {
        return "";
    }

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
        public void tell(JsonGenerator out) throws IOException {
            if (number.precision() - number.scale() > EXACT_DIGITS) {
                out.writeString(plain());
            } else {
                out.writeNumber(number.round(EXACT));
            }
        }

        @Override
        public String format() {
            return formatCode;
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
        public void tell(JsonGenerator out) throws IOException {
            out.writeBoolean(flag);
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

        private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);
        private static final String DAY = "dd/mm/yyyy";

        @Override
        public void tell(JsonGenerator out) throws IOException {
            if (reliable()) {
                out.writeNumber(serial(day));
            } else {
                out.writeString(plain());
            }
        }

        @Override
        public String format() {
            return DAY;
        }

        private boolean reliable() {
            return !day.isBefore(FIRST_RELIABLE) && day.getYear() <= 9999;
        }

        /** Days since the one that spreadsheets call 0. */
        static long serial(LocalDate day) {
            return day.toEpochDay() - ZERO.toEpochDay();
        }

        @Override
        public void fill(Cell cell, Styles styles) {
            if (!reliable()) {
                cell.setCellValue(day.toString());
                cell.setCellStyle(styles.text());
                return;
            }
            cell.setCellValue(day);
            cell.setCellStyle(styles.moment(DAY));
        }

        @Override
        public String plain() {
            return day.toString();
        }
    }

    /** Wall-clock time of the business zone, to the second. */
    record Moment(LocalDateTime moment) implements Value {

        private static final String MINUTE = "dd/mm/yyyy hh:mm";
        private static final BigDecimal A_DAY = BigDecimal.valueOf(86_400);
        private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

        @Override
        public void fill(Cell cell, Styles styles) {
            cell.setCellValue(moment.withNano(0));
            cell.setCellStyle(styles.moment(MINUTE));
        }

        @Override
        public void tell(JsonGenerator out) throws IOException {
            BigDecimal ofDay = BigDecimal.valueOf(moment.toLocalTime().toSecondOfDay())
                    .divide(A_DAY, EXACT_DIGITS, RoundingMode.HALF_UP);
            out.writeNumber(BigDecimal.valueOf(Day.serial(moment.toLocalDate()))
                    .add(ofDay)
                    .round(EXACT));
        }

        @Override
        public String format() {
            return MINUTE;
        }

        @Override
        public String plain() {
            return ISO.format(moment);
        }
    }
}
