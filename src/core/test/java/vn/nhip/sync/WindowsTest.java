package vn.nhip.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.SourceNotes;

/** Which days are asked for, and what becomes of the days that could not be read. */
class WindowsTest {

    @TempDir
    Path folder;

    private final Map<LocalDate, Long> world = new ConcurrentHashMap<>();
    private final MadeUpReports source = new MadeUpReports(
                    "ga", (day, context) -> List.of(DayFacts.sessions(day, world.getOrDefault(day, 10L))))
            .restating(3, 1);
    private final MovingClock clock = new MovingClock("2026-11-22T20:00:00Z");

    @Test
    void theFirstReadingTakesTheWholeHistoryNewestDaysFirst() {
        try (ReportScene scene = ReportScene.sqlite(folder, clock, source)) {
            assertThat(scene.sync("ga").ok()).isTrue();
            assertThat(source.requests().get(0)).isEqualTo("2026-11-16..2026-11-22");
            assertThat(source.requests()).last().asString().startsWith("2026-08-22..");
            assertThat(scene.rows("SELECT MIN(day), MAX(day), COUNT(*) FROM fact_traffic_day"))
                    .containsExactly("2026-08-22 2026-11-22 93");
            assertThat(scene.rows("SELECT complete_through FROM stream")).containsExactly("2026-11-22");
            assertThat(scene.rows("SELECT * FROM stream_wanted")).isEmpty();
        }
    }

    @Test
    void eachNightReadsTheDaysThatMayStillChangeAndTheNewOne() {
        try (ReportScene scene = ReportScene.sqlite(folder, clock, source)) {
            scene.sync("ga");
            source.forget();
            scene.nextNight();
            scene.sync("ga");
            assertThat(source.requests()).containsExactly("2026-11-19..2026-11-23");
        }
    }

    @Test
    void aNightThatWasReadAndThenCutOffIsNotReadAgain() {
        try (ReportScene scene = ReportScene.sqlite(folder, clock, source)) {
            SyncRequest night = SyncRequest.scheduled(Instant.parse("2026-11-22T19:00:00Z"));
            scene.sync("ga", night);
            source.forget();
            assertThat(scene.sync("ga", night).ok()).isTrue();
            assertThat(source.requests()).isEmpty();

            scene.nextNight();
            scene.sync("ga", SyncRequest.scheduled(Instant.parse("2026-11-23T19:00:00Z")));
            assertThat(source.requests()).containsExactly("2026-11-19..2026-11-23");
        }
    }

    @Test
    void daysThatCouldNotBeReadAreReadAnotherNightAndTheMarkWaitsForThem() {
        try (ReportScene scene = ReportScene.sqlite(folder, clock, source)) {
            scene.sync("ga");
            clock.set(Instant.parse("2026-12-21T20:00:00Z"));
            source.mood((request, context) -> {
                if (request.slice().name().equals("2026-12-08..2026-12-14")) {
                    throw ConnectorException.data("a column is missing");
                }
                return Optional.empty();
            });
            assertThat(scene.sync("ga").ok()).isFalse();
            assertThat(scene.rows("SELECT complete_through FROM stream")).containsExactly("2026-12-07");
            assertThat(scene.rows("SELECT first_day, last_day FROM stream_wanted"))
                    .containsExactly("2026-12-08 2026-12-14");

            source.mood((request, context) -> Optional.empty());
            source.forget();
            scene.nextNight();
            assertThat(scene.sync("ga").ok()).isTrue();
            assertThat(scene.rows("SELECT complete_through FROM stream")).containsExactly("2026-12-22");
            assertThat(scene.rows("SELECT COUNT(*) FROM fact_traffic_day")).containsExactly("123");
        }
    }

    @Test
    void aBackfillReadsItsDaysAndNothingElse() {
        try (ReportScene scene = ReportScene.sqlite(folder, clock, source)) {
            scene.sync("ga");
            source.forget();
            DayRange days = new DayRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 10));
            scene.sync("ga", SyncRequest.days(days));
            assertThat(source.requests()).containsExactly("2026-01-04..2026-01-10", "2026-01-01..2026-01-03");
            assertThat(scene.rows("SELECT complete_through FROM stream")).containsExactly("2026-11-22");
            assertThat(scene.rows("SELECT * FROM stream_wanted")).isEmpty();
        }
    }

    @Test
    void a13NoUnfinishedDayOfTheAccountIsAskedForAsFinal() {
        clock.set(Instant.parse("2026-11-22T17:30:00Z"));
        try (ReportScene scene = ReportScene.sqlite(folder, clock, source)) {
            scene.config =
                    ReportScene.config("shop", ReportScene.SAIGON, ZoneId.of("America/Los_Angeles"), List.of("ga"));
            scene.sync("ga");
            assertThat(scene.today()).isEqualTo(LocalDate.of(2026, 11, 23));
            assertThat(source.requests().get(0)).endsWith("..2026-11-21");
            assertThat(scene.rows("SELECT complete_through FROM stream")).containsExactly("2026-11-21");
        }
    }

    @Test
    void a13AnotherZoneAtTheSourceIsNoticedWithBothNamesAndAnotherZoneInTheSettingsReadsEverythingAgain() {
        source.notes(new SourceNotes(
                Optional.of(ZoneId.of("Asia/Tokyo")),
                Optional.of(java.util.Currency.getInstance("JPY")),
                List.of(),
                List.of("a new field 'x'")));
        try (ReportScene scene = ReportScene.sqlite(folder, clock, source)) {
            scene.sync("ga");
            assertThat(scene.rows("SELECT payload FROM outbox ORDER BY payload"))
                    .containsExactly(
                            "{\"account\":\"ga\",\"configured\":\"Asia/Ho_Chi_Minh\",\"source\":\"Asia/Tokyo\",\"what\":\"zone\"}",
                            "{\"account\":\"ga\",\"configured\":\"VND\",\"source\":\"JPY\",\"what\":\"currency\"}",
                            "{\"account\":\"ga\",\"message\":\"a new field 'x'\",\"what\":\"drift\"}");
            source.forget();
            scene.config = ReportScene.config("shop", ReportScene.SAIGON, ZoneId.of("Asia/Tokyo"), List.of("ga"));
            scene.sync("ga");
            assertThat(source.requests()).hasSizeGreaterThan(10);
            assertThat(source.requests()).last().asString().startsWith("2026-08-22..");
        }
    }

    @Test
    void aPlanSaysWhatTonightWouldAskForAndReadsNothing() {
        try (ReportScene scene = ReportScene.sqlite(folder, clock, source)) {
            scene.sync("ga");
            source.forget();
            scene.nextNight();
            SyncPlan plan = scene.engine.plan(scene.config, "ga", SyncRequest.MANUAL);
            assertThat(plan.streams()).hasSize(1);
            assertThat(plan.streams().get(0).slices())
                    .extracting(SyncPlan.PlannedSlice::name)
                    .containsExactly("2026-11-19..2026-11-23");
            assertThat(source.requests()).isEmpty();
            scene.sync("ga");
            assertThat(source.requests()).containsExactly("2026-11-19..2026-11-23");
        }
    }
}
