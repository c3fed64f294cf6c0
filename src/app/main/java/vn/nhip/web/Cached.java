package vn.nhip.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was read last, for as long as nothing has been written since; while much is being written, for a moment.
 *
 * <p>Calls: any thread; one reads, the others wait for it.
 */
final class Cached<T> {

    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private final Supplier<T> source;
    private final LongSupplier changes;
    private final Clock clock;
    private @Nullable Kept<T> kept;

    private record Kept<T>(T value, long changes, Instant at) {}

    Cached(Supplier<T> source, LongSupplier changes, Clock clock) {
        this.source = source;
        this.changes = changes;
        this.clock = clock;
    }

    synchronized T get() {
        long now = changes.getAsLong();
        Kept<T> last = kept;
        if (last != null
                && (last.changes() == now || clock.instant().isBefore(last.at().plus(A_MOMENT)))) {
            return last.value();
        }
        Instant at = clock.instant();
        T value = source.get();
        kept = new Kept<>(value, now, at);
        return value;
    }
}
