package vn.nhip.kit.grpc;

import com.google.api.gax.core.BackgroundResource;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vn.nhip.spi.ConnectorException;

/**
 * An SDK's client of one service, made with the first request and gone, with its threads, when this is closed.
 *
 * <p>Calls: by one thread at a time.
 */
public final class GrpcClient<C extends BackgroundResource> implements AutoCloseable {

    private static final long GRACE_SECONDS = 2;

    private final String source;
    private final Making<C> making;
    private Optional<C> client = Optional.empty();

    /** Makes the client; calls nothing. */
    @FunctionalInterface
    public interface Making<C> {
        C make() throws IOException;
    }

    /** {@code source} is the name that messages begin with. */
    public GrpcClient(String source, Making<C> making) {
        this.source = source;
        this.making = making;
    }

    /** The client. */
    public C get() {
        if (client.isEmpty()) {
            try {
                client = Optional.of(making.make());
            } catch (IOException e) {
                throw ConnectorException.unavailable("the client of " + source + " cannot be made", e);
            }
        }
        return client.get();
    }

    @Override
    public void close() {
        client.ifPresent(open -> {
            open.shutdownNow();
            try {
                if (!open.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                    open.shutdown();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        client = Optional.empty();
    }
}
