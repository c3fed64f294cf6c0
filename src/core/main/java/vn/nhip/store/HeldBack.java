package vn.nhip.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.nhip.spi.Rejected;
import vn.nhip.store.Repeats.Given;

/**
 * Holds back the facts of a file that contradict an earlier one of the same file, as if their rows had been rejected
 * when they were read, until too many are held back.
 */
final class HeldBack implements Repeats.Clash, AutoCloseable {

    private static final int TOLD = 1_000;

    private final Reading reading;
    private final LandedText landed;
    private final QuarantineRows rows;
    private final long allowed;
    private final List<Held> held = new ArrayList<>();
    private final Map<Long, Long> ofPages = new TreeMap<>();
    private long count;

    /** One of them, and the page it stands on. */
    record Held(long page, Rejected record) {}

    /** At most {@code allowed} more may be held back. */
    HeldBack(Reading reading, LandedText landed, QuarantineRows rows, long allowed) {
        this.reading = reading;
        this.landed = landed;
        this.rows = rows;
        this.allowed = allowed;
    }

    long count() {
        return count;
    }

    @Override
    public void between(Given first, Row later) throws SQLException {
        String fact = later.table().kind().id() + " " + later.key();
        String reason = "gives " + fact + ", which " + reading.slice().name() + ", " + first.at()
                + " gave with other content; that one counts. If both rows are one record, group them (group-by);"
                + " if they are two, choose a key that tells them apart";
        String raw = landed.of(later.page(), later.at()).orElse(fact);
        Held one = new Held(later.page(), new Rejected(later.at(), "key", later.key(), reason, raw));
        rows.add(new QuarantineRows.Place(reading.sliceId(), one.page()), one.record(), "staged");
        ofPages.merge(one.page(), 1L, Long::sum);
        count++;
        if (held.size() < TOLD) {
            held.add(one);
        }
        if (count > allowed) {
            throw new SliceRefusedException("", held);
        }
    }

    /** Writes what still waits, and moves the records in the ledger of their pages. */
    void finish(Connection connection, long workspace) throws SQLException {
        rows.flush();
        try (var pages = connection.prepareStatement("UPDATE page SET facts = facts - ?, quarantined = quarantined + ?"
                + " WHERE workspace_id = ? AND id = ?")) {
            for (Map.Entry<Long, Long> page : ofPages.entrySet()) {
                pages.setLong(1, page.getValue());
                pages.setLong(2, page.getValue());
                pages.setLong(3, workspace);
                pages.setLong(4, page.getKey());
                pages.addBatch();
            }
            pages.executeBatch();
        }
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
