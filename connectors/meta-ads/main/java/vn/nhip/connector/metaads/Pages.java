package vn.nhip.connector.metaads;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Page;
import vn.nhip.spi.RawBody;
import vn.nhip.spi.Rejected;
import vn.nhip.spi.SourceNotes;

/** The pages that a step of reading can end in. */
final class Pages {

    private static final Page.Counts NONE = new Page.Counts(0, 0, 0);

    private Pages() {}

    /** Nothing to take yet; go on there at once. */
    static Page onward(RawBody raw, SourceNotes notes, Cursor next) {
        return new Page(List.of(), List.of(), List.of(), NONE, raw, Optional.of(next), Optional.empty(), notes);
    }

    /** Nothing to take yet; go on there after a while. */
    static Page later(RawBody raw, SourceNotes notes, Cursor next, Duration wait) {
        return new Page(List.of(), List.of(), List.of(), NONE, raw, Optional.of(next), Optional.of(wait), notes);
    }

    static Page records(
            List<Envelope> facts, List<Rejected> rejected, Page.Counts counts, GraphReply reply, Ending ending) {
        return new Page(
                facts, List.of(), rejected, counts, reply.raw(), ending.next(), Optional.empty(), ending.notes());
    }

    /** Where a page with records leads, and what Meta said beside them. */
    record Ending(Optional<Cursor> next, SourceNotes notes) {}

    /** The same notes, and these words in addition. */
    static SourceNotes noting(SourceNotes notes, List<String> words) {
        List<String> drift = new ArrayList<>(notes.drift());
        drift.addAll(words);
        return new SourceNotes(notes.zone(), notes.currency(), notes.quotas(), drift);
    }
}
