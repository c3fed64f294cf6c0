package vn.nhip.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import vn.nhip.spi.Slice;
import vn.nhip.store.StreamWriter;

/** One pass over a stream that is under way; its lanes share it. */
final class StreamPass {

    private final AccountStream stream;
    private final SyncRequest request;
    private final StreamWriter writer;
    private final Queue<Slice> queue = new ConcurrentLinkedQueue<>();
    private final List<SyncError> errors = new ArrayList<>();
    private final AtomicInteger read = new AtomicInteger();
    private final AtomicInteger unchanged = new AtomicInteger();
    private Optional<Instant> wait = Optional.empty();
    private List<String> vanished = List.of();
    private boolean cancelled;
    private volatile boolean over;

    StreamPass(AccountStream stream, SyncRequest request, StreamWriter writer) {
        this.stream = stream;
        this.request = request;
        this.writer = writer;
    }

    AccountStream stream() {
        return stream;
    }

    SyncRequest request() {
        return request;
    }

    /** For one lane at a time: synchronize on it. */
    StreamWriter writer() {
        return writer;
    }

    void queue(Collection<Slice> slices) {
        queue.addAll(slices);
    }

    List<Slice> queued() {
        return List.copyOf(queue);
    }

    synchronized void vanished(List<String> files) {
        vanished = files;
    }

    Optional<Slice> next() {
        Optional<Slice> slice = over ? Optional.empty() : Optional.ofNullable(queue.poll());
        slice.ifPresent(any -> read.incrementAndGet());
        return slice;
    }

    void unchanged() {
        unchanged.incrementAndGet();
    }

    synchronized void failed(String slice, String kind, String message) {
        errors.add(new SyncError(stream.spec().name(), slice, kind, message));
    }

    /** The same, and no further slice is read. */
    synchronized void ended(String slice, String kind, String message) {
        over = true;
        cancelled |= kind.equals("cancelled") || kind.equals("stopped");
        if (errors.stream().noneMatch(error -> error.message().equals(message))) {
            failed(slice, kind, message);
        }
    }

    /** Something is asked for again then. */
    synchronized void waits(Instant until) {
        wait = wait.filter(until::isAfter).or(() -> Optional.of(until));
    }

    /** The same, and no further slice is read now. */
    synchronized void waitsWhole(Instant until) {
        over = true;
        waits(until);
    }

    synchronized boolean wasCancelled() {
        return cancelled;
    }

    synchronized SyncReport report() {
        return new SyncReport(
                stream.account().name(), writer.counts(), read.get(), unchanged.get(), vanished, errors, wait);
    }
}
