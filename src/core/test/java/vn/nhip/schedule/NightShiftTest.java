package vn.nhip.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Cursor;
import vn.nhip.sync.DayFacts;
import vn.nhip.sync.MadeUpReports;
import vn.nhip.sync.MovingClock;
import vn.nhip.sync.ReportScene;
import vn.nhip.sync.SyncRequest;

class NightShiftTest {

    @TempDir
    Path folder;

    /** 03:00 in Saigon: the night's time is over. */
    private final MovingClock clock = new MovingClock("2026-11-22T20:00:00Z");

    private final MadeUpReports source =
            new MadeUpReports("ga", (day, context) -> List.of(DayFacts.sessions(day, 10))).restating(3, 1);

    @Test
    void aNewAccountIsReadAtOnceAndThenOnceANight() {
        try (ReportScene scene = ReportScene.sqlite(folder, clock, source)) {
            Nighttime night = new Nighttime(scene);
            for (int minute = 0; minute < 3 * 24 * 60; minute += 10) {
                night.tick();
                clock.sleep(Duration.ofMinutes(10));
            }
            assertThat(scene.rows("SELECT scheduled_for, attempt, status FROM sync_run"))
                    .containsExactly(
                            Instant.parse("2026-11-22T19:00:00Z").toEpochMilli() + " 1 succeeded",
                            Instant.parse("2026-11-23T19:00:00Z").toEpochMilli() + " 1 succeeded",
                            Instant.parse("2026-11-24T19:00:00Z").toEpochMilli() + " 1 succeeded",
                            Instant.parse("2026-11-25T19:00:00Z").toEpochMilli() + " 1 succeeded");
            assertThat(night.chores.stream().filter("publish"::equals)).hasSize(4);
        }
    }

    @Test
    void fortyDaysOfDowntimeAreCaughtUpByOneRunNewestDaysFirst() {
        try (ReportScene scene = ReportScene.sqlite(folder, clock, source)) {
            new Nighttime(scene).tick();
        }
        clock.sleep(Duration.ofDays(40));
        source.forget();
        try (ReportScene scene = ReportScene.sqlite(folder, clock, source)) {
            Nighttime night = new Nighttime(scene);
            night.tick();
            night.tick();
            assertThat(scene.rows("SELECT COUNT(*) FROM sync_run")).containsExactly("2");
            assertThat(source.requests().get(0)).isEqualTo("2026-12-26..2027-01-01");
            assertThat(source.requests()).last().isEqualTo("2026-11-19..2026-11-20");
            assertThat(scene.rows("SELECT complete_through FROM stream")).containsExactly("2027-01-01");
            assertThat(scene.rows("SELECT due_day FROM schedule ORDER BY job"))
                    .containsExactly("2027-01-03", "2027-01-03");
            assertThat(scene.rows("SELECT COUNT(*) FROM closing WHERE grain = 'day'"))
                    .containsExactly("41");
            assertThat(scene.rows("SELECT dedupe_key FROM outbox WHERE dedupe_key LIKE '%/day/%' ORDER BY id"))
                    .containsExactly("numbers-ready/day/2026-11-22", "numbers-ready/day/2027-01-01");
            assertThat(scene.rows("SELECT start FROM closing WHERE grain = 'month' ORDER BY start"))
                    .containsExactly("2026-10-01", "2026-11-01", "2026-12-01");
        }
    }

    @Test
    void e23AManualRunAfterTheTimeIsTheNightsRun() {
        try (ReportScene scene = ReportScene.sqlite(folder, clock, source)) {
            Nighttime night = new Nighttime(scene);
            night.tick();
            clock.sleep(Duration.ofDays(1));
            Instant started = clock.instant();
            scene.sync("ga");
            night.shift().covered("ga", started);
            night.tick();
            assertThat(scene.rows("SELECT COUNT(*) FROM sync_run")).containsExactly("2");
            assertThat(scene.rows("SELECT due_day FROM schedule WHERE job = 'sync'"))
                    .containsExactly("2026-11-25");
        }
    }

