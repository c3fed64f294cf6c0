package vn.nhip.kit.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorException.Kind;

/** The one table from a status or a broken connection to who acts next. */
public final class HttpFailures {

    private static final int SERVER_ERRORS = 500;

    private HttpFailures() {}

    /** Whether a reply of this status has what was asked for. */
    public static boolean successful(int status) {
        return status >= 200 && status < 300;
    }

    /** Who acts on a reply of this status that is not 2xx. */
    public static Kind kind(int status) {
        return switch (status) {
            case 401, 403 -> Kind.ACCESS;
            case 404, 410 -> Kind.SETTINGS;
            case 408, 425 -> Kind.UNAVAILABLE;
            case 429 -> Kind.THROTTLED;
            default -> status >= SERVER_ERRORS ? Kind.UNAVAILABLE : Kind.DATA;
        };
    }

    /** What a reply means that is not 2xx; its body is not shown, since it may hold anything. */
    public static ConnectorException of(HttpReply reply) {
        String what = reply.call() + " was answered with " + reply.status();
        Kind kind = kind(reply.status());
        return new ConnectorException(kind, what + ": " + words(kind), reply.retryAfter(), null);
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case ACCESS -> "the source refuses the connection's credential; reconnect, or have the right granted";
            case SETTINGS -> "the source does not know it; check the account's settings";
            case DATA -> "the source does not take this request as it did before";
            case THROTTLED -> "the source asks us to wait";
            case UNAVAILABLE -> "the source has a problem of its own";
        };
    }

    static ConnectorException of(HttpCall call, IOException broken) {
        if (broken instanceof BlockedAddressException blocked) {
            return new ConnectorException(
                    Kind.SETTINGS, call + " was not made: " + blocked.getMessage(), Optional.empty(), broken);
        }
        if (broken instanceof BodyTooLargeException tooLarge) {
            return new ConnectorException(
                    Kind.DATA, call + " was given up: " + tooLarge.getMessage(), Optional.empty(), broken);
        }
        return unavailable(call, words(broken), Optional.empty(), broken);
    }

    static ConnectorException unavailable(
            HttpCall call, String what, Optional<Duration> retryAfter, @Nullable Throwable cause) {
        return new ConnectorException(Kind.UNAVAILABLE, call + ": the source " + what, retryAfter, cause);
    }

    private static String words(IOException broken) {
        if (broken instanceof InterruptedIOException) {
            return "did not answer in time";
        }
        if (broken instanceof UnknownHostException) {
            return "was not found: its name does not resolve";
        }
        if (broken instanceof ConnectException) {
            return "does not take the connection";
        }
        if (broken instanceof SSLException) {
            return "did not prove who it is: its certificate or encryption is not right";
        }
        if (broken instanceof EOFException || broken instanceof ProtocolException) {
            return "ended in the middle of its answer";
        }
        return "broke the connection off";
    }
}
