package vn.nhip.sync;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.config.WorkspaceConfig.AccountConfig;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.Settings;
import vn.nhip.spi.StreamSpec;
import vn.nhip.store.QuotaLedger;
import vn.nhip.store.Store;
import vn.nhip.store.Workspaces;

/** Makes an account ready to be read: its rows, its settings, its connectors. */
final class OpenAccounts {

    private final Store store;
    private final Clock clock;
    private final Connectors connectors;
    private final AccountSettings settings;

    OpenAccounts(Store store, Clock clock, Connectors connectors, Path home) {
        this.store = store;
        this.clock = clock;
        this.connectors = connectors;
        this.settings = new AccountSettings(home);
    }

    /** The account with the rows of its streams; its source is not called yet. */
    OpenAccount open(WorkspaceConfig config, long workspace, AccountConfig account) {
        ConnectorFactory factory = connectors.require(account.connector());
        Settings values = settings.of(account, factory.spec());
        Workspaces workspaces = new Workspaces(store);
        long id = workspaces.ensure(
                workspace,
                new Workspaces.Account(
                        account.name(),
                        account.connector(),
                        account.zone(),
                        account.currency().getCurrencyCode()));
        List<AccountStream> streams = new ArrayList<>();
        for (StreamSpec stream : factory.spec().streams()) {
            long streamId = workspaces.ensureStream(workspace, id, stream.name(), stream.restatedDays());
            streams.add(new AccountStream(config, account, stream, workspace, id, streamId));
        }
        return new OpenAccount(account, id, factory, values, streams);
    }

    /** What a connector of this account is lent. */
    private ConnectorContext context(AccountConfig account) {
        return new ConnectorContext(clock, account.zone(), account.currency());
    }

    /** One account that can be read. */
    final class OpenAccount {

        private final AccountConfig account;
        private final long id;
        private final ConnectorFactory factory;
        private final Settings values;
        private final List<AccountStream> streams;

        private OpenAccount(
                AccountConfig account,
                long id,
                ConnectorFactory factory,
                Settings values,
                List<AccountStream> streams) {
            this.account = account;
            this.id = id;
            this.factory = factory;
            this.values = values;
            this.streams = streams;
        }

        String name() {
            return account.name();
        }

        long id() {
            return id;
        }

        List<AccountStream> streams() {
            return streams;
        }

        /** Connectors that share one credential; a person who asks may use all of a quota. */
        Lanes lanes(Retry retry, SyncRequest request, Executor threads) {
            ConnectorContext given = context(account);
            Refusals refusals = new Refusals(given.access());
            ConnectorContext watched =
                    new ConnectorContext(given.clock(), given.zone(), given.currency(), refusals, given.site());
            QuotaLedger.Use use =
                    request.scheduledFor().isPresent() ? QuotaLedger.Use.LEAVE_RESERVE : QuotaLedger.Use.ALL;
            SourceCalls.Gate gate = new SourceCalls.Gate(new QuotaLedger(store, clock), use, clock);
            return new Lanes(
                    () -> factory.open(values, watched),
                    connector -> new SourceCalls(connector, refusals, retry, gate),
                    threads);
        }

        Connector connector() {
            return factory.open(values, context(account));
        }
    }
}
