package vn.nhip.store;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.nhip.config.HeldBackLimit;
import vn.nhip.spi.ConnectorException;
import vn.nhip.store.Reading.State;

/** Marks a slice that may not be taken in, makes what is held back of it visible, and says what to do. */
final class Refusal {

    private final Store store;
    private final Keys keys;
    private final Clock clock;
    private final HeldBackLimit limit;

    Refusal(Store store, Keys keys, Clock clock, HeldBackLimit limit) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
        this.limit = limit;
    }

    ConnectorException of(Run run, Reading reading, SliceRefusedException refused) {
        return ConnectorException.data(store.write(handle -> {
            new Leases(store).check(handle, run);
            show(handle, run.feed(), reading, refused.held());
            new Slices(clock).advance(handle, run.feed(), reading, State.REFUSED, Optional.empty());
            String said = String.valueOf(refused.getMessage());
            return said.isEmpty() ? tooMany(handle, run.feed(), reading) : said;
        }));
    }

    private void show(Handle handle, Feed feed, Reading reading, List<HeldBack.Held> held) {
        handle.execute(
                "DELETE FROM quarantine WHERE workspace_id = ? AND slice_id = ? AND status = 'refused'",
                feed.workspace(),
                reading.sliceId());
        try (QuarantineRows rows = new QuarantineRows(handle.getConnection(), feed, keys, clock.millis())) {
            for (HeldBack.Held one : held) {
                rows.add(new QuarantineRows.Place(reading.sliceId(), one.page()), one.record(), "refused");
            }
            rows.flush();
        } catch (SQLException e) {
            throw new StoreException(
                    "Cannot hold back records of slice " + reading.slice().name(), e);
        }
    }

    private String tooMany(Handle handle, Feed feed, Reading reading) {
        Most most = handle.createQuery("SELECT field, MIN(reason) AS reason, COUNT(*) AS times,"
                        + " SUM(COUNT(*)) OVER () AS waiting FROM quarantine WHERE workspace_id = ? AND slice_id = ?"
                        + " AND status IN ('staged', 'refused') GROUP BY field ORDER BY 3 DESC, 1 LIMIT 1")
                .bind(0, feed.workspace())
                .bind(1, reading.sliceId())
                .map((row, context) -> new Most(
                        row.getString("field"), row.getString("reason"), row.getLong("times"), row.getLong("waiting")))
                .one();
        long records = Counted.of(handle, feed, reading).records();
        return most.waiting() + " of " + records + " records would be held back, more than the "
                + limit.allowed(records)
                + " allowed; nothing was taken in and the earlier values stay. Most often: "
                + (most.field().isEmpty() ? "" : "'" + most.field() + "' ") + most.reason() + " (" + most.times()
                + " times). Look with 'nhip quarantine list' and mend the file or its mapping; or, if the rest counts"
                + " without them, raise held-back-limit of the account in nhip.yaml (such as 20 %, or off) and sync"
                + " again";
    }

    /** The column that is wrong most often, with one of its reasons, and how many wait in all. */
    private record Most(String field, String reason, long times, long waiting) {}
}
