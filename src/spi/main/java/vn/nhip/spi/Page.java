package vn.nhip.spi;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The facts of one request, and where the next one starts.
 *
 * <p>Shape: no {@code next} means that the slice is complete. {@code readyIn} instead of facts means that the source
 * is still making the report: ask again with {@code next} after that long. {@code notes} are what the source says of
 * itself on the way. Every record read is accounted for:
 * {@code counts.read()} = records that gave facts + rejected + filtered.
 */
public record Page(
        List<Envelope> facts,
        List<Removed> removed,
        List<Rejected> rejected,
        Counts counts,
        RawBody raw,
        Optional<Cursor> next,
        Optional<Duration> readyIn,
        SourceNotes notes) {

    /** A key that the source says is gone. */
    public record Removed(FactKind kind, String key) {}

    /** Records read, records left out by a declared filter, records that gave at least one fact. */
    public record Counts(long read, long filtered, long mapped) {}

    /** Without notes. */
    public Page(
            List<Envelope> facts,
            List<Removed> removed,
            List<Rejected> rejected,
            Counts counts,
            RawBody raw,
            Optional<Cursor> next,
            Optional<Duration> readyIn) {
        this(facts, removed, rejected, counts, raw, next, readyIn, SourceNotes.NONE);
    }

    public Page {
        facts = List.copyOf(facts);
        removed = List.copyOf(removed);
        rejected = List.copyOf(rejected);
        if (readyIn.isPresent() && next.isEmpty()) {
            throw new IllegalArgumentException("a page that is not ready needs the cursor to ask again with");
        }
    }
}
