package vn.nhip.store;

import java.sql.Connection;
import java.sql.SQLException;
import vn.nhip.spi.Rejected;

/** Adds records to quarantine within a transaction; what stood in them is sealed. */
final class QuarantineRows implements AutoCloseable {

    private static final String INSERT =
            "INSERT INTO quarantine (workspace_id, id, stream_id, slice_id, page_id, at, field, reason, value, raw,"
                    + " first_seen, status) VALUES ";

    private final Feed feed;
    private final Keys keys;
    private final long now;
    private final MultiRow rows;
    private long next;

    QuarantineRows(Connection connection, Feed feed, Keys keys, long now) throws SQLException {
        this.feed = feed;
        this.keys = keys;
        this.now = now;
        this.rows = new MultiRow(connection, INSERT, 12, "");
        this.next = Ids.next(connection, "quarantine", feed.workspace());
    }

    /** Where a record comes from. */
    record Place(long slice, long page) {}

    void add(Place place, Rejected record, String status) throws SQLException {
        String sealedAt = Quarantine.place(feed.workspace(), next);
        rows.add(
                feed.workspace(),
                next++,
                feed.stream(),
                place.slice(),
                place.page(),
                record.at(),
                record.field(),
                record.reason(),
                SealedPage.sealText(record.value(), keys, sealedAt),
                SealedPage.sealText(record.raw(), keys, sealedAt),
                now,
                status);
    }

    void flush() throws SQLException {
        rows.flush();
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
