package vn.nhip.connector.files;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nhip.spi.ConnectorException;

/**
 * Records of separated text with quotes, as RFC 4180 has it.
 *
 * <p>A record that breaks the quoting rules is refused as the one physical line it starts on, and reading goes on with
 * the line after it: one stray quote never swallows the rest of the file.
 */
final class CsvRows implements Rows {

    private static final int MAX_CELL = 1 << 17;

    private final Transcript transcript;
    private final char separator;
    private final List<String> header;
    private int @Nullable [] wanted;
    private CsvCells cells;
    private CloseableIterator<Row> records;
    private long brokenLine;
    private String brokenText = "";

    CsvRows(Transcript transcript, char separator, Heading heading) throws IOException {
        this.transcript = transcript;
        this.separator = separator;
        transcript.skipLines(Math.max(heading.row(), 1));
        this.cells = new CsvCells(transcript, Math.max(heading.row(), 1) - 1L);
        this.records = open();
        this.header = heading.row() == 0 ? heading.names() : readHeader();
    }

    private List<String> readHeader() throws IOException {
        Optional<Row> first = next();
        if (first.flatMap(Row::problem).isPresent()) {
            throw ConnectorException.data("line " + first.get().line() + ": the header "
                    + first.get().problem().orElseThrow().reason());
        }
        return first.isPresent() ? cells.header() : List.of();
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public void want(int[] columns) {
        wanted = columns;
        cells.want(columns, header.size());
    }

    @Override
    public Optional<Row> next() throws IOException {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (CsvParseException broken) {
            if (broken.getCause() instanceof RuntimeException other && !(other instanceof CsvParseException)) {
                throw other;
            }
            return Optional.of(skipBrokenLine());
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private Row skipBrokenLine() throws IOException {
        long line = cells.line();
        brokenText = transcript.text(line, line);
        brokenLine = line;
        transcript.rewindTo(line + 1);
        cells = new CsvCells(transcript, line);
        if (wanted != null) {
            cells.want(wanted, header.size());
        }
        records = open();
        int width = wanted == null ? 0 : wanted.length;
        return new Row(line, line, new @Nullable Object[width], new Row.Problem("", "", "breaks the quoting rules"));
    }

    private CloseableIterator<Row> open() {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter('"')
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(MAX_CELL)
                .build(cells, new StaysOpen(transcript))
                .iterator();
    }

    @Override
    public String text(Row row) throws IOException {
        return row.line() == brokenLine ? brokenText : transcript.text(row.line(), row.lastLine());
    }

    @Override
    public byte[] take(long lastLine) throws IOException {
        return transcript.take(lastLine);
    }

    @Override
    public void drop(long lastLine) throws IOException {
        transcript.drop(lastLine);
    }

    @Override
    public String placeName() {
        return "line ";
    }

    @Override
    public String places(long first, long last) {
        return "lines " + first + "–" + last;
    }

    @Override
    public String mediaType() {
        return separator == '\t' ? "text/tab-separated-values" : "text/csv";
    }

    @Override
    public void close() throws IOException {
        transcript.close();
    }

    /** A parser that gives up closes its reader; the next one goes on with the same transcript. */
    private static final class StaysOpen extends FilterReader {
        StaysOpen(Reader reader) {
            super(reader);
        }

        @Override
        public void close() {
            // the rows close the transcript
        }
    }
}
