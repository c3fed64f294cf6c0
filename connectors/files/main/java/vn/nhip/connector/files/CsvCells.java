package vn.nhip.connector.files;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the wanted cells of each record out of the parser's buffer; the others never become text. */
final class CsvCells extends CsvCallbackHandler<Row> {

    private static final int MAX_COLUMNS = 2_000;

    private final Transcript transcript;
    private final long linesBefore;
    private int columns = -1; // of the header; -1 while it is being read, and every cell is wanted
    private int[] slots = {};
    private @Nullable Object[] cells = {};
    private String[] previous = {}; // neighbours often repeat: the same text is used again
    private char[][] previousCharacters = {};
    private final List<String> headerCells = new ArrayList<>();
    private long line;
    private int count;
    private int breaks;
    private boolean content;
    private boolean unreadable;

    CsvCells(Transcript transcript, long linesBefore) {
        this.transcript = transcript;
        this.linesBefore = linesBefore;
    }

    /** The last record as a header. */
    List<String> header() {
        return List.copyOf(headerCells);
    }

    /** Where the record begins that is being read. */
    long line() {
        return line;
    }

    void want(int[] wanted, int columns) {
        this.columns = columns;
        this.slots = new int[columns];
        Arrays.fill(slots, -1);
        for (int slot = 0; slot < wanted.length; slot++) {
            if (wanted[slot] != Rows.UNWANTED) {
                slots[wanted[slot]] = slot;
            }
        }
        this.previous = new String[wanted.length];
        this.previousCharacters = new char[wanted.length][0];
        Arrays.fill(previous, "");
    }

    @Override
    protected RecordType getRecordType() {
        return content ? RecordType.DATA : RecordType.EMPTY;
    }

    @Override
    protected int getFieldCount() {
        return count;
    }

    @Override
    protected void beginRecord(long startingLine) {
        line = linesBefore + startingLine;
        count = 0;
        breaks = 0;
        content = false;
        unreadable = false;
        cells = new @Nullable Object[previous.length];
        headerCells.clear();
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
        int column = count++;
        content |= length > 0 && !isBlank(buffer, offset, length);
        if (quoted) {
            breaks += countBreaks(buffer, offset, length);
        }
        if (transcript.sawUnreadable()) {
            unreadable |= contains(buffer, offset, length, Transcript.UNREADABLE);
        }
        if (columns < 0 && column < MAX_COLUMNS) {
            headerCells.add(new String(buffer, offset, length));
        } else if (column < slots.length && slots[column] >= 0) {
            int slot = slots[column];
            char[] before = previousCharacters[slot];
            if (!Arrays.equals(before, 0, before.length, buffer, offset, offset + length)) {
                previousCharacters[slot] = Arrays.copyOfRange(buffer, offset, offset + length);
                previous[slot] = new String(buffer, offset, length);
            }
            cells[slot] = previous[slot];
        }
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
        throw new IllegalStateException("comments are switched off");
    }

    @Override
    protected void setEmpty() {
        content = false;
    }

    @Override
    protected Row buildRecord() {
        return new Row(line, line + breaks, cells, problem());
    }

    private Row.@Nullable Problem problem() {
        if (unreadable) {
            return new Row.Problem("", "", "holds bytes that are not text in the declared encoding");
        }
        if (columns >= 0 && count != columns) {
            return new Row.Problem("", "", "has " + count + " columns where the header has " + columns);
        }
        return null;
    }

    private static boolean isBlank(char[] buffer, int offset, int length) {
        for (int at = offset; at < offset + length; at++) {
            if (buffer[at] > ' ') {
                return false;
            }
        }
        return true;
    }

    private static int countBreaks(char[] buffer, int offset, int length) {
        int breaks = 0;
        for (int at = offset; at < offset + length; at++) {
            boolean lineFeed = buffer[at] == '\n' && (at == offset || buffer[at - 1] != '\r');
            breaks += lineFeed || buffer[at] == '\r' ? 1 : 0;
        }
        return breaks;
    }

    private static boolean contains(char[] buffer, int offset, int length, char wanted) {
        for (int at = offset; at < offset + length; at++) {
            if (buffer[at] == wanted) {
                return true;
            }
        }
        return false;
    }
}
