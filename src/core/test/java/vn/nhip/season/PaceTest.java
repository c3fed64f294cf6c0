package vn.nhip.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final LocalDate START = LocalDate.of(2026, 2, 1);
    private static final LocalDate END = LocalDate.of(2026, 2, 28);

    /** A shop that is busy before Tết, shut at Tết and half as busy on Sundays. */
    private static NavigableMap<LocalDate, Double> days(LocalDate last) {
        Random random = new Random(3);
        NavigableMap<LocalDate, Double> days = new TreeMap<>();
        for (LocalDate day = LocalDate.of(2024, 1, 1); !day.isAfter(last); day = day.plusDays(1)) {
            long tet = Occasions.fromTet(day);
            double season = tet >= 0 && tet <= 4 ? 0.05 : tet >= -10 && tet < 0 ? 1.4 : 1;
            double week = day.getDayOfWeek().getValue() == 7 ? 0.5 : 1;
            days.put(day, 1_000 * season * week * (1 + 0.04 * random.nextGaussian()));
        }
        return days;
    }

    private static double sum(NavigableMap<LocalDate, Double> days) {
        return days.subMap(START, true, END, true).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    @Test
    void onTheTenthOfTheMonthOfTetTheEndIsKnownWithinFivePerCent() {
        Pace pace = Pace.of(days(END), START, END, START.plusDays(9)).orElseThrow();
        assertThat(pace.landing() / sum(days(END))).isCloseTo(1, within(0.05));
        assertThat(pace.low()).isLessThan(pace.landing());
    }

    @Test
    void nothingIsJudgedBeforeThereIsEnough() {
        assertThat(Pace.of(days(END), START, END, START.plusDays(3))).isEmpty();
        assertThat(Pace.of(days(END), START, END, START.plusDays(4))).isPresent();
        assertThat(Pace.of(days(END), START, START.plusDays(6), START.plusDays(1)))
                .isEmpty();
        assertThat(Pace.of(new TreeMap<>(), START, END, START.plusDays(9)))
                .map(Pace::landing)
                .contains(0.0);
    }

    @Property(tries = 50)
    void onItsLastDayAPeriodLandsWhereItIs(@ForAll @IntRange(min = 1, max = 24) int month) {
        LocalDate start = LocalDate.of(2024, 1, 1).plusMonths(month);
        LocalDate end = start.plusMonths(1).minusDays(1);
        Pace pace = Pace.of(days(end), start, end, end).orElseThrow();
        assertThat(pace.share()).isCloseTo(1, within(1e-9));
        assertThat(pace.landing()).isCloseTo(pace.reached(), within(1e-6));
        assertThat(pace.low()).isCloseTo(pace.high(), within(1e-3));
    }
}