    @Test
    void e23TheFileIsWrittenOnlyWhenEveryAccountOfTheNightHasEnded() {
        MadeUpReports slow =
                new MadeUpReports("slow", (day, context) -> List.of(DayFacts.sessions(day, 1))).restating(3, 1);
        try (ReportScene scene = ReportScene.sqlite(folder, clock, source, slow)) {
            Nighttime night = new Nighttime(scene);
            night.tick();
            clock.set(Instant.parse("2026-11-23T19:00:00Z"));
            night.chores.clear();
            while (night.chores.stream().noneMatch("publish"::equals)) {
                night.tick();
                clock.sleep(Duration.ofSeconds(30));
            }
            assertThat(night.chores).containsExactly("refresh", "refresh", "refresh", "publish");
            assertThat(scene.rows("SELECT COUNT(*) FROM sync_run")).containsExactly("4");
        }
    }

    @Test
    void anAccountThatWaitsHoldsNobodyUpAndTheFileIsWrittenAgainWhenItIsDone() {
        MadeUpReports waiting = new MadeUpReports("ads", (day, context) -> List.of(DayFacts.sessions(day, 1)))
                .restating(3, 1)
                .mood((request, context) -> request.after().isEmpty()
                        ? Optional.of(MadeUpReports.notReady(new Cursor("job"), Duration.ofHours(5)))
                        : Optional.empty());
        try (ReportScene scene = ReportScene.sqlite(folder, clock, source, waiting)) {
            Nighttime night = new Nighttime(scene);
            night.tick();
            assertThat(night.chores).last().isEqualTo("publish");
            assertThat(scene.rows("SELECT due_at FROM schedule WHERE subject = 'ads'"))
                    .containsExactly(
                            Long.toString(Instant.parse("2026-11-23T01:00:00Z").toEpochMilli()));
            night.chores.clear();
            clock.sleep(Duration.ofHours(5));
            night.tick();
            assertThat(night.chores).last().isEqualTo("publish");
            assertThat(scene.rows("SELECT r.status, r.attempt FROM sync_run r JOIN stream s ON s.id = r.stream_id"
                            + " WHERE s.account_id = (SELECT id FROM account WHERE name = 'ads')"))
                    .containsExactly("succeeded 2");
        }
    }

    @Test
    void aFailedNightIsToldOnceADayAndTheNextOneRuns() {
        source.mood((request, context) -> {
            throw ConnectorException.data("not JSON any more");
        });
        try (ReportScene scene = ReportScene.sqlite(folder, clock, source)) {
            Nighttime night = new Nighttime(scene);
            night.tick();
            scene.sync("ga", SyncRequest.scheduled(clock.instant()));
            clock.sleep(Duration.ofDays(1));
            night.tick();
            assertThat(scene.rows("SELECT dedupe_key FROM outbox WHERE kind = 'sync-failed' ORDER BY id"))
                    .containsExactly("sync-failed/ga/2026-11-23", "sync-failed/ga/2026-11-24");
        }
    }

    @Test
    void aClockThatJumpsForwardAndBackLosesNoMoreThanOneNight() {
        try (ReportScene scene = ReportScene.sqlite(folder, clock, source)) {
            Nighttime night = new Nighttime(scene);
            night.tick();
            Instant real = clock.instant();
            clock.set(real.plus(Duration.ofDays(3650)));
            night.tick();
            clock.set(real.plus(Duration.ofHours(1)));
            night.tick();
            clock.set(real.plus(Duration.ofDays(1)));
            night.tick();
            assertThat(scene.rows("SELECT MAX(due_day), COUNT(*) FROM schedule WHERE job = 'sync'"))
                    .containsExactly("2026-11-25 1");
            assertThat(scene.rows("SELECT COUNT(*) FROM sync_run")).containsExactly("3");
        }
    }
}
