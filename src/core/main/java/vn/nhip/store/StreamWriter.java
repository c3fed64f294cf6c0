package vn.nhip.store;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.nhip.config.HeldBackLimit;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Page;
import vn.nhip.spi.Slice;

/**
 * Writes one run of one stream, by the one-commit protocol.
 *
 * <p>Calls: {@code open} a slice, {@code commit} its pages in order, each sealed by the reading's {@code sealer}, {@code
 * finish} it once it is READ; by one thread at a time. Whatever fails is rolled back whole; the next {@code open} goes on after the last committed page.
 */
public final class StreamWriter {

    private final Store store;
    private final Keys keys;
    private final Run run;
    private final Persons persons;
    private final Parking parking = new Parking();
    private final Slices slices;
    private final PageNotes notes;
    private final PageCommit commit;
    private final Swap swap;
    private RunCounts counts = RunCounts.NONE;

    /** The limit says when too much of a slice is held back for the rest to be taken in. */
    public StreamWriter(Store store, Keys keys, Clock clock, Run run, HeldBackLimit limit) {
        this.store = store;
        this.keys = keys;
        this.run = run;
        this.persons = new Persons(run.feed().workspace());
        this.slices = new Slices(clock);
        this.notes = new PageNotes(store, clock);
        this.commit = new PageCommit(store, keys, clock, slices, limit);
        this.swap = new Swap(store, keys, clock, slices, limit);
    }

    /** How far the slice has come. */
    public Reading open(Slice slice) {
        return store.write(handle -> {
            new Leases(store).check(handle, run);
            return slices.open(handle, run.feed(), slice);
        });
    }

    /** What makes the pages of this reading ready for {@code commit}, beside it. */
    public Sealer sealer(Reading reading) {
        return new Sealer(run.feed(), keys, reading);
    }

    /** Makes pages durable, all in one transaction; those that already are change nothing. */
    public Reading commit(Reading reading, List<SealedPage> pages) {
        try {
            return count(commit.commit(run, reading, pages, persons));
        } catch (ConnectorException refused) {
            persons.forget();
            if (pages.size() == 1) {
                throw refused;
            }
            return oneByOne(reading, pages);
        } catch (RuntimeException e) {
            persons.forget();
            throw e;
        }
    }

    /** One of them is refused: those before it count. */
    private Reading oneByOne(Reading reading, List<SealedPage> pages) {
        Reading at = reading;
        for (SealedPage page : pages) {
            at = commit(at, List.of(page));
        }
        return at;
    }

    /** The same for a page that was not sealed beside. */
    Reading commit(Reading reading, Page page) {
        return commit(reading, List.of(sealer(reading).seal(page)));
    }

    /**
     * Puts the new content in place of the old; readers see all of it at once.
     *
     * @throws ConnectorException of kind DATA when the slice contradicts itself or too much of it is held
     *     back: its earlier values stay
     */
    public Reading finish(Reading reading) {
        return finish(reading, false);
    }

    /** The same, however little the new content is: someone says that it is right. */
    public Reading accept(Reading reading) {
        return finish(reading, true);
    }

    private Reading finish(Reading reading, boolean trusted) {
        if (reading.state() != Reading.State.READ) {
            throw new IllegalStateException("slice " + reading.slice().name() + " is not read to its end");
        }
        return count(swap.finish(run, reading, trusted));
    }

    /** Keeps where to ask again, from a time on: the source is not ready, or has had enough of us for now. */
    public Reading park(Reading reading, Page page, Instant notBefore) {
        return store.write(handle -> {
            new Leases(store).check(handle, run);
            notes.take(handle, run.feed(), page.notes());
            return parking.park(handle, run.feed(), reading, page.next(), notBefore);
        });
    }

    /** The same, to go on where the reading stands. */
    public Reading park(Reading reading, Instant notBefore) {
        return store.write(handle -> {
            new Leases(store).check(handle, run);
            return parking.park(handle, run.feed(), reading, reading.after(), notBefore);
        });
    }

    /** Shows that this run is alive although it has nothing to commit. */
    public void keep() {
        store.write(handle -> {
            new Leases(store).check(handle, run);
            return true;
        });
    }

    /** Remembers which files the source still has; returns those that it gave before and has no more. */
    public List<String> vanished(List<Slice> there) {
        Set<String> names = there.stream().map(Slice::name).collect(Collectors.toSet());
        return store.write(handle -> {
            new Leases(store).check(handle, run);
            return new OwnedSlices(handle, run.feed()).mark(names);
        });
    }

    /** Withdraws all that a file gave; false when nothing of it counts. */
    public boolean forget(String file) {
        Optional<RunCounts> withdrawn = store.write(handle -> {
            new Leases(store).check(handle, run);
            try {
                return new OwnedSlices(handle, run.feed()).forget(file, store.dialect());
            } catch (SQLException e) {
                throw new StoreException("Cannot withdraw " + file + ": " + e.getMessage(), e);
            }
        });
        withdrawn.ifPresent(done -> counts = counts.plus(done));
        return withdrawn.isPresent();
    }

    /** What this run did so far. */
    public RunCounts counts() {
        return counts;
    }

    private Reading count(PageCommit.Done done) {
        counts = counts.plus(done.counts());
        return done.reading();
    }
}
