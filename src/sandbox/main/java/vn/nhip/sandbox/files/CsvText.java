package vn.nhip.sandbox.files;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** How one export writes separated text. */
enum CsvText {
    /** Comma, UTF-8. */
    PLAIN(',', "", StandardCharsets.UTF_8),
    /** Comma, UTF-8 behind a byte order mark, as programs do that want Excel to open the file. */
    MARKED(',', "\uFEFF", StandardCharsets.UTF_8),
    /** Semicolon, UTF-8. */
    SEMICOLON(';', "", StandardCharsets.UTF_8),
    /** Tab, UTF-16 with its mark: the "CSV for Excel" of an ad platform. */
    TAB_UTF_16('\t', "\uFEFF", StandardCharsets.UTF_16LE);

    private final char delimiter;
    private final String mark;
    private final Charset charset;

    CsvText(char delimiter, String mark, Charset charset) {
        this.delimiter = delimiter;
        this.mark = mark;
        this.charset = charset;
    }

    byte[] write(Table table) {
        StringBuilder text = new StringBuilder(mark);
        line(text, table.header());
        table.rows().forEach(row -> line(text, row));
        return text.toString().getBytes(charset);
    }

    private void line(StringBuilder text, List<?> cells) {
        text.append(cells.stream().map(cell -> quoted(cell.toString())).collect(Collectors.joining("" + delimiter)));
        text.append("\r\n");
    }

    private String quoted(String cell) {
        boolean plain = cell.indexOf(delimiter) < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0;
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
