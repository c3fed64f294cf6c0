package vn.nhip.connector.files;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One record of a file: the cells of the wanted columns, in the order they were asked for.
 *
 * <p>Shape: {@code line} to {@code lastLine} are its physical lines (rows of the sheet), both included. A cell is null
 * where a short row ends before it. A row with a problem is not read further: it goes to quarantine.
 */
final class Row {

    private final long line;
    private final long lastLine;
    private final @Nullable Object[] cells;
    private final @Nullable Problem problem;
    private String text = "";

    /** What is wrong with a row before anybody looked at its values. */
    record Problem(String field, String value, String reason) {}

    Row(long line, long lastLine, @Nullable Object[] cells, @Nullable Problem problem) {
        this.line = line;
        this.lastLine = lastLine;
        this.cells = cells;
        this.problem = problem;
    }

    long line() {
        return line;
    }

    long lastLine() {
        return lastLine;
    }

    /** The row as it stood in the file, once it was asked for. */
    String text() {
        return text;
    }

    void keepText(String wholeRow) {
        text = wholeRow;
    }

    /** Roughly how many characters the row takes, the same whenever it is read. */
    int size() {
        int size = 0;
        for (Object cell : cells) {
            size += cell instanceof String string ? string.length() : 8;
        }
        return size;
    }

    /** The cells themselves, handed over: text, or a typed value of a sheet. */
    @Nullable
    Object[] cells() {
        return cells;
    }

    Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }
}
