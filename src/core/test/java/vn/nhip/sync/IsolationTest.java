package vn.nhip.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.spi.ConnectorException;
import vn.nhip.store.Keys;
import vn.nhip.store.Store;

/** Fifty accounts of which some are ill: the others do not notice. */
class IsolationTest {

    private static final Logger LOG = LoggerFactory.getLogger(IsolationTest.class);
    private static final int ACCOUNTS = 50;
    private static final Duration ANSWER = Duration.ofMillis(60);
    private static final int TRIES = 3;

    @TempDir
    Path folder;

    /** What is wrong with an account, one of each kind. */
    private static final List<MadeUpReports.Mood> ILLNESSES = List.of(
            (request, context) -> {
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(600));
                throw new IllegalStateException("hung up");
            },
            (request, context) -> {
                throw new IllegalStateException("a fault of the connector");
            },
            (request, context) -> {
                throw new OutOfMemoryError("a page of 10 GB");
            },
            (request, context) -> {
                throw new StackOverflowError();
            },
            (request, context) -> {
                throw ConnectorException.access("revoked");
            },
            (request, context) -> {
                throw ConnectorException.settings("no such property");
            },
            (request, context) -> {
                throw ConnectorException.data("not JSON");
            },
            (request, context) -> {
                throw ConnectorException.throttled("enough", Duration.ofHours(9));
            },
            (request, context) -> {
                throw ConnectorException.unavailable("503", new IllegalStateException("503"));
            },
            (request, context) -> {
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(3));
                return Optional.empty();
            });

    @Test
    void theHealthyFinishAsIfTheyWereAlone() throws InterruptedException {
        double best = Double.MAX_VALUE;
        for (int attempt = 0; attempt < TRIES && best > 1.1; attempt++) {
            double alone = seconds("alone-" + attempt, List.of());
            double among = seconds("among-" + attempt, ILLNESSES);
            best = Math.min(best, among / alone);
            LOG.warn("alone {} s, among the ill {} s", alone, among);
        }
        assertThat(best).isLessThanOrEqualTo(1.1);
    }

    /** How long the healthy accounts take; always the same forty. */
    private double seconds(String name, List<MadeUpReports.Mood> ill) throws InterruptedException {
        List<MadeUpReports> sources = new ArrayList<>();
        IntStream.range(0, ACCOUNTS - ILLNESSES.size()).forEach(i -> sources.add(healthy("healthy-" + i)));
        for (int i = 0; i < ill.size(); i++) {
            sources.add(i * 4, healthy("ill-" + i).mood(ill.get(i)));
        }
        SyncLimits limits = new SyncLimits(8, Duration.ofMillis(100), Duration.ofSeconds(20));
        try (Store store = Store.sqlite(folder.resolve(name + ".db"))) {
            SyncEngine engine = new SyncEngine(
                    store,
                    Keys.open(folder.resolve(name), store),
                    new MovingClock("2026-11-22T20:00:00Z"),
                    new Connectors(List.copyOf(sources)),
                    folder,
                    limits,
                    Sleeper.REAL);
            return seconds(
                    engine, sources.stream().map(source -> source.spec().id()).toList());
        }
    }

    private static double seconds(SyncEngine engine, List<String> names) throws InterruptedException {
        WorkspaceConfig config = ReportScene.config(ReportScene.SAIGON, names);
        CountDownLatch healthy = new CountDownLatch(
                (int) names.stream().filter(IsolationTest::isHealthy).count());
        long start = System.nanoTime();
        List<CompletableFuture<SyncReport>> all = new ArrayList<>();
        for (String account : names) {
            all.add(engine.start(config, account, SyncRequest.MANUAL, SyncListener.SILENT)
                    .thenApply(report -> {
                        if (isHealthy(account)) {
                            assertThat(report.ok()).isTrue();
                            healthy.countDown();
                        }
                        return report;
                    }));
        }
        assertThat(healthy.await(5, TimeUnit.MINUTES)).isTrue();
        double seconds = (System.nanoTime() - start) / 1e9;
        engine.close();
        all.forEach(CompletableFuture::join);
        return seconds;
    }

    private static boolean isHealthy(String account) {
        return account.startsWith("healthy");
    }

    private static MadeUpReports healthy(String id) {
        return new MadeUpReports(id, (day, context) -> {
                    LockSupport.parkNanos(ANSWER.toNanos() / 10);
                    return List.of(DayFacts.sessions(day, 10));
                })
                .restating(3, 1)
                .sliced(31, 10);
    }

    @Test
    void anAccountThatIsTooSlowEndsWhereItStandsAndGoesOnTheNextTime() {
        MadeUpReports slow = healthy("slow").mood((request, context) -> {
            if (request.after().isPresent()) {
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(60));
            }
            return Optional.empty();
        });
        try (Store store = Store.sqlite(folder.resolve("slow.db"))) {
            Keys keys = Keys.open(folder.resolve("slow"), store);
            SyncLimits limits = new SyncLimits(8, Duration.ofMillis(100), Duration.ofSeconds(2));
            MovingClock clock = new MovingClock("2026-11-22T20:00:00Z");
            try (SyncEngine engine =
                    new SyncEngine(store, keys, clock, new Connectors(List.of(slow)), folder, limits, Sleeper.REAL)) {
                var config = ReportScene.config(ReportScene.SAIGON, List.of("slow"));
                SyncReport report = engine.sync(config, "slow", SyncListener.SILENT);
                assertThat(report.errors()).extracting(SyncError::kind).containsExactly("slow");
                slow.mood((request, context) -> Optional.empty());
                slow.forget();
                assertThat(engine.sync(config, "slow", SyncListener.SILENT).ok())
                        .isTrue();
                assertThat(slow.requests().get(0)).isEqualTo("2026-10-23..2026-11-22 2026-11-02");
            }
        }
    }

    @Test
    void aCancelledRunEndsSoonAndGivesItsLeaseBack() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        MadeUpReports source = healthy("ga").mood((request, context) -> {
            reading.countDown();
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(60));
            return Optional.empty();
        });
        try (ReportScene scene = ReportScene.sqlite(folder, new MovingClock("2026-11-22T20:00:00Z"), source)) {
            CompletableFuture<SyncReport> run =
                    scene.engine.start(scene.config, "ga", SyncRequest.MANUAL, SyncListener.SILENT);
            assertThat(reading.await(30, TimeUnit.SECONDS)).isTrue();
            long start = System.nanoTime();
            assertThat(scene.engine.cancel(scene.config, "ga")).isTrue();
            assertThat(run.get(20, TimeUnit.SECONDS).errors())
                    .extracting(SyncError::kind)
                    .containsExactly("cancelled");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            assertThat(scene.rows("SELECT status FROM sync_run")).containsExactly("cancelled");
            assertThat(scene.rows("SELECT expires_at FROM stream_lease")).containsExactly("0");
            source.mood((request, context) -> Optional.empty());
            assertThat(scene.sync("ga").ok()).isTrue();
            assertThat(scene.rows("SELECT COUNT(*) FROM fact_traffic_day")).containsExactly("93");
        }
    }

    @Test
    void e23WhoeverAsksForAnAccountThatIsBeingReadGetsTheSameRun() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        MadeUpReports source = healthy("ga").mood((request, context) -> {
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Optional.empty();
        });
        try (ReportScene scene = ReportScene.sqlite(folder, new MovingClock("2026-11-22T20:00:00Z"), source)) {
            CompletableFuture<SyncReport> night = scene.engine.start(
                    scene.config, "ga", SyncRequest.scheduled(scene.clock.instant()), SyncListener.SILENT);
            CompletableFuture<SyncReport> person =
                    scene.engine.start(scene.config, "ga", SyncRequest.MANUAL, SyncListener.SILENT);
            go.countDown();
            assertThat(person.get(30, TimeUnit.SECONDS)).isSameAs(night.get(30, TimeUnit.SECONDS));
            assertThat(scene.rows("SELECT COUNT(*) FROM sync_run")).containsExactly("1");
            assertThat(source.requests()).doesNotHaveDuplicates();
        }
    }

    @Test
    void slicesAreReadSideBySideEachWithItsOwnConnector() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        MadeUpReports source = new MadeUpReports("ga", (day, context) -> List.of(DayFacts.sessions(day, 10)))
                .restating(3, 4)
                .mood((request, context) -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
                    now.decrementAndGet();
                    return Optional.empty();
                });
        try (ReportScene scene = ReportScene.sqlite(folder, new MovingClock("2026-11-22T20:00:00Z"), source)) {
            assertThat(scene.sync("ga").ok()).isTrue();
            assertThat(most.get()).isBetween(2, 4);
            assertThat(scene.rows("SELECT COUNT(*), COUNT(DISTINCT day) FROM fact_traffic_day"))
                    .containsExactly("93 93");
        }
    }
}
