package vn.nhip.sync;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.nhip.spi.Access;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Secret;

/**
 * Stands between a connector and its credential: notices that a source refused a token, so that its call can be made once
 * more with a renewed one, and masks what a source repeats of the secrets that it was sent.
 */
final class Refusals implements Access {

    private static final int SHORTEST_SECRET = 6;

    private final Access access;
    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private volatile boolean refused;

    /** {@code secrets} are those that the connector has beside the token. */
    Refusals(Access access, Collection<Secret> secrets) {
        this.access = access;
        secrets.forEach(secret -> sent.add(secret.reveal()));
    }

    <T> T onceMore(Supplier<T> source) {
        refused = false;
        try {
            return masked(source);
        } catch (ConnectorException e) {
            if (e.kind() != ConnectorException.Kind.ACCESS || !refused) {
                throw e;
            }
            return masked(source);
        }
    }

    @Override
    public Secret token() {
        Secret token = access.token();
        sent.add(token.reveal());
        return token;
    }

    @Override
    public void refused(Secret token) {
        refused = true;
        access.refused(token);
    }

    private <T> T masked(Supplier<T> source) {
        try {
            return source.get();
        } catch (ConnectorException e) {
            throw repeats(e) ? new ConnectorException(e.kind(), masked(e.getMessage()), e.retryAfter(), null) : e;
        }
    }

    private boolean repeats(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String words = cause.getMessage();
            if (words != null && !masked(words).equals(words)) {
                return true;
            }
        }
        return false;
    }

    private String masked(@Nullable String words) {
        String masked = Optional.ofNullable(words).orElse("");
        for (String secret : sent) {
            masked = secret.length() < SHORTEST_SECRET ? masked : masked.replace(secret, "***");
        }
        return masked;
    }
}
