package vn.nhip.sync;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Waits; tests wait without waiting. */
public interface Sleeper {

    Sleeper REAL = new Sleeper() {
        @Override
        public void sleep(Duration wait) {
            try {
                Thread.sleep(wait.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting to try again", e);
            }
        }

        @Override
        public CompletableFuture<Void> later(Duration wait, Executor executor) {
            Executor delayed = CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS, executor);
            return CompletableFuture.runAsync(() -> {}, delayed);
        }
    };

    void sleep(Duration wait);

    /** Is done after that long; no thread waits for it. */
    default CompletableFuture<Void> later(Duration wait, Executor executor) {
        return CompletableFuture.runAsync(() -> sleep(wait), executor);
    }
}
