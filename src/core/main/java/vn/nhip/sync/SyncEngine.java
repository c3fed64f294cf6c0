package vn.nhip.sync;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.config.WorkspaceConfig.AccountConfig;
import vn.nhip.spi.ConnectorException;
import vn.nhip.store.DiskFullException;
import vn.nhip.store.DiskRoom;
import vn.nhip.store.Keys;
import vn.nhip.store.RunCounts;
import vn.nhip.store.Store;
import vn.nhip.store.SuspiciousSlices;
import vn.nhip.store.Workspaces;

/**
 * Reads accounts into the store, side by side.
 *
 * <p>A sync may be stopped at any moment, even by the power going: the next one goes on after the last committed page,
 * and the store ends as one undisturbed sync would have left it. An account has one run at a time; whoever asks for it
 * meanwhile gets the same report.
 */
public final class SyncEngine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SyncEngine.class);
    private static final Duration TO_STOP = Duration.ofSeconds(20);

    private final Store store;
    private final StreamSync.Tools tools;
    private final Opening opening;
    private final OpenAccounts accounts;
    private final SyncLimits limits;
    private final Sleeper sleeper;
    private final DiskRoom room;
    private final Aftermath aftermath;
    private final Semaphore places;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "sync");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Running> running = new ConcurrentHashMap<>();

    private record Running(CompletableFuture<SyncReport> report, Stopping stopping) {}

    /** Of sources that are called at their vendors' own addresses. Relative paths in settings lead from {@code home}. */
    public SyncEngine(Store store, Keys keys, Clock clock, Connectors connectors, Path home) {
        this(store, keys, clock, connectors, home, SyncLimits.DEFAULT, Sleeper.REAL);
    }

    /** The same with other limits. */
    public SyncEngine(
            Store store, Keys keys, Clock clock, Connectors connectors, Path home, SyncLimits limits, Sleeper sleeper) {
        this(store, keys, clock, Opening.plain(store, keys, clock, connectors, home), limits, sleeper);
    }

    /** The opening becomes the engine's, which closes it. */
    public SyncEngine(Store store, Keys keys, Clock clock, Opening opening, SyncLimits limits, Sleeper sleeper) {
        this(store, keys, clock, opening, limits, sleeper, DiskRoom.FreeSpace.REAL);
    }

    SyncEngine(
            Store store,
            Keys keys,
            Clock clock,
            Opening opening,
            SyncLimits limits,
            Sleeper sleeper,
            DiskRoom.FreeSpace free) {
        this.room = new DiskRoom(store, free);
        this.store = store;
        this.tools = new StreamSync.Tools(store, keys, clock);
        this.opening = opening;
        this.accounts = new OpenAccounts(store, clock, opening);
        this.limits = limits;
        this.sleeper = sleeper;
        this.aftermath = new Aftermath(store, clock);
        this.places = new Semaphore(limits.places(), true);
    }

    /** Reads every account; one that fails does not stop the others. */
    public List<SyncReport> syncAll(WorkspaceConfig config, SyncListener listener) {
        return syncAll(config, config.accounts().keySet(), SyncRequest.MANUAL, listener);
    }

    /** Reads these accounts, and returns when the last of them has ended or waits. */
    public List<SyncReport> syncAll(
            WorkspaceConfig config, Collection<String> names, SyncRequest request, SyncListener listener) {
        List<CompletableFuture<SyncReport>> reports = names.stream()
                .map(account -> start(config, account, request, listener))
                .toList();
        return reports.stream().map(CompletableFuture::join).toList();
    }

    /** Reads one account; what goes wrong stands in the report. */
    public SyncReport sync(WorkspaceConfig config, String accountName, SyncListener listener) {
        return start(config, accountName, SyncRequest.MANUAL, listener).join();
    }

    /** Starts to read one account, or joins the run that is under way. */
    public CompletableFuture<SyncReport> start(
            WorkspaceConfig config, String accountName, SyncRequest request, SyncListener listener) {
        Optional<String> shortage = room.shortage();
        if (shortage.isPresent()) {
            return CompletableFuture.completedFuture(failed(accountName, SyncError.DISK, shortage.get()));
        }
        long workspace = workspace(config);
        AccountConfig account = config.accounts().get(accountName);
        if (account == null) {
            String known = String.join(", ", config.accounts().keySet());
            return CompletableFuture.completedFuture(
                    failed(accountName, "settings", "there is no account '" + accountName + "'; there are: " + known));
        }
        return join(workspace + "/" + accountName, new Order(config, workspace, account, request, listener));
    }

    private synchronized CompletableFuture<SyncReport> join(String key, Order order) {
        Running there = running.get(key);
        if (there != null && !there.report().isDone()) {
            return there.report();
        }
        Stopping stopping = new Stopping();
        Running started = new Running(read(order, stopping), stopping);
        running.put(key, started);
        return started.report();
    }

    private record Order(
            WorkspaceConfig config,
            long workspace,
            AccountConfig account,
            SyncRequest request,
            SyncListener listener) {}

    private CompletableFuture<SyncReport> read(Order order, Stopping stopping) {
        try {
            OpenAccounts.OpenAccount account = accounts.open(order.config(), order.workspace(), order.account());
            if (order.request().accept()) {
                SuspiciousSlices doubted = new SuspiciousSlices(store, order.workspace());
                doubted.of(account.name()).forEach(slice -> doubted.confirm(slice.id()));
            }
            Patience patience = new Patience(places, limits, stopping);
            AccountSync.Surroundings around =
                    new AccountSync.Surroundings(tools, patience, sleeper, threads, order.listener());
            return new AccountSync(account, around, order.request())
                    .start()
                    .thenApply(report -> aftermath.of(order.config(), account.streams(), order.request(), report));
        } catch (ConnectorException e) {
            return CompletableFuture.completedFuture(
                    failed(order.account().name(), StreamSync.kind(e), StreamSync.message(e)));
        }
    }

    /** Withdraws all that a file gave which the account's source has no more; what goes wrong stands in the report. */
    public SyncReport forget(WorkspaceConfig config, String accountName, String file) {
        AccountConfig account = config.accounts().get(accountName);
        if (account == null) {
            return failed(accountName, "settings", "there is no account '" + accountName + "'");
        }
        OpenAccounts.OpenAccount open = accounts.open(config, workspace(config), account);
        try (Lanes lanes = open.lanes(new Retry(sleeper), SyncRequest.MANUAL, threads)) {
            Forgetting forgetting = new Forgetting(tools, lanes.get(0).source());
            SyncReport report = SyncReport.sum(
                    accountName,
                    open.streams().stream()
                            .map(stream -> forgetting.of(stream, file))
                            .toList());
            String none = "nothing of a file '" + file + "' counts; 'nhip doctor' names the files that are gone";
            return report.ok() && report.slices() == 0 ? failed(accountName, "settings", none) : report;
        } catch (ConnectorException e) {
            return failed(accountName, StreamSync.kind(e), StreamSync.message(e));
        } catch (DiskFullException e) {
            return failed(accountName, SyncError.DISK, StreamSync.message(e));
        }
    }

    /** Notices which source's API will not answer any more in 60, 30 or 7 days. */
    public void warnOfEndingVersions(WorkspaceConfig config) {
        new VersionWatch(store, tools.clock(), opening.connectors()).look(config, workspace(config));
    }

    /** What a sync of the account would ask its source for now; calls it for its slices only and changes no facts. */
    public SyncPlan plan(WorkspaceConfig config, String accountName, SyncRequest request) {
        AccountConfig account = Optional.ofNullable(config.accounts().get(accountName))
                .orElseThrow(() -> ConnectorException.settings("there is no account '" + accountName + "'"));
        return new Planning(store, tools.clock()).plan(accounts.open(config, workspace(config), account), request);
    }

    /** Makes the workspace's row and marks everything dirty when settings that values depend on changed; returns its id. */
    public long workspace(WorkspaceConfig config) {
        WorkspaceConfig.Calendar calendar = config.calendar();
        return new Workspaces(store)
                .ensure(new Workspaces.Workspace(
                        config.id(), calendar.zone(), calendar.currency().getCurrencyCode(), SettingsHash.of(config)));
    }

    /** Ends the run of an account after its present page; false when it has none. */
    public boolean cancel(WorkspaceConfig config, String account) {
        Running there = running.get(workspace(config) + "/" + account);
        if (there != null) {
            there.stopping().say(RunStoppedException.cancelled());
        }
        return there != null;
    }

    /** Ends all runs: a page that is here is committed or rolled back, leases are given back. */
    @Override
    public void close() {
        List<Running> all = List.copyOf(running.values());
        all.forEach(run -> run.stopping().say(RunStoppedException.stopped()));
        CompletableFuture<Void> ended =
                CompletableFuture.allOf(all.stream().map(Running::report).toArray(CompletableFuture<?>[]::new));
        try {
            ended.handle((done, failure) -> "").get(TO_STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
            LOG.warn("a run did not stop within {} s; the next sync goes on where it stood", TO_STOP.toSeconds());
        }
        threads.shutdownNow();
        opening.close();
    }

    static SyncReport failed(String account, String kind, String message) {
        return new SyncReport(
                account,
                RunCounts.NONE,
                0,
                0,
                List.of(),
                List.of(new SyncError("", "", kind, message)),
                Optional.empty());
    }
}
