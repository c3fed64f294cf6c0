package vn.nhip.sync;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.config.WorkspaceConfig.AccountConfig;
import vn.nhip.spi.Connector;
import vn.nhip.spi.StreamSpec;
import vn.nhip.store.QuotaLedger;
import vn.nhip.store.Store;
import vn.nhip.store.Workspaces;

/** Makes an account ready to be read: its rows, its settings, its connectors. */
final class OpenAccounts {

    private final Store store;
    private final Clock clock;
    private final Opening opening;

    OpenAccounts(Store store, Clock clock, Opening opening) {
        this.store = store;
        this.clock = clock;
        this.opening = opening;
    }

    /** The account with the rows of its streams; its source is not called yet. */
    OpenAccount open(WorkspaceConfig config, long workspace, AccountConfig account) {
        Opening.Ready ready = opening.ready(workspace, account);
        Workspaces workspaces = new Workspaces(store);
        long id = workspaces.ensure(
                workspace,
                new Workspaces.Account(
                        account.name(),
                        account.connector(),
                        account.zone(),
                        account.currency().getCurrencyCode()));
        List<AccountStream> streams = new ArrayList<>();
        for (StreamSpec stream : ready.spec().streams()) {
            long streamId = workspaces.ensureStream(workspace, id, stream);
            streams.add(new AccountStream(config, account, stream, workspace, id, streamId));
        }
        return new OpenAccount(account, id, ready, streams);
    }

    /** One account that can be read. */
    final class OpenAccount {

        private final AccountConfig account;
        private final long id;
        private final Opening.Ready ready;
        private final List<AccountStream> streams;

        private OpenAccount(AccountConfig account, long id, Opening.Ready ready, List<AccountStream> streams) {
            this.account = account;
            this.id = id;
            this.ready = ready;
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
            Refusals refusals =
                    new Refusals(ready.context().access(), ready.settings().secrets());
            QuotaLedger.Use use =
                    request.scheduledFor().isPresent() ? QuotaLedger.Use.LEAVE_RESERVE : QuotaLedger.Use.ALL;
            SourceCalls.Gate gate = new SourceCalls.Gate(new QuotaLedger(store, clock), use, clock);
            return new Lanes(
                    () -> ready.open(refusals),
                    connector -> new SourceCalls(connector, refusals, retry, gate),
                    threads);
        }

        Connector connector() {
            return ready.open(ready.context().access());
        }
    }
}
