package vn.nhip.sync;

import java.time.Duration;

/** Waits; tests wait without waiting. */
public interface Sleeper {

    Sleeper REAL = wait -> {
        try {
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to try again", e);
        }
    };

    void sleep(Duration wait);
}
