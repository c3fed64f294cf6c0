package vn.nhip.sync;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import vn.nhip.config.OperatorConfig;
import vn.nhip.config.WorkspaceConfig.AccountConfig;
import vn.nhip.connection.Credentials;
import vn.nhip.spi.Access;
import vn.nhip.spi.Auth;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.Settings;
import vn.nhip.store.Keys;
import vn.nhip.store.Store;

/**
 * Opens connectors: with checked settings, the credential of the account's connection, and the place where the operator
 * wants the source to be called.
 */
public final class Opening implements AutoCloseable {

    private final Connectors connectors;
    private final AccountSettings settings;
    private final Credentials credentials;
    private final OperatorConfig operator;
    private final Clock clock;

    /** Relative paths in settings lead from {@code home}. */
    public Opening(Connectors connectors, Path home, Credentials credentials, OperatorConfig operator, Clock clock) {
        this.connectors = connectors;
        this.settings = new AccountSettings(home);
        this.credentials = credentials;
        this.operator = operator;
        this.clock = clock;
    }

    /** Everything at the vendors' own addresses. */
    public static Opening plain(Store store, Keys keys, Clock clock, Connectors connectors, Path home) {
        return new Opening(connectors, home, new Credentials(store, keys, clock, Map.of()), OperatorConfig.NONE, clock);
    }

    /**
     * The account's connector with all that it is lent; the source is not called.
     *
     * @throws ConnectorException SETTINGS when the account's entry does not fit its connector
     */
    public Ready ready(long workspace, AccountConfig account) {
        ConnectorFactory factory = connectors.require(account.connector());
        Credentials.Lent lent = factory.spec()
                .auth()
                .map(auth -> lent(workspace, account, auth))
                .orElse(Credentials.Lent.NOTHING);
        ConnectorContext context = new ConnectorContext(
                clock, account.zone(), account.currency(), lent.access(), operator.site(account.connector()));
        return new Ready(factory, settings.of(account, factory.spec(), lent.secrets()), context);
    }

    /** A connector that can be opened, as often as there are places to read side by side. */
    public record Ready(ConnectorFactory factory, Settings settings, ConnectorContext context) {

        ConnectorSpec spec() {
            return factory.spec();
        }

        /** Opens it with this way to its credential. */
        public Connector open(Access access) {
            return factory.open(
                    settings,
                    new ConnectorContext(context.clock(), context.zone(), context.currency(), access, context.site()));
        }
    }

    Connectors connectors() {
        return connectors;
    }

    private Credentials.Lent lent(long workspace, AccountConfig account, Auth auth) {
        String name = account.connection()
                .orElseThrow(() -> ConnectorException.settings("account '" + account.name()
                        + "' names no connection to " + auth.provider() + "; make one with 'nhip connect "
                        + account.connector() + "' and write 'connection: NAME' into its entry"));
        return credentials.lend(workspace, name, auth);
    }

    @Override
    public void close() {
        credentials.close();
    }
}
