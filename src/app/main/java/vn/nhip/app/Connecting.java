package vn.nhip.app;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.connection.Connection;
import vn.nhip.connection.Connections;
import vn.nhip.connection.Consents;
import vn.nhip.connection.Credential;
import vn.nhip.connection.Credentials;
import vn.nhip.spi.Access;
import vn.nhip.spi.AccountFinder;
import vn.nhip.spi.Auth;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.Secret;
import vn.nhip.spi.Setting;
import vn.nhip.sync.Opening;

/** Makes, lists and ends the connections of a workspace; the command line and the screen both go through here. */
public final class Connecting {

    /** What stands for writing into Google Sheets where a connector is named. */
    public static final String SHEETS_EXPORT = "google-sheets-export";

    private static final String SHEETS = "google-sheets";
    private static final String MAY_WRITE = "https://www.googleapis.com/auth/spreadsheets";

    private final Connections connections;
    private final Credentials credentials;
    private final Opening opening;
    private final long workspace;

    Connecting(Connections connections, Credentials credentials, Opening opening, long workspace) {
        this.connections = connections;
        this.credentials = credentials;
        this.opening = opening;
        this.workspace = workspace;
    }

    /** What one connection for several connectors of a provider needs: all their scopes, and all their secrets. */
    public record Wanted(Auth auth, List<Setting> secrets) {

        /** The scopes to ask for. */
        public List<String> scopes() {
            return auth.oauth().map(Auth.OAuth::scopes).orElse(List.of());
        }
    }

    /**
     * What is needed to read through these connectors, to write into Google Sheets, or to send notices through {@code
     * mail} or {@code webhook}.
     *
     * @throws ConnectorException SETTINGS when they are not of one provider
     */
    public Wanted wanted(Collection<String> connectors) {
        if (connectors.size() == 1) {
            Optional<Receiver> receiver = Receiver.find(connectors.iterator().next());
            if (receiver.isPresent()) {
                return new Wanted(receiver.get().auth(), List.of());
            }
        }
        List<ConnectorSpec> specs = connectors.stream()
                .filter(id -> !id.equals(SHEETS_EXPORT))
                .map(id -> opening.connectors().require(id).spec())
                .toList();
        List<Auth> auths = new ArrayList<>(specs.stream().map(Opening::auth).toList());
        if (connectors.contains(SHEETS_EXPORT)) {
            auths.add(writing());
        }
        Auth first = auths.get(0);
        if (auths.stream().anyMatch(auth -> !auth.provider().equals(first.provider()))) {
            throw ConnectorException.settings(
                    String.join(", ", connectors) + " are not of one provider; connect them one by one");
        }
        Map<String, Setting> secrets = new TreeMap<>();
        specs.stream()
                .flatMap(spec -> spec.settings().stream())
                .filter(setting -> setting.type() == Setting.Type.SECRET)
                .forEach(setting -> secrets.put(setting.name(), setting));
        return new Wanted(together(auths), List.copyOf(secrets.values()));
    }

    private static Auth together(List<Auth> auths) {
        Auth first = auths.get(0);
        Set<String> scopes = new TreeSet<>();
        auths.forEach(auth -> auth.oauth().ifPresent(oauth -> scopes.addAll(oauth.scopes())));
        return new Auth(
                first.provider(),
                first.ways(),
                first.oauth()
                        .map(oauth -> new Auth.OAuth(
                                oauth.authorize(),
                                oauth.token(),
                                new ArrayList<>(scopes),
                                oauth.parameters(),
                                oauth.revoke())));
    }

    /** The login of the source Google Sheets, with the right to change spreadsheets. */
    private Auth writing() {
        Auth reading = Opening.auth(opening.connectors().require(SHEETS).spec());
        return new Auth(
                reading.provider(),
                reading.ways(),
                reading.oauth()
                        .map(oauth -> new Auth.OAuth(
                                oauth.authorize(),
                                oauth.token(),
                                List.of(MAY_WRITE),
                                oauth.parameters(),
                                oauth.revoke())));
    }

    /** Whether it was made for writing into Google Sheets. */
    public boolean mayWriteSheets(Connection connection) {
        return opening.connectors().find(SHEETS).isPresent() && connection.serves(writing());
    }

