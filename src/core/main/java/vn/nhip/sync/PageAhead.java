package vn.nhip.sync;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.ReadRequest;
import vn.nhip.store.SealedPage;
import vn.nhip.store.Sealer;

/** Reads and seals the pages of a slice in order, always one ahead: that goes on while the store commits. */
final class PageAhead {

    private final Lane lane;
    private final AccountStream stream;
    private final ReadRequest first;
    private final Sealer sealer;
    private CompletableFuture<SealedPage> next;

    PageAhead(Lane lane, AccountStream stream, ReadRequest first, Sealer sealer) {
        this.lane = lane;
        this.stream = stream;
        this.first = first;
        this.sealer = sealer;
        this.next = read(first.after());
    }

    /** Where one slice at a time is read: its source, and the thread that calls it. */
    record Lane(SourceCalls source, ExecutorService reader) {

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

    /** The next page; unless it is not ready, the one after it is already being read. Not to be called after the last. */
    SealedPage take(Patience patience, Runnable keep) {
        SealedPage page = patience.await(next, keep);
        if (page.page().readyIn().isEmpty()) {
            page.page().next().ifPresent(cursor -> next = read(Optional.of(cursor)));
        }
        return page;
    }

    /** Lets nobody start a read that waits in the queue. */
    void drop() {
        next.cancel(true);
    }

    private CompletableFuture<SealedPage> read(Optional<Cursor> after) {
        ReadRequest request = new ReadRequest(first.stream(), first.slice(), after);
        return CompletableFuture.supplyAsync(() -> sealer.seal(lane.source().read(stream, request)), lane.reader());
    }
}
