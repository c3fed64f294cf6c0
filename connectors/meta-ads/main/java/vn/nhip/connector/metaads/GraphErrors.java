package vn.nhip.connector.metaads;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.nhip.connector.metaads.GraphRefusal.Reason;
import vn.nhip.kit.http.HttpFailures;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorException.Kind;

/**
 * The one table from Meta's error codes to who acts next. Meta's own words are not shown: they may repeat the token.
 *
 * <p>An error counts whatever the status: Meta sends some of them with 200.
 */
final class GraphErrors {

    private static final Set<Integer> LIMITS = Set.of(4, 17, 32, 613);
    private static final Set<Integer> RIGHTS = Set.of(3, 10, 294, 368);
    private static final Set<Integer> PASSING = Set.of(1, 2);
    private static final int TOKEN = 190;
    private static final int SESSION = 102;
    private static final int PARAMETER = 100;
    private static final int TOO_OLD = 3018;
    private static final int VERSION = 2635;
    private static final int NO_SUCH_OBJECT = 33;
    private static final int TOO_MUCH = 1_487_534;

    /** What Meta blocks for when it does not say how long. */
    private static final Duration BLOCK = Duration.ofMinutes(5);

    private static final Map<Integer, String> TOKEN_ENDED = Map.of(
            458, "the app was removed from the account that made the token",
            459, "Meta wants its user to log in and confirm something first",
            460, "the password was changed",
            463, "the token has expired",
            464, "its user is not confirmed",
            467, "the token was revoked");

    private GraphErrors() {}

    /** What Meta refused, when it did. */
    static Optional<GraphRefusal> in(GraphReply reply, Usage usage, String version) {
        JsonNode error = reply.json().path("error");
        if (!error.isObject()) {
            return reply.http().successful()
                    ? Optional.empty()
                    : Optional.of(refusal(Reason.OTHER, HttpFailures.of(reply.http()), reply));
        }
        return Optional.of(of(reply, usage, version));
    }

    private static GraphRefusal of(GraphReply reply, Usage usage, String version) {
        JsonNode error = reply.json().path("error");
        int code = error.path("code").asInt();
        int subcode = error.path("error_subcode").asInt();
        if (asksForLess(error)) {
            return refusal(Reason.TOO_MUCH, data(reply, "too much at once, even in the smallest parts"), reply);
        }
        if (LIMITS.contains(code) || (code >= 80_000 && code <= 80_014)) {
            Duration regain = usage.regain().or(reply.http()::retryAfter).orElse(BLOCK);
            return refusal(Reason.OTHER, ConnectorException.throttled(text(reply, "too many calls"), regain), reply);
        }
        if (code == TOKEN || code == SESSION) {
            String why = TOKEN_ENDED.getOrDefault(subcode, "it no longer accepts the token");
            return refusal(Reason.TOKEN, access(reply, why + "; connect again with a new token"), reply);
        }
        if (RIGHTS.contains(code) || (code >= 200 && code <= 299)) {
            return refusal(
                    Reason.OTHER, access(reply, "the token lacks a right; grant ads_read on the account"), reply);
        }
        return switch (code) {
            case TOO_OLD -> refusal(Reason.TOO_OLD, data(reply, "days older than 37 months"), reply);
            case VERSION -> refusal(Reason.OTHER, data(reply, outdated(version)), reply);
            case PARAMETER -> parameter(reply, subcode);
            case 803 -> refusal(Reason.OTHER, unknownObject(reply), reply);
            default -> refusal(Reason.OTHER, other(reply, code), reply);
        };
    }

    private static boolean asksForLess(JsonNode error) {
        int code = error.path("code").asInt();
        String message = error.path("message").asText("").toLowerCase(Locale.ROOT);
        return (PASSING.contains(code) && message.contains("reduce the amount of data"))
                || error.path("error_subcode").asInt() == TOO_MUCH;
    }

    private static GraphRefusal parameter(GraphReply reply, int subcode) {
        return subcode == NO_SUCH_OBJECT
                ? refusal(Reason.OTHER, unknownObject(reply), reply)
                : refusal(Reason.NOT_FOR_THIS, data(reply, "it does not take this request as it did before"), reply);
    }

    private static ConnectorException unknownObject(GraphReply reply) {
        return ConnectorException.settings(
                text(reply, "it knows no such account, or the token may not see it; check 'ad-account' and 'page'"));
    }

    private static ConnectorException other(GraphReply reply, int code) {
        if (PASSING.contains(code)
                || reply.json().path("error").path("is_transient").asBoolean()) {
            return new ConnectorException(
                    Kind.UNAVAILABLE,
                    text(reply, "it has a problem of its own"),
                    reply.http().retryAfter(),
                    null);
        }
        return reply.http().successful()
                ? data(reply, "an error that is not known here")
                : HttpFailures.of(reply.http());
    }

    private static String outdated(String version) {
        return "version " + version + " of its API is no longer served; upgrade Nhịp, or name a newer version in the"
                + " operator's file";
    }

    private static GraphRefusal refusal(Reason reason, ConnectorException failure, GraphReply reply) {
        return new GraphRefusal(reason, failure, reply);
    }

    private static ConnectorException data(GraphReply reply, String why) {
        return ConnectorException.data(text(reply, why));
    }

    private static ConnectorException access(GraphReply reply, String why) {
        return ConnectorException.access(text(reply, why));
    }

    private static String text(GraphReply reply, String why) {
        JsonNode error = reply.json().path("error");
        String subcode = error.hasNonNull("error_subcode")
                ? "/" + error.path("error_subcode").asInt()
                : "";
        return "Meta refused " + reply.http().call() + ": " + why + " (#"
                + error.path("code").asInt() + subcode + ")";
    }
}
