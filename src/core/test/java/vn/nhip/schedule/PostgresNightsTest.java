package vn.nhip.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.QuotaLevel;
import vn.nhip.spi.SourceNotes;
import vn.nhip.store.RunHistory;
import vn.nhip.store.Store;
import vn.nhip.sync.DayFacts;
import vn.nhip.sync.MadeUpReports;
import vn.nhip.sync.MovingClock;
import vn.nhip.sync.ReportScene;
import vn.nhip.sync.SyncRequest;

/** The nights on PostgreSQL: the same statements, and two nodes. */
@SuppressWarnings("NullAway.Init") // started before all tests
class PostgresNightsTest {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static EmbeddedPostgres server;

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock("2026-11-22T20:00:00Z");
    private long sessions = 10;
    private final MadeUpReports source = new MadeUpReports(
                    "ga",
                    (day, context) -> sessions == 0
                            ? List.of()
                            : List.of(DayFacts.sessions(day, sessions), DayFacts.sessionsOf(day, "a", 9)))
            .restating(3, 2);
    private String url;

    @BeforeAll
    static void startServer() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @BeforeEach
    void createDatabase() throws SQLException {
        String name = "nights" + DATABASES.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        url = server.getJdbcUrl("postgres", name);
    }

    @Test
    void aNightReadsDoubtsParksAndCloses() {
        try (ReportScene scene = ReportScene.on(Store.postgres(url), folder, clock, source)) {
            Nighttime night = new Nighttime(scene);
            night.tick();
            assertThat(scene.rows("SELECT COUNT(*) FROM fact_traffic_day")).containsExactly("186");
            assertThat(scene.rows("SELECT COUNT(*) FROM unbalanced_day")).containsExactly("40");
            assertThat(night.chores).contains("publish");

            sessions = 0;
            clock.sleep(Duration.ofDays(1));
            night.tick();
            assertThat(scene.rows("SELECT kind FROM outbox WHERE dedupe_key LIKE 'suspicious/ga/2026%'"))
                    .containsExactly("suspicious");
            clock.sleep(Duration.ofDays(1));
            night.tick();
            assertThat(scene.rows("SELECT complete_through FROM stream")).containsExactly("2026-11-24");
            assertThat(new RunHistory(scene.store, 1).last(10))
                    .extracting(RunHistory.Entry::status)
                    .containsExactly("succeeded", "failed", "succeeded");
        }
    }

    @Test
    void quotasAndParkedSlicesSurviveARestart() {
        Instant resets = Instant.parse("2026-11-23T08:00:00Z");
        source.notes(new SourceNotes(
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new QuotaLevel("project", "tokens", 1, OptionalLong.of(100), resets)),
                        List.of()))
                .mood((request, context) -> request.slice().name().startsWith("2026-11-16")
                                && request.after().isEmpty()
                        ? Optional.of(MadeUpReports.notReady(new Cursor("job"), Duration.ofHours(2)))
                        : Optional.empty());
        try (ReportScene scene = ReportScene.on(Store.postgres(url), folder, clock, source)) {
            assertThat(scene.sync("ga").waitingUntil()).contains(Instant.parse("2026-11-22T22:00:00Z"));
        }
        clock.sleep(Duration.ofHours(3));
        try (ReportScene scene = ReportScene.on(Store.postgres(url), folder, clock, source)) {
            assertThat(scene.sync("ga", SyncRequest.scheduled(clock.instant())).waitingUntil())
                    .contains(resets);
            source.forget();
            assertThat(scene.sync("ga").ok()).isTrue();
            assertThat(source.requests()).contains("2026-11-16..2026-11-22 job");
        }
    }

    @Test
    void ofTwoNodesOneReadsAnAccountAtATime() {
        source.mood((request, context) -> {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            return Optional.empty();
        });
        try (ReportScene first = ReportScene.on(Store.postgres(url), folder, clock, source);
                ReportScene second = ReportScene.on(Store.postgres(url), folder, clock, source)) {
            Nighttime here = new Nighttime(first);
            Nighttime there = new Nighttime(second);
            CompletableFuture.allOf(CompletableFuture.runAsync(here::tick), CompletableFuture.runAsync(there::tick))
                    .join();
            assertThat(first.rows("SELECT attempt, status FROM sync_run")).containsExactly("1 succeeded");
            assertThat(source.requests()).doesNotHaveDuplicates();
        }
    }
}
