package vn.nhip.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.nhip.spi.Secret;

/**
 * A connection with its token as the store holds them at one moment.
 *
 * <p>Shape: {@code version} counts the tokens; {@code interrupted} means that a renewal was begun and nobody wrote how it
 * ended.
 */
record Held(
        Connection connection,
        long version,
        Refusal refusal,
        boolean interrupted,
        Optional<Secret> token,
        Optional<Instant> expires) {

    /** What the source has said of the token. */
    enum Refusal {
        NONE,
        REFUSED,
        /** It replaces a refused one. */
        MADE_AFTER_REFUSAL
    }

    boolean ok() {
        return connection.standing().state() == Connection.State.OK;
    }

    /** There is a token, nobody refused it, and it holds for this much longer or has no known end. */
    boolean usable(Instant now, Duration left) {
        return token.isPresent()
                && refusal != Refusal.REFUSED
                && expires.map(end -> end.isAfter(now.plus(left))).orElse(true);
    }
}
