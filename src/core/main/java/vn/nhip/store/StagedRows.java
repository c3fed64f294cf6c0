package vn.nhip.store;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The staged facts of a slice, page by page. The next page is fetched and unpacked by a second thread while the caller
 * writes the present one; never more than two pages are in memory.
 */
final class StagedRows implements AutoCloseable {

    private final Store store;
    private final Feed feed;
    private final Reading reading;
    private final ExecutorService ahead = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "staged-rows");
        thread.setDaemon(true);
        return thread;
    });
    private CompletableFuture<Optional<List<Row>>> next;
    private int seq;

    StagedRows(Store store, Feed feed, Reading reading) {
        this.store = store;
        this.feed = feed;
        this.reading = reading;
        this.next = fetch(0);
    }

    /** The rows of the next page; empty after the last. */
    Optional<List<Row>> next() {
        Optional<List<Row>> page = next.join();
        next = fetch(++seq);
        return page;
    }

    private CompletableFuture<Optional<List<Row>>> fetch(int page) {
        return page < reading.nextPage()
                ? CompletableFuture.supplyAsync(() -> read(page), ahead)
                : CompletableFuture.completedFuture(Optional.empty());
    }

    private Optional<List<Row>> read(int page) {
        return store.read(handle -> handle.createQuery("SELECT page_id, persons, body FROM staged_page"
                        + " WHERE workspace_id = ? AND slice_id = ? AND seq = ?")
                .bind(0, feed.workspace())
                .bind(1, reading.sliceId())
                .bind(2, page)
                .map((row, context) ->
                        Rows.list(row.getBytes("body"), row.getLong("page_id"), Rows.ids(row.getBytes("persons"))))
                .findOne());
    }

    @Override
    public void close() {
        ahead.shutdownNow();
    }
}
