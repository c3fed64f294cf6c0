package vn.nhip.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.Fact;
import vn.nhip.store.Keys;
import vn.nhip.store.Store;
import vn.nhip.sync.Connectors;
import vn.nhip.sync.DayFacts;
import vn.nhip.sync.MadeUpReports;
import vn.nhip.sync.MovingClock;
import vn.nhip.sync.ReportScene;
import vn.nhip.sync.SyncEngine;
import vn.nhip.sync.SyncLimits;

/**
 * Nights in six zones with a clock that is moved: every account is read once per local date, and every day has as many
 * hours as it really has.
 */
class VirtualNightsTest {

    private static final List<ZoneId> ZONES = Stream.of(
                    "Asia/Ho_Chi_Minh",
                    "America/Los_Angeles",
                    "Europe/Berlin",
                    "Australia/Lord_Howe",
                    "America/Sao_Paulo",
                    "Pacific/Auckland")
            .map(ZoneId::of)
            .toList();

    @TempDir
    Path folder;

    @Test
    void twentyNightsAroundBothChangesOfTheClock() {
        nights("2026-10-20T00:00:00Z", 20, 2);
        nights("2027-03-10T00:00:00Z", 25, 2);
    }

    @Test
    @Tag("release")
    void aYearOfNightsOfFortyAccounts() {
        nights("2026-11-22T00:00:00Z", 365, 7);
    }

    private void nights(String start, int nights, int accountsPerZone) {
        MovingClock clock = new MovingClock(start);
        try (Store store = Store.sqlite(folder.resolve(start.substring(0, 10) + nights + ".db"))) {
            List<String> accounts = IntStream.range(0, accountsPerZone)
                    .mapToObj(i -> "account-" + i)
                    .toList();
            List<MadeUpReports> sources = accounts.stream()
                    .map(account -> new MadeUpReports(account, VirtualNightsTest::hoursSoFar)
                            .restating(2, 1)
                            .sliced(200, 200))
                    .toList();
            SyncEngine engine = new SyncEngine(
                    store,
                    Keys.open(folder.resolve("keys-" + start.substring(0, 10) + nights), store),
                    clock,
                    new Connectors(List.copyOf(sources)),
                    folder,
                    SyncLimits.DEFAULT,
                    clock);
            List<NightShift> shifts = ZONES.stream()
                    .map(zone -> shift(store, clock, engine, ReportScene.config(name(zone), zone, zone, accounts)))
                    .toList();
            Instant end = clock.instant().plus(Duration.ofDays(nights));
            while (clock.instant().isBefore(end)) {
                shifts.forEach(shift -> shift.tick().join());
                clock.sleep(Duration.ofMinutes(30));
            }
            ZONES.forEach(zone -> everyLocalDateOnce(store, zone, Instant.parse(start), end, accountsPerZone));
            ZONES.forEach(zone -> everyDayHasItsHours(store, zone, end));
            engine.close();
        }
    }

    private static NightShift shift(Store store, Clock clock, SyncEngine engine, WorkspaceConfig config) {
        Chores none = new Chores() {
            @Override
            public void refresh() {}

            @Override
            public void publish() {}
        };
        return new NightShift(store, clock, config, engine, none, Runnable::run);
    }

    private static String name(ZoneId zone) {
        return zone.getId().toLowerCase(java.util.Locale.ROOT).replace('/', '-').replace('_', '-');
    }

    /** One session an hour, of the hours that the day has had when it is asked for. */
    private static List<Fact> hoursSoFar(LocalDate day, ConnectorContext context) {
        Instant first = day.atStartOfDay(context.zone()).toInstant();
        Instant last = day.plusDays(1).atStartOfDay(context.zone()).toInstant();
        Instant now = context.clock().instant();
        long minutes = Duration.between(first, now.isBefore(last) ? now : last).toMinutes();
        return minutes <= 0 ? List.of() : List.of(DayFacts.sessions(day, minutes));
    }

    private static void everyLocalDateOnce(Store store, ZoneId zone, Instant from, Instant to, int accounts) {
        LocalTimes times = new LocalTimes(LocalTime.of(2, 0), zone);
        List<Long> expected = new ArrayList<>();
        LocalDate first = times.latest(from);
        for (LocalDate day = first; times.on(day).plus(Duration.ofMinutes(50)).isBefore(to); day = day.plusDays(1)) {
            expected.add(times.on(day).toEpochMilli());
        }
        List<Long> runs = store.read(handle -> handle.createQuery(
                        "SELECT scheduled_for FROM sync_run WHERE status = 'succeeded' AND attempt = 1"
                                + " AND workspace_id = (SELECT id FROM workspace WHERE name = ?) ORDER BY scheduled_for")
                .bind(0, name(zone))
                .mapTo(Long.class)
                .list());
        List<Long> once = expected.stream()
                .flatMap(due -> IntStream.range(0, accounts).mapToObj(account -> due))
                .toList();
        assertThat(runs.subList(0, Math.min(once.size(), runs.size())))
                .as(zone.getId())
                .isEqualTo(once);
        assertThat(runs.size() - once.size()).as("runs of the last night").isBetween(0, accounts);
    }

    private static void everyDayHasItsHours(Store store, ZoneId zone, Instant end) {
        List<String> wrong = new ArrayList<>();
        LocalDate last = end.atZone(zone).toLocalDate().minusDays(2);
        List<LocalDate> days = new ArrayList<>();
        store.read(handle -> handle.createQuery(
                        "SELECT day, sessions FROM fact_traffic_day WHERE live = 1 AND workspace_id ="
                                + " (SELECT id FROM workspace WHERE name = ?) ORDER BY day")
                .bind(0, name(zone))
                .map((row, context) -> {
                    LocalDate day = LocalDate.parse(row.getString("day"));
                    long minutes = Duration.between(
                                    day.atStartOfDay(zone), day.plusDays(1).atStartOfDay(zone))
                            .toMinutes();
                    days.add(day);
                    return row.getLong("sessions") == minutes || wrong.add(day + " has " + row.getLong("sessions"));
                })
                .list());
        assertThat(wrong).as(zone.getId()).isEmpty();
        assertThat(days).as(zone.getId()).contains(last);
        assertThat(days.stream().distinct().count())
                .as("no day is missing in %s", zone)
                .isEqualTo(java.time.temporal.ChronoUnit.DAYS.between(days.get(0), days.get(days.size() - 1)) + 1);
    }
}
