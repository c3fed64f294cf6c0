package vn.nhip.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.QuotaLevel;
import vn.nhip.spi.SourceNotes;

/** Sources that are not ready, want to be left alone, or have a quota. */
class WaitingTest {

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock("2026-11-22T20:00:00Z");
    private final MadeUpReports source =
            new MadeUpReports("ga", (day, context) -> List.of(DayFacts.sessions(day, 10))).restating(3, 1);

    @Test
    void aReportThatIsBeingMadeIsAskedForAgainAndTheOthersAreReadMeanwhile() {
        source.mood((request, context) -> request.slice().name().equals("2026-11-16..2026-11-22")
                        && request.after().isEmpty()
                ? Optional.of(MadeUpReports.notReady(new Cursor("job-7"), Duration.ofMinutes(2)))
                : Optional.empty());
        try (ReportScene scene = ReportScene.sqlite(folder, clock, source)) {
            SyncReport report = scene.sync("ga");
            assertThat(report.ok()).isTrue();
            assertThat(report.waitingUntil()).isEmpty();
            assertThat(source.requests().get(0)).isEqualTo("2026-11-16..2026-11-22");
            assertThat(source.requests()).last().isEqualTo("2026-11-16..2026-11-22 job-7");
            assertThat(scene.rows("SELECT COUNT(*) FROM fact_traffic_day")).containsExactly("93");
            assertThat(clock.instant()).isEqualTo(Instant.parse("2026-11-22T20:02:00Z"));
            assertThat(scene.rows("SELECT status, attempt FROM sync_run")).containsExactly("succeeded 2");
        }
    }

    @Test
    void aReportThatTakesLongIsAskedForAfterARestartWithItsCursor() {
        source.mood((request, context) -> request.after().isEmpty()
                ? Optional.of(MadeUpReports.notReady(new Cursor("job-7"), Duration.ofHours(1)))
                : Optional.empty());
        try (ReportScene scene = ReportScene.sqlite(folder, clock, source)) {
            assertThat(scene.sync("ga").waitingUntil()).contains(Instant.parse("2026-11-22T21:00:00Z"));
            assertThat(scene.rows("SELECT status FROM sync_run")).containsExactly("waiting");
        }
        source.forget();
        try (ReportScene scene = ReportScene.sqlite(folder, clock, source)) {
            assertThat(scene.sync("ga").waitingUntil()).isPresent();
            assertThat(source.requests()).isEmpty();
            clock.sleep(Duration.ofHours(1));
            assertThat(scene.sync("ga").ok()).isTrue();
            assertThat(source.requests()).hasSize(14).allMatch(request -> request.endsWith(" job-7"));
            assertThat(scene.rows("SELECT COUNT(*) FROM fact_traffic_day")).containsExactly("93");
        }
    }

    @Test
    void aReportThatIsStillBeingMadeIsReadTheSameNightAlthoughAnotherOneCoversItsDays() {
        source.sliced(100, 10).mood((request, context) -> {
            if (request.after().isPresent()) {
                throw ConnectorException.data("a column is missing");
            }
            return Optional.empty();
        });
        try (ReportScene scene = ReportScene.sqlite(folder, clock, source)) {
            assertThat(scene.sync("ga", SyncRequest.scheduled(clock.instant())).ok())
                    .isFalse();
            scene.nextNight();
            AtomicInteger looks = new AtomicInteger();
            source.mood((request, context) ->
                    request.slice().name().equals("2026-08-22..2026-11-22") && looks.getAndIncrement() == 0
                            ? Optional.of(MadeUpReports.notReady(request.after().orElseThrow(), Duration.ofMinutes(2)))
                            : Optional.empty());
            SyncReport night = scene.sync("ga", SyncRequest.scheduled(clock.instant()));
            assertThat(night.ok()).isTrue();
            assertThat(scene.rows("SELECT DISTINCT state FROM slice")).containsExactly("complete");
            assertThat(scene.rows("SELECT * FROM staged_page")).isEmpty();
            assertThat(scene.rows("SELECT MAX(day) FROM fact_traffic_day")).containsExactly("2026-11-23");
        }
    }

