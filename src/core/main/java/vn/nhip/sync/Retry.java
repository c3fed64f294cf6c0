package vn.nhip.sync;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import vn.nhip.spi.ConnectorException;

/**
 * Calls a source again when it says that trying again may help: full jitter, at most six times a call and a quarter of
 * an hour a run. A source that wants to be left alone for longer than a minute is not waited for here.
 */
final class Retry {

    static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int TRIES = 6;
    private static final long BASE_MILLIS = 1_000;
    private static final long MOST_MILLIS = Duration.ofMinutes(15).toMillis();

    private final Sleeper sleeper;
    private final AtomicLong slept = new AtomicLong();

    Retry(Sleeper sleeper) {
        this.sleeper = sleeper;
    }

    <T> T call(Supplier<T> source) {
        for (int attempt = 1; ; attempt++) {
            try {
                return source.get();
            } catch (ConnectorException e) {
                Duration wait = asked(e).orElse(jitter(attempt));
                if (!e.kind().retryable() || attempt == TRIES || wait.compareTo(LONGEST) > 0 || !mayStill(wait)) {
                    throw e;
                }
                sleeper.sleep(wait);
            }
        }
    }

    /** How long the source asked us to stay away, when that is a time at all. */
    static java.util.Optional<Duration> asked(ConnectorException e) {
        return e.retryAfter().filter(wait -> !wait.isNegative() && !wait.isZero());
    }

    private boolean mayStill(Duration wait) {
        return slept.addAndGet(wait.toMillis()) <= MOST_MILLIS;
    }

    private static Duration jitter(int attempt) {
        long most = Math.min(LONGEST.toMillis(), BASE_MILLIS << attempt);
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most) + 1);
    }
}
