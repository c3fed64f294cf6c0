package vn.nhip.store;

import org.jdbi.v3.core.Handle;

/** What the pages of one reading counted together. */
record Counted(long records, long facts, long quarantined) {

    static Counted of(Handle handle, Feed feed, Reading reading) {
        return handle.createQuery("SELECT COALESCE(SUM(records), 0), COALESCE(SUM(facts), 0),"
                        + " COALESCE(SUM(quarantined), 0) FROM page"
                        + " WHERE workspace_id = ? AND slice_id = ? AND fingerprint = ?")
                .bind(0, feed.workspace())
                .bind(1, reading.sliceId())
                .bind(2, reading.name())
                .map((row, context) -> new Counted(row.getLong(1), row.getLong(2), row.getLong(3)))
                .one();
    }
}
