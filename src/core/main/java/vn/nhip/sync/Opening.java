package vn.nhip.sync;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.config.OperatorConfig;
import vn.nhip.config.WorkspaceConfig.AccountConfig;
import vn.nhip.connection.Credentials;
import vn.nhip.spi.Access;
import vn.nhip.spi.AccountFinder;
import vn.nhip.spi.Auth;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Deliveries;
import vn.nhip.spi.Delivery;
import vn.nhip.spi.Page;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Receiving;
import vn.nhip.spi.Settings;
import vn.nhip.spi.SourceNotes;
import vn.nhip.spi.StreamSpec;
import vn.nhip.store.Keys;
import vn.nhip.store.Store;

/**
 * Opens connectors: with checked settings, the credential of the account's connection, and the place where the operator
 * wants the source to be called.
 */
public final class Opening implements AutoCloseable {

    /** Where an account is not known yet. */
    private static final Currency NO_CURRENCY = Currency.getInstance("XXX");

    private final Connectors connectors;
    private final AccountSettings settings;
    private final Credentials credentials;
    private final OperatorConfig operator;
    private final Clock clock;
    private final Incoming incoming;

    /** What sources sent of their own accord. */
    @FunctionalInterface
    public interface Incoming {

        Deliveries of(long workspace, String account);
    }

    /** For sources that send nothing of their own accord. */
    public Opening(Connectors connectors, Path home, Credentials credentials, OperatorConfig operator, Clock clock) {
        this(connectors, home, credentials, operator, clock, (workspace, account) -> Deliveries.NONE);
    }

    /** Relative paths in settings lead from {@code home}. */
    public Opening(
            Connectors connectors,
            Path home,
            Credentials credentials,
            OperatorConfig operator,
            Clock clock,
            Incoming incoming) {
        this.connectors = connectors;
        this.settings = new AccountSettings(home);
        this.credentials = credentials;
        this.operator = operator;
        this.clock = clock;
        this.incoming = incoming;
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
                clock,
                account.zone(),
                account.currency(),
                lent.access(),
                operator.site(account.connector()),
                incoming.of(workspace, account.name()));
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
                    new ConnectorContext(
                            context.clock(),
                            context.zone(),
                            context.currency(),
                            access,
                            context.site(),
                            context.deliveries()));
        }
    }

    /**
     * Makes sure that the account's source answers; a refused token is renewed once.
     *
     * <p>Calls: the connector's own small request, and where a source is connected the first page of yesterday, which is
     * kept nowhere.
     *
     * @return what the source says of itself
     * @throws ConnectorException with the kind of who acts next
     */
    public SourceNotes check(long workspace, AccountConfig account) {
        Ready ready = ready(workspace, account);
        Refusals refusals =
                new Refusals(ready.context().access(), ready.settings().secrets());
        try (Connector connector = ready.open(refusals)) {
            return refusals.onceMore(() -> {
                connector.check();
                return ready.spec().auth().isPresent() ? notes(ready, connector) : SourceNotes.NONE;
            });
        }
    }

    /**
     * The id of a delivery for this account, which the connector believes to come from its source.
     *
     * @throws ConnectorException SETTINGS when the account takes no deliveries; else as {@link Receiving#accept} says
     */
    public String accept(long workspace, AccountConfig account, Delivery delivery) {
        Ready ready = ready(workspace, account);
        if (!(ready.factory() instanceof Receiving receiving)) {
            throw ConnectorException.settings("account '" + account.name() + "' takes no deliveries");
        }
        return receiving.accept(
                delivery, ready.settings(), ready.context().access().token());
    }

    /**
     * The first page of each stream, by stream; kept nowhere. A stream without a slice in these days has none.
     *
     * @throws ConnectorException with the kind of who acts next
     */
    public Map<String, Page> firstPages(long workspace, AccountConfig account, DayRange days) {
        Ready ready = ready(workspace, account);
        Refusals refusals =
                new Refusals(ready.context().access(), ready.settings().secrets());
        Map<String, Page> pages = new LinkedHashMap<>();
        try (Connector connector = ready.open(refusals)) {
            for (StreamSpec stream : ready.spec().streams()) {
                connector.slices(stream.name(), days).stream()
                        .findFirst()
                        .map(slice -> new ReadRequest(stream.name(), slice, Optional.empty()))
                        .map(request -> refusals.onceMore(() -> connector.read(request)))
                        .ifPresent(page -> pages.put(stream.name(), page));
            }
        }
        return pages;
    }

    private static SourceNotes notes(Ready ready, Connector connector) {
        String stream = ready.spec().streams().get(0).name();
        LocalDate yesterday = LocalDate.now(
                        ready.context().clock().withZone(ready.context().zone()))
                .minusDays(1);
        return connector.slices(stream, new DayRange(yesterday, yesterday)).stream()
                .findFirst()
                .map(slice -> connector
                        .read(new ReadRequest(stream, slice, Optional.empty()))
                        .notes())
                .orElse(SourceNotes.NONE);
    }

    /**
     * The accounts that a connection reaches through this connector.
     *
     * @throws ConnectorException SETTINGS when the connector cannot list accounts
     */
    public List<AccountFinder.Found> find(long workspace, String connector, String connection) {
        ConnectorFactory factory = connectors.require(connector);
        Auth auth = auth(factory.spec());
        if (!(factory instanceof AccountFinder finder)) {
            throw ConnectorException.settings("connector " + connector
                    + " cannot list accounts; write the account into nhip.yaml as the connector's README says");
        }
        Credentials.Lent lent = credentials.lend(workspace, connection, auth);
        Refusals refusals = new Refusals(lent.access(), lent.secrets().values());
        ConnectorContext context =
                new ConnectorContext(clock, ZoneOffset.UTC, NO_CURRENCY, refusals, operator.site(connector));
        return refusals.onceMore(() -> finder.find(lent.secrets(), context));
    }

    /**
     * How a connector's source is connected.
     *
     * @throws ConnectorException SETTINGS when it wants no connection
     */
    public static Auth auth(ConnectorSpec spec) {
        return spec.auth()
                .orElseThrow(() -> ConnectorException.settings("connector " + spec.id() + " needs no connection"));
    }

    public Connectors connectors() {
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
