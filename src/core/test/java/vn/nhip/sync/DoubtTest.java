package vn.nhip.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.spi.Fact;

/** Readings that look like an accident. */
class DoubtTest {

    @TempDir
    Path folder;

    private LongSupplier channels = () -> 5;
    private final MadeUpReports source = new MadeUpReports("ga", (day, context) -> facts(day)).restating(3, 1);
    private final MovingClock clock = new MovingClock("2026-11-22T20:00:00Z");

    private List<Fact> facts(LocalDate day) {
        return LongStream.range(0, channels.getAsLong())
                .mapToObj(channel -> DayFacts.sessionsOf(day, "channel-" + channel, 2))
                .toList();
    }

    @Test
    void a22NoRowsWhereThereWereSomeKeepsTheOldValuesAndTellsSomebody() {
        try (ReportScene scene = ReportScene.sqlite(folder, clock, source)) {
            scene.sync("ga");
            channels = () -> 0;
            scene.nextNight();
            SyncReport first = scene.sync("ga");
            assertThat(first.errors()).extracting(SyncError::kind).containsExactly("suspicious");
            assertThat(rows(scene, "2026-11-22")).isEqualTo(5);
            assertThat(scene.rows("SELECT complete_through FROM stream")).containsExactly("2026-11-22");
            assertThat(scene.rows("SELECT kind FROM outbox")).containsExactly("suspicious");

            scene.nextNight();
            assertThat(scene.sync("ga").ok()).as("seen twice").isTrue();
            assertThat(rows(scene, "2026-11-22")).isZero();
            assertThat(rows(scene, "2026-11-18")).isEqualTo(5);
            assertThat(scene.rows("SELECT complete_through FROM stream")).containsExactly("2026-11-24");
        }
    }

    @Test
    void a22FarFewerRowsThanUsualAreDoubtedToo() {
        try (ReportScene scene = ReportScene.sqlite(folder, clock, source)) {
            scene.sync("ga");
            channels = () -> 1;
            scene.nextNight();
            assertThat(scene.sync("ga").errors()).extracting(SyncError::kind).containsExactly("suspicious");
            assertThat(rows(scene, "2026-11-22")).isEqualTo(5);
            channels = () -> 4;
            scene.nextNight();
            assertThat(scene.sync("ga").ok()).isTrue();
            assertThat(rows(scene, "2026-11-22")).isEqualTo(4);
            assertThat(scene.rows("SELECT COUNT(*) FROM slice WHERE state = 'suspicious'"))
                    .containsExactly("0");
        }
    }

    @Test
    void a22DaysThatFollowFromSilenceHideNoLoss() {
        source.silence(day -> Optional.of(DayFacts.sessions(day, 0)));
        channels = () -> 1;
        try (ReportScene scene = ReportScene.sqlite(folder, clock, source)) {
            scene.sync("ga");
            channels = () -> 0;
            scene.nextNight();
            assertThat(scene.sync("ga").errors()).extracting(SyncError::kind).containsExactly("suspicious");
            assertThat(scene.rows("SELECT SUM(sessions) FROM fact_traffic_day WHERE day = '2026-11-22'"))
                    .containsExactly("2");
        }
    }

    @Test
    void a22AnAccountThatHasLongBeenSilentIsNotDoubted() {
        source.silence(day -> Optional.of(DayFacts.sessions(day, 0)));
        try (ReportScene scene = ReportScene.sqlite(folder, clock, source)) {
            scene.sync("ga");
            channels = () -> 0;
            for (int night = 0; night < 20; night++) {
                scene.nextNight();
                scene.sync("ga");
            }
            for (int night = 20; night < 40; night++) {
                scene.nextNight();
                assertThat(scene.sync("ga").ok()).as("night %d", night).isTrue();
            }
            assertThat(scene.rows("SELECT DISTINCT sessions, at FROM fact_traffic_day WHERE day > '2026-11-22'"))
                    .containsExactly("0 no record");
        }
    }

    @Test
    void someoneWhoAcceptsIsBelievedAtOnce() {
        try (ReportScene scene = ReportScene.sqlite(folder, clock, source)) {
            scene.sync("ga");
            channels = () -> 0;
            scene.nextNight();
            scene.sync("ga");
            assertThat(scene.sync("ga", SyncRequest.MANUAL.accepting()).ok()).isTrue();
            assertThat(rows(scene, "2026-11-22")).isZero();
        }
    }

    @Test
    void a07PartsThatDoNotAddUpToTheSourcesTotalAreKeptAndShown() {
        MadeUpReports ads = new MadeUpReports(
                "ads",
                (day, context) -> List.of(
                        DayFacts.sessions(day, 10),
                        DayFacts.sessionsOf(day, "a", 4),
                        DayFacts.sessionsOf(day, "b", day.getDayOfMonth() == 20 ? 5 : 6)));
        try (ReportScene scene = ReportScene.sqlite(folder, clock, ads)) {
            assertThat(scene.sync("ads").ok()).isTrue();
            assertThat(scene.rows("SELECT day, measure, total, parts FROM unbalanced_day ORDER BY day DESC"))
                    .containsExactly("2026-11-20 sessions 10 9", "2026-10-20 sessions 10 9");
            assertThat(scene.rows("SELECT dedupe_key FROM outbox"))
                    .containsExactly("suspicious/ads/total/traffic-day/sessions/2026-11-20");
            assertThat(rows(scene, "2026-11-20")).isEqualTo(3);
        }
    }

    private static int rows(ReportScene scene, String day) {
        return Integer.parseInt(scene.rows("SELECT COUNT(*) FROM fact_traffic_day WHERE day = '" + day + "'")
                .get(0));
    }
}
