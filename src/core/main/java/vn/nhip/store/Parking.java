package vn.nhip.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.nhip.spi.Cursor;

/** Slices that are asked for again later; where to go on survives a restart. */
final class Parking {

    Reading park(Handle handle, Feed feed, Reading reading, Optional<Cursor> next, Instant notBefore) {
        int moved = handle.createUpdate("UPDATE slice SET cursor = :cursor, not_before = :until, version = version + 1"
                        + " WHERE workspace_id = :workspace AND id = :id AND version = :version")
                .bind("cursor", next.map(Cursor::value).orElse(null))
                .bind("until", notBefore.toEpochMilli())
                .bind("workspace", feed.workspace())
                .bind("id", reading.sliceId())
                .bind("version", reading.version())
                .execute();
        if (moved == 0) {
            throw new LeaseLostException(feed);
        }
        return new Reading(
                reading.sliceId(),
                reading.slice(),
                reading.name(),
                reading.state(),
                next,
                reading.nextPage(),
                reading.version() + 1);
    }
}
