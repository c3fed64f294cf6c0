package vn.nhip.nights;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import vn.nhip.sync.Sleeper;

/** A clock that whoever waits moves on; notes where the source stood each time that a call was to be made again. */
final class VirtualTime extends Clock implements Sleeper {

    private final AtomicReference<Instant> now;
    private final List<Integer> retries = new CopyOnWriteArrayList<>();
    private volatile Supplier<Integer> calls = () -> 0;

    VirtualTime(Instant now) {
        this.now = new AtomicReference<>(now);
    }

    /** Starts over at this instant; {@code counter} says how often the source was called. */
    void startOver(Instant instant, Supplier<Integer> counter) {
        now.set(instant);
        calls = counter;
        retries.clear();
    }

    void set(Instant instant) {
        now.set(instant);
    }

    /** How often the source had been called, each time that someone waited to call it again. */
    List<Integer> retries() {
        return List.copyOf(retries);
    }

    @Override
    public void sleep(Duration wait) {
        retries.add(calls.get());
        pass(wait);
    }

    @Override
    public CompletableFuture<Void> later(Duration wait, Executor executor) {
        return CompletableFuture.runAsync(() -> pass(wait), executor);
    }

    private void pass(Duration wait) {
        now.updateAndGet(instant -> instant.plus(wait));
    }

    @Override
    public Instant instant() {
        return Objects.requireNonNull(now.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return VirtualTime.this.withZone(other);
            }

            @Override
            public Instant instant() {
                return Objects.requireNonNull(now.get());
            }
        };
    }
}
