package vn.nhip.store;

import java.time.Clock;
import vn.nhip.spi.Page;
import vn.nhip.spi.Slice;

/**
 * Writes one run of one stream, by the one-commit protocol.
 *
 * <p>Calls: {@code open} a slice, {@code commit} its pages in order, {@code finish} it once it is READ; by one thread
 * at a time. Whatever fails is rolled back whole; the next {@code open} goes on after the last committed page.
 */
public final class StreamWriter {

    private final Store store;
    private final Keys keys;
    private final Run run;
    private final PersonNames names;
    private final Rows rows;
    private final Persons persons;
    private final Slices slices = new Slices();
    private final PageCommit commit;
    private final Swap swap;
    private RunCounts counts = RunCounts.NONE;

    public StreamWriter(Store store, Keys keys, Clock clock, Run run) {
        this.store = store;
        this.keys = keys;
        this.run = run;
        this.names = new PersonNames(keys, run.feed().account());
        this.rows = new Rows(run.feed().businessZone(), names);
        this.persons = new Persons(run.feed().workspace());
        this.commit = new PageCommit(store, keys, clock, slices);
        this.swap = new Swap(store, clock, slices);
    }

    /** How far the slice has come. */
    public Reading open(Slice slice) {
        return store.write(handle -> {
            new Leases(store).check(handle, run);
            return slices.open(handle, run.feed(), slice);
        });
    }

    /** Makes a page durable; one that already is changes nothing. */
    public Reading commit(Reading reading, Page page) {
        String place = SealedPage.place(run.feed().workspace(), reading.sliceId(), reading.name(), reading.nextPage());
        SealedPage sealed = SealedPage.of(page, rows, names, keys, place);
        try {
            return count(commit.commit(run, reading, sealed, persons));
        } catch (RuntimeException e) {
            persons.forget();
            throw e;
        }
    }

    /** Puts the new content in place of the old; readers see all of it at once. */
    public Reading finish(Reading reading) {
        if (reading.state() != Reading.State.READ) {
            throw new IllegalStateException("slice " + reading.slice().name() + " is not read to its end");
        }
        return count(swap.finish(run, reading));
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
