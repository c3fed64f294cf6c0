package vn.nhip.sync;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.Page;
import vn.nhip.spi.ReadRequest;
import vn.nhip.store.SealedPage;
import vn.nhip.store.Sealer;

/**
 * Reads and seals the pages of a slice in order, a few ahead of the store's commits.
 *
 * <p>One page is being read and one sealed at a time; those that are sealed are small, and wait to be committed together.
 */
final class PageAhead {

    private static final int MOST_PAGES = 16;
    private static final long MOST_BYTES = 2 << 20;

    private final Lane lane;
    private final AccountStream stream;
    private final ReadRequest first;
    private final Sealer sealer;
    private final Deque<CompletableFuture<SealedPage>> ahead = new ArrayDeque<>();
    private CompletableFuture<Page> reading = CompletableFuture.completedFuture(null);
    private CompletableFuture<SealedPage> sealing = CompletableFuture.completedFuture(null);
    private Optional<Cursor> next = Optional.empty();
    private long bytes;
    private boolean dropped;

    PageAhead(Lane lane, AccountStream stream, ReadRequest first, Sealer sealer) {
        this.lane = lane;
        this.stream = stream;
        this.first = first;
        this.sealer = sealer;
        synchronized (this) {
            read(first.after());
        }
    }

    /** Where one slice at a time is read: its source, the thread that calls it, and threads to seal on. */
    record Lane(SourceCalls source, ExecutorService reader, Executor sealers) {

        /** Interrupts a read that nobody waits for; false when it goes on nevertheless. */
        boolean end() {
            reader.shutdownNow();
            try {
                return reader.awaitTermination(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    /**
     * The next pages, all that are here, at least one; a page that is not ready comes alone. Not to be called after the
     * last. A read that fails is heard of when the pages before it are taken.
     */
    List<SealedPage> take(Patience patience, Runnable keep) {
        patience.await(head(), keep);
        return taken();
    }

    private synchronized CompletableFuture<SealedPage> head() {
        return ahead.element();
    }

    private synchronized List<SealedPage> taken() {
        List<SealedPage> pages = new ArrayList<>();
        while (!ahead.isEmpty() && isHere(ahead.element()) && (pages.isEmpty() || isReady(ahead.element()))) {
            SealedPage page = ahead.remove().join();
            bytes -= page.size();
            pages.add(page);
        }
        goOn();
        return pages;
    }

    private static boolean isHere(CompletableFuture<SealedPage> page) {
        return page.isDone() && !page.isCompletedExceptionally();
    }

    private static boolean isReady(CompletableFuture<SealedPage> page) {
        return page.join().page().readyIn().isEmpty();
    }

    /** Lets nobody start a read that waits in the queue. */
    synchronized void drop() {
        dropped = true;
        reading.cancel(true);
    }

    /** With the lock held, always: a page that is here before it is known to be ahead would be sealed beside another. */
    private void read(Optional<Cursor> after) {
        ReadRequest request = new ReadRequest(first.stream(), first.slice(), after);
        reading = CompletableFuture.supplyAsync(() -> lane.source().read(stream, request), lane.reader());
        sealing = reading.thenCombineAsync(sealing, (page, before) -> sealed(page), lane.sealers());
        ahead.add(sealing);
    }

    private SealedPage sealed(Page page) {
        came(page);
        SealedPage sealed = sealer.seal(page);
        synchronized (this) {
            bytes += sealed.size();
        }
        return sealed;
    }

    /** The page after this one is read while this one is sealed. */
    private synchronized void came(Page page) {
        next = page.readyIn().isEmpty() ? page.next() : Optional.empty();
        goOn();
    }

    private void goOn() {
        if (next.isPresent() && !dropped && ahead.size() < MOST_PAGES && bytes < MOST_BYTES) {
            Optional<Cursor> after = next;
            next = Optional.empty();
            read(after);
        }
    }
}
