package vn.nhip.connector.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Page;
import vn.nhip.spi.RawBody;
import vn.nhip.spi.Rejected;

/** A page while its rows are being read; every row added is mapped, filtered or rejected. */
final class PageDraft {

    private static final int FULL_FACTS = 1_000;
    private static final int FULL_ROWS = 20_000;
    private static final int FULL_CHARACTERS = 2_000_000;

    private final List<Envelope> facts = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private long mapped;
    private long filtered;
    private int rows;
    private long characters;

    /** Counts a row that was read from the file, whether or not its group is complete. */
    void sawRow(Row row) {
        rows++;
        characters += row.size();
    }

    void mapped(int rowCount, List<Envelope> given) {
        mapped += rowCount;
        facts.addAll(given);
    }

    void filtered(int rowCount) {
        filtered += rowCount;
    }

    void rejected(Rejected row) {
        rejected.add(row);
    }

    boolean isFull() {
        return facts.size() >= FULL_FACTS
                || rejected.size() >= FULL_FACTS
                || rows >= FULL_ROWS
                || characters >= FULL_CHARACTERS;
    }

    Page page(RawBody raw, Optional<Cursor> next) {
        Page.Counts counts = new Page.Counts(mapped + filtered + rejected.size(), filtered, mapped);
        return new Page(facts, List.of(), rejected, counts, raw, next, Optional.empty());
    }
}
