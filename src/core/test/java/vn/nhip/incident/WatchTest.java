package vn.nhip.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.nhip.season.Occasions;
import vn.nhip.spi.Grain;

class WatchTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 9, 2);
    private static final int DAYS = 600;
    private static final int EVENT = 500;

    /** A busy week with a weekend, noise of 5 %, and at Tết a hole. */
    private static List<Point> days(long seed, double size) {
        Random random = new Random(seed);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = FIRST.plusDays(i);
            long tet = Occasions.fromTet(day);
            double usual = size * (day.getDayOfWeek().getValue() > 5 ? 0.7 : 1) * (tet >= -2 && tet <= 5 ? 0.3 : 1);
            points.add(new Point(day, Math.rint(usual * Math.exp(0.05 * random.nextGaussian()))));
        }
        return points;
    }

    private static List<Point> changed(List<Point> points, int first, int days, double factor) {
        List<Point> changed = new ArrayList<>(points);
        for (int i = first; i < Math.min(points.size(), first + days); i++) {
            Point point = points.get(i);
            changed.set(i, new Point(point.start(), Math.rint(point.value() * factor)));
        }
        return changed;
    }

    private static List<Episode> episodes(List<Point> points) {
        return Watch.episodes(Scale.COUNT, Grain.DAY, points).stream()
                .filter(episode -> !episode.first().point().start().isBefore(FIRST.plusDays(EVENT - 100)))
                .toList();
    }

    @Property(tries = 20)
    void aDayIsJudgedByThoseBeforeItOnly(@ForAll long seed, @ForAll @IntRange(min = 1, max = 600) int known) {
        List<Point> points = days(seed, 2_000);
        List<Judged> all = Watch.judge(Scale.COUNT, Grain.DAY, points);
        assertThat(Watch.judge(Scale.COUNT, Grain.DAY, points.subList(0, known)))
                .isEqualTo(all.subList(0, known));
    }

    @Property(tries = 20)
    void whatHalvesForTwoDaysOpensOnceAndCloses(
            @ForAll long seed, @ForAll @DoubleRange(min = 0, max = 0.5) double left) {
        List<Episode> found = episodes(changed(days(seed, 2_000), EVENT, 2, left)).stream()
                .filter(episode -> episode.first().point().start().equals(FIRST.plusDays(EVENT)))
                .toList();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).isDrop()).isTrue();
        assertThat(found.get(0).isSevere()).isTrue();
        assertThat(found.get(0).over()).isPresent();
    }

    @Property(tries = 20)
    void amountsInAnotherMoneyAreJudgedTheSame(@ForAll long seed) {
        List<Point> dong = changed(days(seed, 2_000_000), EVENT, 2, 0.5);
        List<Point> thousands = dong.stream()
                .map(point -> new Point(point.start(), point.value() * 1_000))
                .toList();
        assertThat(Watch.episodes(Scale.MONEY, Grain.DAY, thousands))
                .extracting(episode -> episode.first().point().start())
                .isEqualTo(Watch.episodes(Scale.MONEY, Grain.DAY, dong).stream()
                        .map(episode -> episode.first().point().start())
                        .toList());
    }

    @Test
    void tetIsQuietOnceOneIsKnownAndBeforeThatNobodyKnows() {
        List<Episode> all = Watch.episodes(Scale.COUNT, Grain.DAY, days(7, 2_000));
        assertThat(all)
                .noneMatch(episode ->
                        Math.abs(Occasions.fromTet(episode.first().point().start())) < 15);
    }

    @Test
    void whatIsNowhereNearTheUsualTetIsStillSeen() {
        List<Point> points = days(7, 20_000);
        int secondTet = (int) java.time.temporal.ChronoUnit.DAYS.between(FIRST, Occasions.tet(2026));
        assertThat(episodes(changed(points, secondTet, 2, 0.05)))
                .anyMatch(episode -> episode.first().point().start().equals(Occasions.tet(2026)));
    }

    @Test
    void aLastingFallClosesWhenItHasBecomeTheUsual() {
        Episode fall = episodes(changed(days(3, 2_000), EVENT, DAYS, 0.6)).stream()
                .filter(episode -> episode.first().point().start().equals(FIRST.plusDays(EVENT)))
                .findFirst()
                .orElseThrow();
        LocalDate closed = fall.over().orElseThrow().point().start();
        assertThat(closed).isBetween(FIRST.plusDays(EVENT + 7), FIRST.plusDays(EVENT + 16));
    }

    @Test
    void fewThingsADayWaverWithoutAnybodyBeingCalled() {
        Random random = new Random(1);
        List<Point> few = days(1, 4).stream()
                .map(point -> new Point(point.start(), random.nextInt(9)))
                .toList();
        assertThat(Watch.episodes(Scale.COUNT, Grain.DAY, few)).hasSizeLessThan(3);
    }

    @Test
    void aShareOfFewIsDoubtedMoreThanOneOfMany() {
        List<Point> shares = days(5, 1_000).stream()
                .map(point -> new Point(point.start(), 0.05 * (1 + (point.value() % 7) / 100), 10_000))
                .toList();
        List<Point> ofMany = new ArrayList<>(shares);
        ofMany.set(EVENT, new Point(FIRST.plusDays(EVENT), 0.025, 10_000));
        List<Point> ofFew = new ArrayList<>(shares);
        ofFew.set(EVENT, new Point(FIRST.plusDays(EVENT), 0.025, 40));
        assertThat(Watch.episodes(Scale.RATE, Grain.DAY, ofMany)).isNotEmpty();
        assertThat(Watch.episodes(Scale.RATE, Grain.DAY, ofFew)).isEmpty();
    }

    @Test
    void weeksAreJudgedByAControlChartAndNotAtTet() {
        List<Point> weeks = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            LocalDate monday = FIRST.plusWeeks(i);
            double tet = Math.abs(Occasions.fromTet(monday)) < 8 ? 0.2 : 1;
            weeks.add(new Point(monday, tet * (1_000 + 40 * (i % 3)) * (i == 60 ? 0.5 : 1)));
        }
        assertThat(Watch.episodes(Scale.COUNT, Grain.WEEK, weeks))
                .extracting(episode -> episode.first().point().start())
                .containsExactly(FIRST.plusWeeks(60));
    }
}
