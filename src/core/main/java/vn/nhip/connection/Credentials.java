package vn.nhip.connection;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import vn.nhip.kit.http.GuardedHttp;
import vn.nhip.kit.http.HttpLimits;
import vn.nhip.spi.Access;
import vn.nhip.spi.Auth;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Secret;
import vn.nhip.store.Keys;
import vn.nhip.store.Notices;
import vn.nhip.store.Store;

/**
 * Lends the credentials of connections to whoever reads through them: one for all accounts of a connection.
 *
 * <p>Calls: any thread. To be made once per store and process, so that a token is renewed by one of them.
 */
public final class Credentials implements AutoCloseable {

    private static final Duration WARNING = Duration.ofDays(10);
    private static final HttpLimits SMALL =
            new HttpLimits(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(40), 1 << 20);

    private final Store store;
    private final Keys keys;
    private final Clock clock;
    private final Map<String, URI> bases;
    private final Map<Of, Access> accesses = new ConcurrentHashMap<>();
    private final Map<String, GuardedHttp> clients = new ConcurrentHashMap<>();

    /** {@code bases} are the addresses at which the operator wants providers to be called, by provider. */
    public Credentials(Store store, Keys keys, Clock clock, Map<String, URI> bases) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
        this.bases = Map.copyOf(bases);
    }

    private record Of(long workspace, long connection, String provider) {}

    /** A credential as a connector gets it: the token, and its own secrets by setting. */
    public record Lent(Access access, Map<String, Secret> secrets) {

        /** Where nothing is connected. */
        public static final Lent NOTHING = new Lent(Access.NONE, Map.of());
    }

    /**
     * The credential of this connection; a notice is left when it ends soon.
     *
     * @throws ConnectorException SETTINGS when there is no such connection or it is another provider's
     */
    public Lent lend(long workspace, String name, Auth auth) {
        Connections connections = new Connections(store, keys, clock, workspace);
        Connection connection = connections
                .find(name)
                .filter(found -> found.provider().equals(auth.provider()))
                .orElseThrow(() -> ConnectorException.settings("there is no connection '" + name + "' to "
                        + auth.provider() + "; make it with 'nhip connect'"));
        requireConsent(connection, auth);
        warnOfTheEnd(workspace, connection);
        return new Lent(
                accesses.computeIfAbsent(new Of(workspace, connection.id(), auth.provider()), of -> access(of, auth)),
                connections.settings(connection));
    }

    /** The address at which someone may agree to a connection. */
    public URI consent(Consents consents, Consents.Ask ask) {
        return consents.ask(ask, place(ask.auth()));
    }

    /**
     * The credential that a consent gives; it is kept nowhere yet.
     *
     * @throws ConsentException when the provider does not give it, or less than is needed
     * @throws ConnectorException UNAVAILABLE or THROTTLED when the provider cannot be asked just now
     */
    public Credential exchange(Consents.Agreed agreed, Secret clientSecret, Map<String, Secret> settings) {
        Auth auth = agreed.ask().auth();
        return endpoint(auth).exchange(agreed, clientSecret, settings);
    }

    /** Gives the connection's tokens back at the provider, where it takes them; whether it did. */
    public boolean revoke(long workspace, Connection connection, Auth auth) {
        Connections connections = new Connections(store, keys, clock, workspace);
        return auth.oauth().isPresent()
                && Stream.of(SecretName.REFRESH_TOKEN, SecretName.ACCESS_TOKEN)
                        .flatMap(name -> connections.secret(connection, name).stream())
                        .findFirst()
                        .filter(endpoint(auth)::revoke)
                        .isPresent();
    }

    private Place place(Auth auth) {
        return Place.of(auth, Optional.ofNullable(bases.get(auth.provider())));
    }

    /** Where the provider of this connector gives tokens. */
    private TokenEndpoint endpoint(Auth auth) {
        Place place = place(auth);
        GuardedHttp http = clients.computeIfAbsent(
                auth.provider(), provider -> new GuardedHttp(place.hosts(), place.base(), SMALL, clock));
        return new TokenEndpoint(http, place, clock);
    }

    private Access access(Of of, Auth auth) {
        TokenRow row = new TokenRow(store, keys, clock, of.workspace(), of.connection());
        return new ConnectionAccess(row, auth.oauth().isPresent() ? endpoint(auth) : Renewal.NEVER, clock);
    }

    /** A login that was made for one connector may be too narrow for another of the same provider. */
    private static void requireConsent(Connection connection, Auth auth) {
        if (!connection.serves(auth)) {
            throw ConnectorException.settings(
                    "connection '" + connection.name() + "' was not made for this source; make"
                            + " it again for all that shall use it: 'nhip connect CONNECTOR CONNECTOR --name "
                            + connection.name() + "'");
        }
    }

    private void warnOfTheEnd(long workspace, Connection connection) {
        Instant soon = clock.instant().plus(WARNING);
        connection.life().ends().filter(end -> end.isBefore(soon)).ifPresent(end -> new Notices(store, clock)
                .record(workspace, ConnectionNotice.ends(connection, end)));
    }

    @Override
    public void close() {
        clients.values().forEach(GuardedHttp::close);
    }
}
