package vn.nhip.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often somebody may try: a few at once, then ever longer pauses, never for good.
 *
 * <p>Counted by a key such as a name or an address; the oldest of too many keys are forgotten. Calls: any thread.
 */
public final class Attempts {

    private static final int KEYS = 10_000;
    private static final Duration FORGIVEN = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Clock clock;
    private final int atOnce;
    private final Map<String, Tries> tries = new LinkedHashMap<>();

    public Attempts(Clock clock, int atOnce) {
        this.clock = clock;
        this.atOnce = atOnce;
    }

    private record Tries(int count, Instant last, Instant next) {}

    /** Counts one more try, unless it is too early for one. */
    public synchronized boolean start(String key) {
        Instant now = clock.instant();
        int before = 0;
        Tries known = tries.get(key);
        if (known != null) {
            if (now.isBefore(known.next())) {
                return false;
            }
            before = now.isBefore(known.last().plus(FORGIVEN)) ? known.count() : 0;
        }
        tries.remove(key);
        if (tries.size() >= KEYS) {
            tries.remove(tries.keySet().iterator().next());
        }
        tries.put(key, new Tries(before + 1, now, now.plus(pause(before + 1))));
        return true;
    }

    /** Forgets the tries that led to a success. */
    public synchronized void succeeded(String key) {
        tries.remove(key);
    }

    private Duration pause(int count) {
        if (count < atOnce) {
            return Duration.ZERO;
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(count - atOnce, 10));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
