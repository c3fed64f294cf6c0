package vn.nhip.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Slice;

/** Slices of days that an earlier run began and did not end. */
public final class OpenSlices {

    private static final Duration FRESH = Duration.ofHours(36);

    private final Store store;
    private final Clock clock;

    public OpenSlices(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Those worth going on with, newest first; what was begun too long ago to fit what the source says now is forgotten. */
    public List<Slice> resume(Feed feed) {
        return store.write(handle -> {
            long oldest = clock.instant().minus(FRESH).toEpochMilli();
            handle.createQuery("SELECT id FROM slice WHERE workspace_id = ? AND stream_id = ?"
                            + " AND state IN ('reading', 'read') AND first_day IS NOT NULL AND begun_at < ?")
                    .bind(0, feed.workspace())
                    .bind(1, feed.stream())
                    .bind(2, oldest)
                    .mapTo(Long.class)
                    .list()
                    .forEach(slice -> {
                        Slices.discardStaged(handle, feed, slice);
                        handle.execute(
                                "UPDATE slice SET state = 'complete', reading_fingerprint = NULL, cursor = NULL,"
                                        + " not_before = NULL WHERE workspace_id = ? AND id = ?",
                                feed.workspace(),
                                slice);
                    });
            return handle.createQuery(
                            "SELECT name, first_day, last_day FROM slice WHERE workspace_id = ?"
                                    + " AND stream_id = ? AND state IN ('reading', 'read') AND first_day IS NOT NULL"
                                    + " AND reading_fingerprint LIKE '#%' AND (cursor IS NOT NULL OR state = 'read') ORDER BY last_day DESC")
                    .bind(0, feed.workspace())
                    .bind(1, feed.stream())
                    .map((row, context) -> new Slice(
                            row.getString("name"),
                            Optional.empty(),
                            Optional.of(new DayRange(
                                    LocalDate.parse(row.getString("first_day")),
                                    LocalDate.parse(row.getString("last_day")))),
                            false))
                    .list();
        });
    }

    /** Whether there is one to go on with. */
    public boolean any(Feed feed) {
        return !resume(feed).isEmpty();
    }

    /** From when on the source may be asked for the slice; empty when it may be asked now. */
    public Optional<Instant> waitsUntil(Feed feed, Slice slice) {
        return store.read(handle -> handle.createQuery("SELECT not_before FROM slice WHERE workspace_id = ?"
                        + " AND stream_id = ? AND name = ? AND state = 'reading' AND not_before > ?")
                .bind(0, feed.workspace())
                .bind(1, feed.stream())
                .bind(2, slice.name())
                .bind(3, clock.millis())
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli));
    }
}
