package vn.nhip.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhip.spi.ConnectorException;
import vn.nhip.store.DiskFullException;

/** One run of one account: a pass over its streams, and further passes for what the source makes wait for a while. */
final class AccountSync {

    private static final Logger LOG = LoggerFactory.getLogger(AccountSync.class);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final OpenAccounts.OpenAccount account;
    private final Surroundings around;
    private final SyncRequest request;
    private final Instant scheduledFor;
    private final Map<String, SyncReport> streams = new LinkedHashMap<>();

    AccountSync(OpenAccounts.OpenAccount account, Surroundings around, SyncRequest request) {
        this.account = account;
        this.around = around;
        this.request = request;
        this.scheduledFor =
                request.scheduledFor().orElseGet(() -> around.tools().clock().instant());
    }

    /** What the run works with. */
    record Surroundings(
            StreamSync.Tools tools,
            Patience patience,
            Sleeper sleeper,
            java.util.concurrent.Executor threads,
            SyncListener listener) {}

    CompletableFuture<SyncReport> start() {
        return CompletableFuture.supplyAsync(this::pass, around.threads()).thenCompose(this::again);
    }

    private CompletableFuture<SyncReport> again(SyncReport report) {
        Optional<Duration> wait = report.waitingUntil()
                .map(until -> Duration.between(around.tools().clock().instant(), until))
                .filter(time -> time.compareTo(LONGEST_WAIT) <= 0)
                .filter(around.patience()::allows);
        if (wait.isEmpty()) {
            return CompletableFuture.completedFuture(report);
        }
        Duration most = wait.get().isNegative() ? Duration.ZERO : wait.get();
        return around.sleeper()
                .later(most, around.threads())
                .thenApplyAsync(done -> pass(), around.threads())
                .thenCompose(this::again);
    }

    private SyncReport pass() {
        around.patience().work(this::readStreams);
        return sum();
    }

    private void readStreams() {
        Retry retry = new Retry(around.sleeper());
        try (Lanes lanes = account.lanes(retry, request, around.threads())) {
            StreamSync sync = new StreamSync(around.tools(), lanes, around.patience(), around.listener());
            for (AccountStream stream : account.streams()) {
                String name = stream.spec().name();
                SyncReport before = streams.get(name);
                if (before == null || before.waitingUntil().isPresent()) {
                    SyncReport now = sync.run(stream, request, scheduledFor);
                    streams.put(name, before == null ? now : before.then(now));
                }
            }
        } catch (ConnectorException e) {
            streams.put("", SyncEngine.failed(account.name(), StreamSync.kind(e), StreamSync.message(e)));
        } catch (DiskFullException e) {
            streams.put("", SyncEngine.failed(account.name(), SyncError.DISK, StreamSync.message(e)));
        } catch (RuntimeException e) {
            LOG.error("account {} failed", account.name(), e);
            String message = "a fault of ours, please report it: " + StreamSync.message(e);
            streams.put("", SyncEngine.failed(account.name(), "internal", message));
        }
    }

    private SyncReport sum() {
        return SyncReport.sum(account.name(), streams.values());
    }
}
