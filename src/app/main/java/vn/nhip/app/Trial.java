package vn.nhip.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nhip.config.HeldBackLimit;
import vn.nhip.spi.Connector;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Page;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Rejected;
import vn.nhip.spi.Slice;

/**
 * What a whole file gives before any of it is kept.
 *
 * <p>Shape: the first facts and the first records that would be held back; {@code records} counts all that were read.
 */
public record Trial(long records, long heldBack, List<Fact> facts, List<Rejected> rejected, HeldBackLimit limit) {

    private static final int SHOWN = 5;
    private static final int REFUSED = 20;

    public Trial {
        facts = List.copyOf(facts);
        rejected = List.copyOf(rejected);
    }

    /** Nothing was tried yet. */
    public static final Trial NONE = new Trial(0, 0, List.of(), List.of(), HeldBackLimit.DEFAULT);

    /** Whether a sync would take it in: something of it can be read, and no more is held back than may be. */
    public boolean fits() {
        return !facts.isEmpty() && heldBack <= limit.allowed(records);
    }

    /** Reads the one file that a connector is opened for. */
    static Trial of(Connector connector, String stream, DayRange days, HeldBackLimit limit) {
        List<Fact> facts = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        long records = 0;
        long heldBack = 0;
        for (Slice slice : connector.slices(stream, days)) {
            Optional<Cursor> after = Optional.empty();
            do {
                Page page = connector.read(new ReadRequest(stream, slice, after));
                records += page.counts().read();
                heldBack += page.rejected().size();
                page.facts().stream()
                        .limit(SHOWN - facts.size())
                        .map(Envelope::fact)
                        .forEach(facts::add);
                page.rejected().stream().limit(REFUSED - rejected.size()).forEach(rejected::add);
                after = page.next();
            } while (after.isPresent());
        }
        return new Trial(records, heldBack, facts, rejected, limit);
    }
}
