package vn.nhip.kit.grpc;

import com.google.api.core.ApiFunction;
import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.grpc.InstantiatingGrpcChannelProvider;
import com.google.api.gax.rpc.ClientSettings;
import com.google.api.gax.rpc.FixedHeaderProvider;
import com.google.api.gax.rpc.TransportChannelProvider;
import com.google.api.gax.rpc.UnaryCallSettings;
import io.grpc.ManagedChannelBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import vn.nhip.spi.Site;

/**
 * A vendor's gRPC service as an SDK's client is to call it: at its own place or the operator's, once per call, bounded
 * in time and size, over TLS unless the operator's address says {@code http}.
 *
 * <p>Shape: {@code host} without port; {@code headers} go out with every call, whatever they hold is never logged;
 * {@code patience} is how long one call may take.
 */
public record GrpcService(String host, Site site, Map<String, String> headers, Duration patience) {

    /** The largest answer that is taken; a larger one is refused before it is in memory. */
    public static final int LARGEST_ANSWER = 16 << 20;

    private static final int TLS_PORT = 443;
    private static final int PLAIN_PORT = 80;

    public GrpcService {
        headers = Map.copyOf(headers);
    }

    /** Sets an SDK's client up; the token is not its business but {@link GrpcCaller}'s. */
    public <S extends ClientSettings<S>, B extends ClientSettings.Builder<S, B>> B prepare(B client) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put("user-agent", "nhip");
        return client.setCredentialsProvider(NoCredentialsProvider.create())
                .setHeaderProvider(FixedHeaderProvider.create(all))
                .setTransportChannelProvider(transport());
    }

    /** What to apply to all methods of a client: one attempt, within the patience. */
    public ApiFunction<UnaryCallSettings.Builder<?, ?>, Void> once() {
        return call -> {
            call.setSimpleTimeoutNoRetriesDuration(patience).setRetryableCodes();
            return nothing();
        };
    }

    private TransportChannelProvider transport() {
        return InstantiatingGrpcChannelProvider.newBuilder()
                .setEndpoint(endpoint())
                .setMaxInboundMessageSize(LARGEST_ANSWER)
                .setChannelConfigurator(this::configured)
                .build();
    }

    @SuppressWarnings("rawtypes") // the SDK's own signature
    private ManagedChannelBuilder configured(ManagedChannelBuilder channel) {
        FrameLog.silence();
        channel.disableRetry();
        if (plaintext()) {
            channel.usePlaintext();
        }
        return channel;
    }

    private boolean plaintext() {
        return site.base().map(URI::getScheme).filter("http"::equals).isPresent();
    }

    private String endpoint() {
        return site.base()
                .map(base -> base.getHost() + ":" + (base.getPort() > 0 ? base.getPort() : standardPort()))
                .orElse(host + ":" + TLS_PORT);
    }

    private int standardPort() {
        return plaintext() ? PLAIN_PORT : TLS_PORT;
    }

    @SuppressWarnings("NullAway") // the SDK wants a Void
    private static Void nothing() {
        return null;
    }
}
