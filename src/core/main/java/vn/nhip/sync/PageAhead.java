package vn.nhip.sync;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import vn.nhip.spi.Connector;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.Page;
import vn.nhip.spi.ReadRequest;

/** Reads the pages of a slice in order, always one ahead: the source is read while the store commits. */
final class PageAhead {

    private final Connector connector;
    private final ReadRequest first;
    private final Executor reader;
    private final Retry retry;
    private CompletableFuture<Page> next;

    PageAhead(Connector connector, ReadRequest first, Executor reader, Retry retry) {
        this.connector = connector;
        this.first = first;
        this.reader = reader;
        this.retry = retry;
        this.next = read(first.after());
    }

    /** The next page; the one after it is already being read. Not to be called after the last. */
    Page take() {
        Page page = await(next);
        page.next().ifPresent(cursor -> next = read(Optional.of(cursor)));
        return page;
    }

    /** Waits for a read that nobody will take, so that the connector is idle when it is closed. */
    void drain() {
        next.handle((page, failure) -> Optional.ofNullable(page)).join();
    }

    private CompletableFuture<Page> read(Optional<Cursor> after) {
        return CompletableFuture.supplyAsync(
                () -> ready(new ReadRequest(first.stream(), first.slice(), after)), reader);
    }

    private Page ready(ReadRequest request) {
        Page page = retry.call(() -> connector.read(request));
        while (page.readyIn().isPresent()) {
            retry.pause(page.readyIn().get());
            ReadRequest again = new ReadRequest(request.stream(), request.slice(), page.next());
            page = retry.call(() -> connector.read(again));
        }
        return page;
    }

    private static Page await(CompletableFuture<Page> page) {
        try {
            return page.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
