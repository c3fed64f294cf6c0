package vn.nhip.connector.metaads;

import com.facebook.ads.sdk.APIContext;
import java.util.Optional;
import vn.nhip.kit.http.GuardedHttp;
import vn.nhip.spi.Secret;

/**
 * What one call of the SDK carries with it: where to, with which token, through which client; and the answer to it.
 *
 * <p>The SDK hands it to the executor, so that one executor serves every account side by side. It is made without the
 * crash reporter, without debugging and with the app's id unknown, so that the SDK itself calls nobody.
 */
final class GraphContext extends APIContext {

    private static final boolean REPORTS_CRASHES = false;

    private final GraphPlace place;
    private final Secret token;
    private Optional<GraphReply> reply = Optional.empty();

    GraphContext(GraphPlace place, Secret token) {
        super(
                place.base().toString(),
                place.base().toString(),
                place.version(),
                token.reveal(),
                place.appSecret().map(Secret::reveal).orElse(null),
                null,
                REPORTS_CRASHES);
        this.place = place;
        this.token = token;
        enableDebug(false);
    }

    GuardedHttp http() {
        return place.http();
    }

    Secret token() {
        return token;
    }

    /**
     * Takes the answer before the SDK reads it, which would make a row of nulls of an error that came with status 200.
     *
     * @throws GraphRefusal when it is an error
     */
    void answered(GraphReply answer) {
        reply = Optional.of(answer);
        Optional<GraphRefusal> refusal = GraphErrors.in(answer, usage(), place.version());
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    Usage usage() {
        return Usage.of(
                reply().http(), place.account(), place.app(), place.clock().instant());
    }

    GraphReply reply() {
        return reply.orElseThrow(() -> new IllegalStateException("the SDK made no call"));
    }

    @Override
    public String toString() {
        return "call of " + getEndpointBase();
    }
}
