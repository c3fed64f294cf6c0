package vn.nhip.sync;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import vn.nhip.spi.ConnectorException;

/** Calls a source again when it says that trying again may help: full jitter, at most six times. */
final class Retry {

    private static final int TRIES = 6;
    private static final long BASE_MILLIS = 1_000;
    private static final long CAP_MILLIS = 60_000;

    private final Sleeper sleeper;

    Retry(Sleeper sleeper) {
        this.sleeper = sleeper;
    }

    <T> T call(Supplier<T> source) {
        for (int attempt = 1; ; attempt++) {
            try {
                return source.get();
            } catch (ConnectorException e) {
                if (!e.kind().retryable() || attempt == TRIES) {
                    throw e;
                }
                sleeper.sleep(e.retryAfter().orElse(jitter(attempt)));
            }
        }
    }

    void pause(Duration wait) {
        sleeper.sleep(wait);
    }

    private static Duration jitter(int attempt) {
        long most = Math.min(CAP_MILLIS, BASE_MILLIS << attempt);
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most) + 1);
    }
}
