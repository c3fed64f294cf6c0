package vn.nhip.kit.grpc;

import com.google.api.gax.grpc.GrpcCallContext;
import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.StatusCode;
import com.google.api.gax.rpc.UnaryCallable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.spi.Access;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Secret;

/**
 * Calls a service once, with the token that the connection has at this moment.
 *
 * <p>Errors: every failure of the call becomes a {@link ConnectorException}; a token that the service refused is told
 * to its {@link Access}.
 */
public final class GrpcCaller {

    private final String source;
    private final Access access;
    private final Reader reader;

    /** Reads what one vendor says about a failure in its own way; empty when the common table is right. */
    @FunctionalInterface
    public interface Reader {
        Optional<ConnectorException> read(ApiException failure);
    }

    /** {@code source} is the name that messages begin with. */
    public GrpcCaller(String source, Access access, Reader reader) {
        this.source = source;
        this.access = access;
        this.reader = reader;
    }

    /**
     * The answer to one request.
     *
     * @throws ConnectorException with the kind of who acts next
     */
    public <Q, A> A call(UnaryCallable<Q, A> method, Q request) {
        Secret token = access.token();
        Map<String, List<String>> headers = Map.of("authorization", List.of("Bearer " + token.reveal()));
        try {
            return method.call(request, GrpcCallContext.createDefault().withExtraHeaders(headers));
        } catch (ApiException failure) {
            ConnectorException said = reader.read(failure).orElseGet(() -> GrpcFailures.of(source, failure));
            boolean unknown = failure.getStatusCode().getCode() == StatusCode.Code.UNAUTHENTICATED;
            if (unknown && said.kind() == ConnectorException.Kind.ACCESS) {
                access.refused(token);
            }
            throw said;
        }
    }
}
