package vn.nhip.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.Serial;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import vn.nhip.kit.http.HttpReply;
import vn.nhip.spi.ConnectorException;

/** A spreadsheet that could not be written; it holds what it held. The reason says who acts next. */
public final class SheetException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** What kept the writing off. */
    public enum Reason {
        /** There is no such connection any more, or it has to be made again. */
        CONNECTION,
        /** The connection was not made for changing spreadsheets. */
        SCOPE,
        /** The project of the connection has the Sheets API switched off. */
        API_OFF,
        /** The connection's account may not edit this spreadsheet. */
        NOT_SHARED,
        NOT_FOUND,
        /** A file of another kind, such as an uploaded workbook. */
        NO_SHEET,
        /** Somebody protected cells of a managed tab. */
        PROTECTED,
        /** The spreadsheet would have more cells than one may have. */
        FULL,
        /** More than one call may carry, or than one cell may hold. */
        TOO_LARGE,
        /** The vendor does not take what is sent. */
        REFUSED,
        SLOW_DOWN,
        AWAY,
        /** A fault of our own. */
        FAULT;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether waiting may help. */
        public boolean passes() {
            return this == SLOW_DOWN || this == AWAY;
        }
    }

    private final Reason reason;
    private final Optional<Duration> wait;

    private SheetException(Reason reason, String message, Optional<Duration> wait, Optional<Throwable> cause) {
        super(message, cause.orElse(null));
        this.reason = reason;
        this.wait = wait;
    }

    public static SheetException of(Reason reason, String message) {
        return new SheetException(reason, message, Optional.empty(), Optional.empty());
    }

    /** What kept the connection or the wire from it. */
    public static SheetException of(ConnectorException failure) {
        Reason reason =
                switch (failure.kind()) {
                    case ACCESS, SETTINGS -> Reason.CONNECTION;
                    case DATA -> Reason.REFUSED;
                    case THROTTLED -> Reason.SLOW_DOWN;
                    case UNAVAILABLE -> Reason.AWAY;
                };
        return new SheetException(
                reason, String.valueOf(failure.getMessage()), failure.retryAfter(), Optional.of(failure));
    }

    /** An answer that is not 2xx; the vendor's own words are read, never shown. */
    static SheetException of(HttpReply reply) {
        Reason reason = reason(reply.status(), error(reply));
        return new SheetException(
                reason,
                reply.call() + " was answered with " + reply.status() + " (" + reason.id() + ")",
                reply.retryAfter(),
                Optional.empty());
    }

    private static JsonNode error(HttpReply reply) {
        try {
            return reply.json().path("error");
        } catch (ConnectorException noJson) {
            return MissingNode.getInstance();
        }
    }

    private static Reason reason(int status, JsonNode error) {
        return switch (status) {
            case 400, 413 -> ofContent(error.path("message").asText());
            case 401 -> Reason.CONNECTION;
            case 403 -> ofRights(error);
            case 404, 410 -> Reason.NOT_FOUND;
            case 429 -> Reason.SLOW_DOWN;
            default -> status >= 500 || status == 408 ? Reason.AWAY : Reason.REFUSED;
        };
    }

    /** Google says in English only what is wrong with a request. */
    private static Reason ofContent(String message) {
        if (message.contains("number of cells in the workbook above the limit")) {
            return Reason.FULL;
        }
        if (message.contains("protected cell or object")) {
            return Reason.PROTECTED;
        }
        if (message.contains("operation is not supported for this document")) {
            return Reason.NO_SHEET;
        }
        return message.contains("payload size exceeds") ? Reason.TOO_LARGE : Reason.REFUSED;
    }

    private static Reason ofRights(JsonNode error) {
        for (JsonNode detail : error.path("details")) {
            switch (detail.path("reason").asText()) {
                case "ACCESS_TOKEN_SCOPE_INSUFFICIENT" -> {
                    return Reason.SCOPE;
                }
                case "SERVICE_DISABLED" -> {
                    return Reason.API_OFF;
                }
                default -> {}
            }
        }
        return Reason.NOT_SHARED;
    }

    public Reason reason() {
        return reason;
    }

    /** How long the vendor asked to wait, where it did. */
    public Optional<Duration> waiting() {
        return wait;
    }
}
