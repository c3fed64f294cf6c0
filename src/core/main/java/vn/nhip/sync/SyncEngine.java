package vn.nhip.sync;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.config.WorkspaceConfig.AccountConfig;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.StreamSpec;
import vn.nhip.store.DiskFullException;
import vn.nhip.store.DiskRoom;
import vn.nhip.store.Keys;
import vn.nhip.store.RunCounts;
import vn.nhip.store.Store;
import vn.nhip.store.Workspaces;

/**
 * Reads accounts into the store.
 *
 * <p>A sync may be stopped at any moment, even by the power going: the next one goes on after the last committed page,
 * and the store ends as one undisturbed sync would have left it.
 */
public final class SyncEngine {

    private final Store store;
    private final Keys keys;
    private final Clock clock;
    private final Connectors connectors;
    private final AccountSettings settings;
    private final Sleeper sleeper;
    private final DiskRoom room;

    /** Relative paths in settings lead from {@code home}. */
    public SyncEngine(Store store, Keys keys, Clock clock, Connectors connectors, Path home) {
        this(store, keys, clock, connectors, home, Sleeper.REAL, DiskRoom.FreeSpace.REAL);
    }

    SyncEngine(
            Store store,
            Keys keys,
            Clock clock,
            Connectors connectors,
            Path home,
            Sleeper sleeper,
            DiskRoom.FreeSpace free) {
        this.room = new DiskRoom(store, free);
        this.store = store;
        this.keys = keys;
        this.clock = clock;
        this.connectors = connectors;
        this.settings = new AccountSettings(home);
        this.sleeper = sleeper;
    }

    /** Reads every account; one that fails does not stop the others. */
    public List<SyncReport> syncAll(WorkspaceConfig config, SyncListener listener) {
        return config.accounts().keySet().stream()
                .map(account -> sync(config, account, listener))
                .toList();
    }

    /** Reads one account; what goes wrong stands in the report. */
    public SyncReport sync(WorkspaceConfig config, String accountName, SyncListener listener) {
        return room.shortage()
                .map(shortage -> failed(accountName, SyncError.DISK, shortage))
                .orElseGet(() -> ofAccount(config, accountName, listener, StreamSync::run));
    }

    /** Withdraws all that a file gave which the account's source has no more; what goes wrong stands in the report. */
    public SyncReport forget(WorkspaceConfig config, String accountName, String file) {
        SyncReport report =
                ofAccount(config, accountName, SyncListener.SILENT, (sync, stream) -> sync.forget(stream, file));
        return report.ok() && report.slices() == 0
                ? failed(
                        accountName,
                        "settings",
                        "nothing of a file '" + file + "' counts; 'nhip doctor' names the" + " files that are gone")
                : report;
    }

    private SyncReport ofAccount(
            WorkspaceConfig config,
            String accountName,
            SyncListener listener,
            BiFunction<StreamSync, AccountStream, SyncReport> work) {
        AccountConfig account = config.accounts().get(accountName);
        if (account == null) {
            String known = String.join(", ", config.accounts().keySet());
            return failed(accountName, "settings", "there is no account '" + accountName + "'; there are: " + known);
        }
        try {
            return streams(new Subject(config, workspace(config), account), listener, work);
        } catch (ConnectorException e) {
            return failed(accountName, StreamSync.kind(e), StreamSync.message(e));
        } catch (DiskFullException e) {
            return failed(accountName, SyncError.DISK, StreamSync.message(e));
        }
    }

    /** Makes the workspace's row and marks everything dirty when settings that values depend on changed; returns its id. */
    public long workspace(WorkspaceConfig config) {
        WorkspaceConfig.Calendar calendar = config.calendar();
        return new Workspaces(store)
                .ensure(new Workspaces.Workspace(
                        config.id(), calendar.zone(), calendar.currency().getCurrencyCode(), SettingsHash.of(config)));
    }

    private record Subject(WorkspaceConfig config, long workspace, AccountConfig account) {}

    private SyncReport streams(
            Subject subject, SyncListener listener, BiFunction<StreamSync, AccountStream, SyncReport> work) {
        AccountConfig account = subject.account();
        ConnectorFactory factory = connectors.require(account.connector());
        Workspaces workspaces = new Workspaces(store);
        long accountId = workspaces.ensure(
                subject.workspace(),
                new Workspaces.Account(
                        account.name(),
                        account.connector(),
                        account.zone(),
                        account.currency().getCurrencyCode()));
        ConnectorContext context = new ConnectorContext(clock, account.zone(), account.currency());
        List<SyncReport> streams = new ArrayList<>();
        try (Connector connector = factory.open(settings.of(account, factory.spec()), context)) {
            StreamSync sync =
                    new StreamSync(new StreamSync.Tools(store, keys, clock, new Retry(sleeper)), connector, listener);
            for (StreamSpec stream : factory.spec().streams()) {
                long id = workspaces.ensureStream(subject.workspace(), accountId, stream.name(), stream.restatedDays());
                streams.add(work.apply(
                        sync,
                        new AccountStream(subject.config(), account, stream, subject.workspace(), accountId, id)));
            }
        }
        return sum(account.name(), streams);
    }

    private static SyncReport sum(String account, List<SyncReport> streams) {
        return new SyncReport(
                account,
                streams.stream().map(SyncReport::counts).reduce(RunCounts.NONE, RunCounts::plus),
                streams.stream().mapToInt(SyncReport::slices).sum(),
                streams.stream().mapToInt(SyncReport::unchangedSlices).sum(),
                streams.stream().flatMap(stream -> stream.vanished().stream()).toList(),
                streams.stream().flatMap(stream -> stream.errors().stream()).toList());
    }

    private static SyncReport failed(String account, String kind, String message) {
        return new SyncReport(account, RunCounts.NONE, 0, 0, List.of(), List.of(new SyncError("", "", kind, message)));
    }
}
