package vn.nhip.kit.grpc;

import com.google.api.gax.rpc.ApiException;
import com.google.common.base.Throwables;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.RetryInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorException.Kind;

/** What each gRPC status means: the one table, for every service. */
public final class GrpcFailures {

    /** The project that the credential belongs to is not set up; nobody can mend that by connecting anew. */
    private static final Set<String> PROJECT_REASONS = Set.of(
            "SERVICE_DISABLED", "BILLING_DISABLED", "CONSUMER_INVALID", "CONSUMER_SUSPENDED", "USER_PROJECT_DENIED");

    private static final Duration UNSAID = Duration.ofMinutes(1);
    private static final int LONGEST_WORDS = 300;

    private GrpcFailures() {}

    /** The failure of a call to {@code source}, in words for the user. */
    public static ConnectorException of(String source, ApiException failure) {
        if (isUnreadable(failure)) {
            return failed(
                    Kind.DATA, source + " sent an answer that cannot be read; its interface may have changed", failure);
        }
        String said = source + " says " + words(failure);
        return switch (failure.getStatusCode().getCode()) {
            case UNAUTHENTICATED ->
                failed(Kind.ACCESS, source + " refused the credential; reconnect with 'nhip connect'", failure);
            case PERMISSION_DENIED -> denied(said, failure);
            case RESOURCE_EXHAUSTED ->
                ConnectorException.throttled(said, retryAfter(failure).orElse(UNSAID));
            case NOT_FOUND, FAILED_PRECONDITION -> failed(Kind.SETTINGS, said, failure);
            case INVALID_ARGUMENT, OUT_OF_RANGE, UNIMPLEMENTED, ALREADY_EXISTS -> failed(Kind.DATA, said, failure);
            case UNAVAILABLE, DEADLINE_EXCEEDED, INTERNAL, CANCELLED, ABORTED, UNKNOWN, DATA_LOSS, OK ->
                failed(Kind.UNAVAILABLE, said, failure);
        };
    }

    /** A failure of this kind that keeps its cause. */
    public static ConnectorException failed(Kind kind, String message, ApiException cause) {
        return new ConnectorException(kind, message, Optional.empty(), cause);
    }

    /** What the service itself wrote, on one line and not too long. */
    public static String words(ApiException failure) {
        List<Throwable> causes = Throwables.getCausalChain(failure);
        String code = failure.getStatusCode().getCode().name();
        String text = Optional.ofNullable(causes.get(causes.size() - 1).getMessage())
                .orElse("")
                .replaceAll("\\s+", " ")
                .replaceFirst("^[\\w.]+Exception: ", "");
        String whole = text.startsWith(code) ? text : code + ": " + text;
        return whole.length() > LONGEST_WORDS ? whole.substring(0, LONGEST_WORDS) + "…" : whole;
    }

    /** How long the service asks to be left alone, when it does. */
    public static Optional<Duration> retryAfter(ApiException failure) {
        return Optional.ofNullable(failure.getErrorDetails())
                .map(details -> details.getRetryInfo())
                .map(RetryInfo::getRetryDelay)
                .map(delay -> Duration.ofSeconds(delay.getSeconds(), delay.getNanos()))
                .filter(delay -> !delay.isNegative() && !delay.isZero());
    }

    private static ConnectorException denied(String said, ApiException failure) {
        String reason = Optional.ofNullable(failure.getReason()).orElse("");
        return PROJECT_REASONS.contains(reason)
                ? failed(Kind.SETTINGS, said + ". Mend it in the Cloud project that the credential belongs to", failure)
                : failed(Kind.ACCESS, said + ". Give the connected login access, or connect another", failure);
    }

    /** Malformed, or larger than allowed: the transport itself says so, in words only. */
    private static boolean isUnreadable(ApiException failure) {
        return Throwables.getCausalChain(failure).stream()
                .anyMatch(cause -> cause instanceof InvalidProtocolBufferException
                        || Optional.ofNullable(cause.getMessage()).orElse("").contains("message exceeds maximum size"));
    }
}
