package vn.nhip.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.store.ScheduleRows;
import vn.nhip.store.Store;
import vn.nhip.sync.SyncEngine;
import vn.nhip.sync.SyncListener;
import vn.nhip.sync.SyncReport;
import vn.nhip.sync.SyncRequest;

/**
 * Does what is due in one workspace: reads each account once a local date, brings the KPIs up to date whenever one has
 * been read, and publishes when all of the night have ended or wait.
 *
 * <p>What is due stands in rows and is decided by the clock that is passed in; how often {@link #tick} is called does not
 * matter. Whatever was missed while nothing ran is read once, by one run for the last date.
 */
public final class NightShift {

    static final String SYNC = "sync";
    static final String PUBLISH = "publish";

    private static final Logger LOG = LoggerFactory.getLogger(NightShift.class);
    private static final Duration TOO_FAR = Duration.ofDays(3);
    private static final Duration AGAIN = Duration.ofMinutes(15);

    private final Supplier<WorkspaceConfig> config;
    private final SyncEngine engine;
    private final ScheduleRows rows;
    private final Clock clock;
    private final Store store;
    private final Chores chores;
    private final Executor desk;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean publishing = new AtomicBoolean();

    /** Of a workspace whose configuration stays as it is. */
    public NightShift(
            Store store, Clock clock, WorkspaceConfig config, SyncEngine engine, Chores chores, Executor desk) {
        this(store, clock, () -> config, engine, chores, desk);
    }

    /** Chores are done on {@code desk}, one after the other; the configuration is asked for each time anew. */
    public NightShift(
            Store store,
            Clock clock,
            Supplier<WorkspaceConfig> config,
            SyncEngine engine,
            Chores chores,
            Executor desk) {
        this.store = store;
        this.config = config;
        this.engine = engine;
        this.rows = new ScheduleRows(store, clock, engine.workspace(config.get()));
        this.clock = clock;
        this.chores = chores;
        this.desk = desk;
    }

    /** Starts what is due, and does not wait for it. */
    public void scan() {
        CompletableFuture<Void> started = tick();
        LOG.debug("due scan: {}", started);
    }

    /** Starts what is due; what it returns ends with the last of it. */
    public CompletableFuture<Void> tick() {
        addNewJobs();
        Instant now = clock.instant();
        List<CompletableFuture<?>> started = new ArrayList<>();
        for (ScheduleRows.Due due : rows.list()) {
            if (due.at().isAfter(now.plus(TOO_FAR))) {
                LOG.warn("{} {} stood for {}, far from now; it is due tonight", due.job(), due.subject(), due.at());
                rows.postpone(next(due, times().latest(now)));
            } else if (!due.at().isAfter(now)) {
                started.add(start(due));
            }
        }
        return CompletableFuture.allOf(started.toArray(CompletableFuture<?>[]::new));
    }

    /** A person read the account meanwhile: what was due before that is done. */
    public void covered(String account, Instant startedAt) {
        LocalDate day = times().latest(startedAt);
        ScheduleRows.Due next = next(new ScheduleRows.Due(SYNC, account, day, startedAt), day);
        boolean isNew = rows.add(next);
        boolean later = rows.list().stream()
                .anyMatch(due -> due.subject().equals(account) && due.at().isAfter(startedAt));
        if (!isNew && !later) {
            rows.done(day, next);
        }
    }

    /** An account is read for the first time as soon as it is there. */
    private void addNewJobs() {
        Set<String> known = rows.list().stream().map(ScheduleRows.Due::subject).collect(Collectors.toSet());
        Instant now = clock.instant();
        config.get().accounts().keySet().stream()
                .filter(account -> !known.contains(account))
                .forEach(account -> rows.add(new ScheduleRows.Due(SYNC, account, times().latest(now), now)));
        if (!known.contains("")) {
            rows.add(new ScheduleRows.Due(PUBLISH, "", times().latest(now), now));
        }
    }

    private CompletableFuture<?> start(ScheduleRows.Due due) {
        if (due.job().equals(PUBLISH)) {
            return outstanding() || !publishing.compareAndSet(false, true)
                    ? CompletableFuture.completedFuture("")
                    : onDesk(this::publish).whenComplete((done, failure) -> publishing.set(false));
        }
        if (!config.get().accounts().containsKey(due.subject()) || !underWay.add(due.subject())) {
            return CompletableFuture.completedFuture("");
        }
        if (!rows.claim(due)) {
            underWay.remove(due.subject());
            return CompletableFuture.completedFuture("");
        }
        LocalDate day = times().latest(clock.instant());
        return engine.start(config.get(), due.subject(), SyncRequest.scheduled(times().on(day)), SyncListener.SILENT)
                .handle((report, failure) -> ended(due, day, Optional.ofNullable(report)))
                .whenComplete((done, failure) -> underWay.remove(due.subject()))
                .thenCompose(done -> onDesk(this::takeIn));
    }

    private boolean ended(ScheduleRows.Due due, LocalDate day, Optional<SyncReport> report) {
        if (report.isEmpty()
                || report.get().errors().stream().anyMatch(error -> error.kind().equals("stopped"))) {
            return rows.postpone(due);
        }
        ScheduleRows.Due next = next(due, day);
        return report.get()
                .waitingUntil()
                .filter(until -> until.isBefore(next.at()))
                .map(until -> rows.postpone(new ScheduleRows.Due(due.job(), due.subject(), day, until)))
                .orElseGet(() -> rows.done(day, next));
    }

    private ScheduleRows.Due next(ScheduleRows.Due due, LocalDate day) {
        LocalDate next = day.plusDays(1);
        Duration most = config.get().nights().jitter();
        Duration after = due.job().equals(PUBLISH) ? most : LocalTimes.jitter(due.subject(), most);
        return new ScheduleRows.Due(
                due.job(), due.subject(), next, times().on(next).plus(after));
    }

    /** Facts are here; the night is over when no other account is to be read before its numbers can be shown. */
    private void takeIn() {
        chores.refresh();
        if (!outstanding()) {
            publish();
        }
    }

    /** Whether an account is being read, or is to be read yet tonight. */
    private boolean outstanding() {
        Instant now = clock.instant();
        Instant lastOfNight =
                times().on(times().latest(now)).plus(config.get().nights().jitter());
        Instant horizon = lastOfNight.isAfter(now) ? lastOfNight : now;
        return !underWay.isEmpty()
                || rows.list().stream()
                        .anyMatch(due -> due.job().equals(SYNC)
                                && config.get().accounts().containsKey(due.subject())
                                && !due.at().isAfter(horizon));
    }

    /** One that fails is tried again in a while; one that a stop cut off, at the next start. */
    private void publish() {
        Instant now = clock.instant();
        LocalDate day = times().latest(now);
        try {
            chores.refresh();
            new PeriodClosing(store, clock, config.get(), engine.workspace(config.get())).close();
            engine.warnOfEndingVersions(config.get());
            chores.publish();
            rows.done(day, next(new ScheduleRows.Due(PUBLISH, "", day, now), day));
        } catch (RuntimeException e) {
            rows.postpone(new ScheduleRows.Due(PUBLISH, "", day, now.plus(AGAIN)));
            throw e;
        }
    }

    private LocalTimes times() {
        return new LocalTimes(
                config.get().nights().at(), config.get().calendar().zone());
    }

    private CompletableFuture<Void> onDesk(Runnable chore) {
        return CompletableFuture.runAsync(chore, desk).exceptionally(failure -> {
            LOG.error("a chore of the night failed; it is tried again later", failure);
            return null;
        });
    }
}
