package vn.nhip.sync;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How one account's run waits for its source: it lends its place to other accounts, keeps its lease, hears the word to
 * stop, and gives up when its time is over. A read that is given up goes on by itself and nobody takes its answer.
 */
final class Patience {

    private static final Duration STEP = Duration.ofSeconds(1);
    private static final int STEPS_TO_KEEP = 20;

    private final Semaphore places;
    private final SyncLimits limits;
    private final Stopping stopping;
    private final long deadline;

    Patience(Semaphore places, SyncLimits limits, Stopping stopping) {
        this.places = places;
        this.limits = limits;
        this.stopping = stopping;
        this.deadline = System.nanoTime() + limits.perAccount().toNanos();
    }

    /** Works in one of the places. */
    void work(Runnable work) {
        places.acquireUninterruptibly();
        try {
            work.run();
        } finally {
            places.release();
        }
    }

    /** Called in a place: waits for something else than the source, outside it. */
    void aside(Runnable wait) {
        places.release();
        try {
            wait.run();
        } finally {
            places.acquireUninterruptibly();
        }
    }

    /** Called in a place; {@code keep} is called now and then while the answer does not come. */
    <T> T await(CompletableFuture<T> answer, Runnable keep) {
        check();
        try {
            return get(answer, limits.patience());
        } catch (TimeoutException slow) {
            places.release();
            try {
                return awaitAside(answer, keep);
            } finally {
                places.acquireUninterruptibly();
            }
        }
    }

    private <T> T awaitAside(CompletableFuture<T> answer, Runnable keep) {
        for (int step = 1; ; step++) {
            check();
            try {
                return get(answer, STEP);
            } catch (TimeoutException slow) {
                if (step % STEPS_TO_KEEP == 0) {
                    keep.run();
                }
            }
        }
    }

    /** Throws when the run is to end now. */
    void check() {
        if (stopping.word().isPresent()) {
            throw stopping.word().get();
        }
        if (System.nanoTime() - deadline > 0) {
            throw RunStoppedException.slow(limits.perAccount().toMinutes());
        }
    }

    /** Whether the run may still wait that long. */
    boolean allows(Duration wait) {
        return stopping.word().isEmpty() && deadline - System.nanoTime() > wait.toNanos();
    }

    private static <T> T get(CompletableFuture<T> answer, Duration wait) throws TimeoutException {
        try {
            return answer.get(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(String.valueOf(e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RunStoppedException.stopped();
        }
    }
}
