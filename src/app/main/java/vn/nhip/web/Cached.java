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
    private final Supplier<?> basis;
    private final LongSupplier changes;
    private final Clock clock;
    private @Nullable Kept<T> kept;

    private record Kept<T>(T value, Object basis, long changes, Instant at) {}

    /** @param basis what it is read by: with another one it is read anew at once */
    Cached(Supplier<T> source, Supplier<?> basis, LongSupplier changes, Clock clock) {
        this.source = source;
        this.basis = basis;
        this.changes = changes;
        this.clock = clock;
    }

    synchronized T get() {
        long now = changes.getAsLong();
        Object by = basis.get();
        Kept<T> last = kept;
        if (last != null
                && last.basis() == by
                && (last.changes() == now || clock.instant().isBefore(last.at().plus(A_MOMENT)))) {
            return last.value();
        }
        Instant at = clock.instant();
        T value = source.get();
        kept = new Kept<>(value, by, now, at);
        return value;
    }
}
