package vn.nhip.manifest;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.nhip.kit.http.HttpFailures;
import vn.nhip.kit.http.HttpReply;
import vn.nhip.manifest.component.TokenCall;
import vn.nhip.manifest.component.Tokens;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.spi.Access;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.spi.Secret;

/**
 * The tokens of one account: the connection's, and those that calls of the manifest's own gave, kept until they end.
 *
 * <p>Calls: by one thread at a time. A new instance finds its tokens again by the same calls.
 */
final class Credentials {

    /** Renewed so long before its end that a request that is under way still holds it. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Account account;
    private final boolean connects;
    private final Sender sender;
    private final Map<String, Kept> kept = new HashMap<>();

    Credentials(Account account, boolean connects, Sender sender) {
        this.account = account;
        this.connects = connects;
        this.sender = sender;
    }

    private record Kept(String token, Optional<Instant> until) {}

    /** The settings as expressions see them, without any token. */
    Scope settings() {
        return account.scope(Optional.empty());
    }

    /** What one request is made and signed with. */
    Handed hand() {
        return new Handed();
    }

    /** The tokens of one request, and which of them it used. */
    final class Handed implements Tokens {

        private final Access access = account.context().access();
        private final Optional<Secret> connection = connects ? Optional.of(access.token()) : Optional.empty();
        private final Map<String, Boolean> fetched = new HashMap<>();

        Scope scope() {
            return account.scope(connection);
        }

        @Override
        public Optional<Secret> connected() {
            return account.token().isPresent() ? Optional.empty() : connection;
        }

        @Override
        public String fetched(TokenCall call, Scope scope) {
            Instant now = scope.clock().instant();
            Optional<Kept> held = Optional.ofNullable(kept.get(call.place()))
                    .filter(each -> each.until().filter(now::isAfter).isEmpty());
            fetched.put(call.place(), held.isEmpty());
            return held.isPresent() ? held.get().token() : asked(call, scope);
        }

        private String asked(TokenCall call, Scope scope) {
            HttpReply reply = sender.send(call.method(), call.request(scope, this));
            if (!reply.successful()) {
                throw denied(reply);
            }
            TokenCall.Given given = call.given(reply, scope);
            Optional<Instant> until =
                    given.life().map(life -> scope.clock().instant().plus(life).minus(MARGIN));
            kept.put(call.place(), new Kept(given.token(), until));
            return given.token();
        }

        private ConnectorException denied(HttpReply reply) {
            int status = reply.status();
            if (status != 400 && status != 401 && status != 403) {
                return masked(HttpFailures.of(reply));
            }
            connection.filter(secret -> account.token().isPresent()).ifPresent(access::refused);
            return ConnectorException.access(reply.call() + " was answered with " + status
                    + ": the source gives no token for these keys; give them anew and reconnect");
        }

        /** What a refused token means: a kept one has ended and is fetched anew; a fresh one is not taken at all. */
        ConnectorException refused(ConnectorException failure) {
            if (fetched.containsValue(false)) {
                fetched.keySet().forEach(kept::remove);
                return new ConnectorException(
                        Kind.UNAVAILABLE,
                        "the token has ended before its time, the next request fetches a new one",
                        Optional.empty(),
                        null);
            }
            if (fetched.isEmpty()) {
                connection.ifPresent(access::refused);
            }
            fetched.keySet().forEach(kept::remove);
            return failure;
        }

        /** The same failure without the tokens that the source may have repeated. */
        ConnectorException masked(ConnectorException failure) {
            String words = String.valueOf(failure.getMessage());
            for (Kept each : kept.values()) {
                words = words.replace(each.token(), "***");
            }
            return words.equals(failure.getMessage())
                    ? failure
                    : new ConnectorException(failure.kind(), words, failure.retryAfter(), null);
        }
    }
}
