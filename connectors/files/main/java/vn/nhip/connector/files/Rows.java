package vn.nhip.connector.files;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The records of one file or sheet, in its order, with what they looked like. */
interface Rows extends Closeable {

    /** The header, or the declared names where the file has none. */
    List<String> header();

    /** A place in the cells of a row that stays empty. */
    int UNWANTED = -1;

    /** From the next record on, only these columns are wanted, in this order. */
    void want(int[] columns);

    /** The next record; absent at the end. Blank lines are no records. */
    Optional<Row> next() throws IOException;

    /** A row as it stood in the file; asked for in the order of the rows. */
    String text(Row row) throws IOException;

    /** Everything from where the last page ended through this line, for the walk back; no longer kept afterwards. */
    byte[] take(long lastLine) throws IOException;

    /** Forgets what {@link #take} would have given. */
    void drop(long lastLine) throws IOException;

    /** What stands before the number of a row: {@code line }, or {@code sheet Orders row }. */
    String placeName();

    /** What a range of places is called: {@code lines 1–1000}. */
    String places(long first, long last);

    String mediaType();
}
