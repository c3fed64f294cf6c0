package vn.nhip.spi;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The only failure of a connector; its kind says who acts next. The message is for the user: what, where, what to do. */
public final class ConnectorException extends RuntimeException {

    public enum Kind {
        /** The user mends a setting. */
        SETTINGS,
        /** The user reconnects. */
        ACCESS,
        /** The source changed; a developer looks. */
        DATA,
        /** The engine waits as long as the source says. */
        THROTTLED,
        /** The engine tries again. */
        UNAVAILABLE;

        public boolean retryable() {
            return this == THROTTLED || this == UNAVAILABLE;
        }
    }

    private final Kind kind;
    private final Optional<Duration> retryAfter;

    public ConnectorException(Kind kind, String message, Optional<Duration> retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public static ConnectorException settings(String message) {
        return new ConnectorException(Kind.SETTINGS, message, Optional.empty(), null);
    }

    public static ConnectorException access(String message) {
        return new ConnectorException(Kind.ACCESS, message, Optional.empty(), null);
    }

    public static ConnectorException data(String message) {
        return new ConnectorException(Kind.DATA, message, Optional.empty(), null);
    }

    public static ConnectorException throttled(String message, Duration retryAfter) {
        return new ConnectorException(Kind.THROTTLED, message, Optional.of(retryAfter), null);
    }

    public static ConnectorException unavailable(String message, Throwable cause) {
        return new ConnectorException(Kind.UNAVAILABLE, message, Optional.empty(), cause);
    }

    public Kind kind() {
        return kind;
    }

    /** How long the source asked to wait, when it did. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