    @Test
    void aSourceThatWantsToBeLeftAloneIsParkedAndGoneOnWithWhereItStood() {
        source.sliced(31, 10).mood((request, context) -> {
            if (request.after().isPresent() && clock.instant().isBefore(Instant.parse("2026-11-22T23:00:00Z"))) {
                throw ConnectorException.throttled("come back at eleven", Duration.ofHours(3));
            }
            return Optional.empty();
        });
        try (ReportScene scene = ReportScene.sqlite(folder, clock, source)) {
            SyncReport report = scene.sync("ga");
            assertThat(report.ok()).isTrue();
            assertThat(report.waitingUntil()).contains(Instant.parse("2026-11-22T23:00:00Z"));
            clock.sleep(Duration.ofHours(3));
            source.forget();
            assertThat(scene.sync("ga").waitingUntil()).isEmpty();
            assertThat(source.requests().get(0)).isEqualTo("2026-10-23..2026-11-22 2026-11-02");
            assertThat(scene.rows("SELECT COUNT(*) FROM fact_traffic_day")).containsExactly("93");
        }
    }

    @Test
    void a09AUsedUpQuotaParksEveryAccountOfItsOwnerUntilItResetsNewestDaysFirst() {
        AtomicInteger left = new AtomicInteger(25);
        Instant resets = Instant.parse("2026-11-23T08:00:00Z");
        MadeUpReports other =
                new MadeUpReports("gb", (day, context) -> List.of(DayFacts.sessions(day, 10))).restating(3, 1);
        List.of(source, other).forEach(property -> counting(property, left, resets));
        try (ReportScene scene = ReportScene.sqlite(folder, clock, source, other)) {
            scene.sync("gb");
            assertThat(left).hasValue(11);
            other.forget();
            SyncReport night = scene.sync("ga", SyncRequest.scheduled(clock.instant()));
            assertThat(night.ok()).isTrue();
            assertThat(night.waitingUntil())
                    .as("the owner is known after the first page")
                    .contains(resets);
            assertThat(left.get()).isLessThanOrEqualTo(10).isGreaterThan(7);
            assertThat(scene.rows("SELECT MAX(day) FROM fact_traffic_day WHERE account_id = 2"))
                    .as("newest days first")
                    .containsExactly("2026-11-22");

            scene.clock.sleep(Duration.ofMinutes(1));
            assertThat(scene.sync("gb", SyncRequest.scheduled(clock.instant())).waitingUntil())
                    .as("shares the owner")
                    .contains(resets);
            assertThat(other.requests()).isEmpty();

            int before = left.get();
            assertThat(scene.sync("ga").slices())
                    .as("people may use the reserve")
                    .isPositive();
            assertThat(left.get()).isLessThan(before);

            clock.set(resets.plusSeconds(60));
            left.set(50);
            assertThat(scene.sync("ga").waitingUntil()).isEmpty();
            assertThat(scene.rows("SELECT COUNT(*), COUNT(DISTINCT day) FROM fact_traffic_day WHERE account_id = 2"))
                    .containsExactly("93 93");
        }
    }

    @Test
    void aRefusedTokenIsRenewedAndTriedOnceMore() {
        AtomicInteger refused = new AtomicInteger();
        source.mood((request, context) -> {
            if (refused.getAndIncrement() == 0) {
                context.access().refused(vn.nhip.spi.Secret.of("old"));
                throw ConnectorException.access("the token is refused");
            }
            return Optional.empty();
        });
        try (ReportScene scene = ReportScene.sqlite(folder, clock, source)) {
            assertThat(scene.sync("ga").ok()).isTrue();
            source.forget();
            source.mood((request, context) -> {
                throw ConnectorException.access("no permission for this property");
            });
            assertThat(scene.sync("ga").errors()).extracting(SyncError::kind).containsExactly("access");
            assertThat(source.requests()).as("not refused, so not tried again").hasSize(1);
        }
    }

    private static void counting(MadeUpReports property, AtomicInteger left, Instant resets) {
        property.mood((request, context) -> {
            property.notes(level(left.decrementAndGet(), resets));
            return Optional.empty();
        });
    }

    private static SourceNotes level(int left, Instant resets) {
        QuotaLevel level = new QuotaLevel("project-1", "tokens per day", left, OptionalLong.of(50), resets);
        return new SourceNotes(Optional.empty(), Optional.empty(), List.of(level), List.of());
    }
}
