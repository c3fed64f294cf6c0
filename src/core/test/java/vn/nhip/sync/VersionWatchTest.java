package vn.nhip.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionWatchTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2027, 1, 31);

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock("2026-11-22T20:00:00Z");
    private final MadeUpReports source = new MadeUpReports("ads", (day, context) -> List.of(DayFacts.cost(day, 10)));

    @Test
    void a08TheEndOfAVersionIsSaidSixtyThirtyAndSevenDaysBeforeOnceEach() {
        try (ReportScene scene = ReportScene.sqlite(folder, clock, source.servedThrough(LAST_DAY))) {
            Map<Integer, LocalDate> said = new TreeMap<>();
            while (scene.today().isBefore(LAST_DAY.plusDays(3))) {
                scene.engine.warnOfEndingVersions(scene.config);
                scene.engine.warnOfEndingVersions(scene.config);
                said.putIfAbsent(scene.rows("SELECT dedupe_key FROM outbox").size(), scene.today());
                clock.sleep(Duration.ofDays(1));
            }
            assertThat(said.values())
                    .containsExactly(
                            LocalDate.of(2026, 11, 23),
                            LAST_DAY.minusDays(60),
                            LAST_DAY.minusDays(30),
                            LAST_DAY.minusDays(7));
            assertThat(scene.rows("SELECT dedupe_key FROM outbox ORDER BY id"))
                    .containsExactly("version-ends/ads/v9/60", "version-ends/ads/v9/30", "version-ends/ads/v9/7");
            assertThat(scene.rows("SELECT DISTINCT payload FROM outbox"))
                    .containsExactly("{\"connector\":\"ads\",\"last-day\":\"2027-01-31\",\"version\":\"v9\"}");
        }
    }

    @Test
    void aVersionWithoutAKnownEndIsNotSpokenOf() {
        try (ReportScene scene = ReportScene.sqlite(folder, clock, source)) {
            scene.engine.warnOfEndingVersions(scene.config);
            assertThat(scene.rows("SELECT dedupe_key FROM outbox")).isEmpty();
        }
    }
}
