package vn.nhip.connector.googleanalytics;

import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.StatusCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import vn.nhip.kit.grpc.GrpcCaller;
import vn.nhip.kit.grpc.GrpcFailures;
import vn.nhip.spi.ConnectorException;

/** How long to wait when a quota is used up: what the service says, else until the quota that it names begins anew. */
final class Exhausted implements GrpcCaller.Reader {

    private final Clock clock;

    Exhausted(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Optional<ConnectorException> read(ApiException failure) {
        String words = GrpcFailures.words(failure);
        if (failure.getStatusCode().getCode() != StatusCode.Code.RESOURCE_EXHAUSTED || !words.contains("quota")) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Duration wait = GrpcFailures.retryAfter(failure)
                .orElseGet(() -> Duration.between(
                        now, Quota.named(words.toLowerCase(Locale.ROOT)).resets(now)));
        return Optional.of(ConnectorException.throttled("Google Analytics says " + words, wait));
    }
}