    /**
     * The token with which this connection writes into Google Sheets.
     *
     * @throws ConnectorException SETTINGS when it is gone meanwhile, or was not made for that
     */
    Access writer(Connection connection) {
        return credentials.lend(workspace, connection.name(), writing()).access();
    }

    /** The address to share a spreadsheet with; of a person's login nobody has to. */
    public Optional<String> shareWith(Connection connection) {
        return connections.serviceAddress(connection);
    }

    public List<Connection> list() {
        return connections.list();
    }

    public Optional<Connection> find(String name) {
        return connections.find(name);
    }

    /** The secrets that a connection of this name already has, by setting. */
    public Map<String, Secret> secrets(String name) {
        return connections.find(name).map(connections::settings).orElse(Map.of());
    }

    /** The app through which someone agreed to this connection, to agree through it again. */
    public Optional<Secret> clientSecret(Connection connection) {
        return connections.clientSecret(connection);
    }

    /** A name for a new connection that none has yet. */
    public String freshName(String provider) {
        String name = provider;
        for (int number = 2; connections.find(name).isPresent(); number++) {
            name = provider + "-" + number;
        }
        return name;
    }

    /** How connections to this provider come about. */
    public Optional<Auth> authOf(Connection connection) {
        return authOf(connection.provider());
    }

    /** The address at which someone may agree. */
    public URI consent(Consents consents, Consents.Ask ask) {
        return credentials.consent(consents, ask);
    }

    /** Makes the connection that was agreed to. */
    public Connection make(Consents.Agreed agreed, Secret clientSecret, Map<String, Secret> secrets) {
        return make(
                agreed.ask().connection(), agreed.ask().auth(), credentials.exchange(agreed, clientSecret, secrets));
    }

    /** Makes the connection, or replaces the one of this name. */
    public Connection make(String name, Auth auth, Credential credential) {
        connections
                .find(name)
                .map(Connection::provider)
                .filter(other -> !other.equals(auth.provider()))
                .ifPresent(other -> {
                    throw ConnectorException.settings("connection '" + name + "' is one to " + other
                            + "; give this one another name with --name, or remove that one first");
                });
        return connections.put(name, auth.provider(), credential);
    }

    /** Gives the tokens back where the provider takes them, and forgets them here; whether the provider took them. */
    public boolean remove(Connection connection) {
        boolean revoked = authOf(connection.provider())
                .map(auth -> revoked(connection, auth))
                .orElse(false);
        connections.remove(connection.name());
        return revoked;
    }

    /** What is reached through a connection of this name, or through a connector of this id; through all when empty. */
    List<FoundAccounts> reached(String name, WorkspaceConfig config) {
        List<FoundAccounts> reached = new ArrayList<>();
        for (Connection connection : connections.list()) {
            for (ConnectorSpec spec : finders(connection)) {
                if (name.isEmpty() || name.equals(connection.name()) || name.equals(spec.id())) {
                    reached.add(new FoundAccounts(
                            spec.id(),
                            connection.name(),
                            opening.find(workspace, spec.id(), connection.name()),
                            config));
                }
            }
        }
        if (reached.isEmpty() && !name.isEmpty()) {
            throw ConnectorException.settings("nothing lists accounts for '" + name
                    + "': there is no such connection ('nhip connect --list' shows them), or its connector cannot list"
                    + " accounts; then write the account into nhip.yaml as the connector's README says");
        }
        return reached;
    }

    /** The connectors that can list accounts through this connection: those that it was made for. */
    private List<ConnectorSpec> finders(Connection connection) {
        return opening.connectors().all().stream()
                .filter(factory -> factory instanceof AccountFinder)
                .map(ConnectorFactory::spec)
                .filter(spec -> spec.auth().filter(connection::serves).isPresent())
                .toList();
    }

    private boolean revoked(Connection connection, Auth auth) {
        try {
            return credentials.revoke(workspace, connection, auth);
        } catch (ConnectorException away) {
            // Forgetting is what was asked for; the caller says that the provider was not told.
            return false;
        }
    }

    private Optional<Auth> authOf(String provider) {
        return opening.connectors().all().stream()
                .flatMap(factory -> factory.spec().auth().stream())
                .filter(auth -> auth.provider().equals(provider))
                .findFirst();
    }
}
