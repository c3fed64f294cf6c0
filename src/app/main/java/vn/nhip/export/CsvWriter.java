package vn.nhip.export;

import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The tidy table as CSV (RFC 4180): ISO dates, plain numbers with a point, one header row. */
public final class CsvWriter {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** For whom a CSV file is made. */
    public enum Form {
        /** UTF-8 with a byte order mark and commas; text that could run as a formula is guarded. */
        PEOPLE(StandardCharsets.UTF_8, ',', true, true),
        /** What Excel opens by a double click in every locale: UTF-16LE with a byte order mark and tabs; guarded. */
        EXCEL(StandardCharsets.UTF_16LE, '\t', true, true),
        /** UTF-8 without a byte order mark, which Google Sheets would take for a part of the first name; guarded. */
        SHEETS(StandardCharsets.UTF_8, ',', false, true),
        /** UTF-8 without a byte order mark, every text exactly as it is. */
        SCRIPTS(StandardCharsets.UTF_8, ',', false, false);

        private final Charset charset;
        private final char separator;
        private final boolean marked;
        private final boolean guarded;

        Form(Charset charset, char separator, boolean marked, boolean guarded) {
            this.charset = charset;
            this.separator = separator;
            this.marked = marked;
            this.guarded = guarded;
        }
    }

    private CsvWriter() {}

    /**
     * Writes the whole table, or leaves the old file as it was.
     *
     * @throws ExportException when the file is open elsewhere
     */
    public static void write(Report report, Path target, Form form) {
        Replacement.of(target, out -> write(report, out, form));
    }

    /** Writes to a stream, which stays open. */
    public static void write(Report report, OutputStream out, Form form) throws IOException {
        Table table = new TidyTable(new Words(report)).table(TidyTable.ID, report.values());
        Writer text = new OutputStreamWriter(out, form.charset);
        if (form.marked) {
            text.write(BYTE_ORDER_MARK);
        }
        var csv = de.siegmar.fastcsv.writer.CsvWriter.builder()
                .fieldSeparator(form.separator)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text);
        csv.writeRecord(table.header());
        for (int i = 0; i < table.size(); i++) {
            csv.writeRecord(plain(table.row().apply(i), form));
        }
        csv.flush();
    }

    private static List<String> plain(List<Value> row, Form form) {
        return row.stream().map(value -> plain(value, form)).toList();
    }

    /** Only text is guarded: a quote before a negative number would spoil it. */
    private static String plain(Value value, Form form) {
        boolean risky = form.guarded && value instanceof Value.Text text && CellText.looksLikeFormula(text.text());
        return risky ? "'" + value.plain() : value.plain();
    }
}
