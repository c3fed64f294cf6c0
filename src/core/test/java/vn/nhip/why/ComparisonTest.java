package vn.nhip.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nhip.season.Occasions;
import vn.nhip.spi.Grain;

class ComparisonTest {

    @ParameterizedTest
    @CsvSource({
        "DAY, WEEK_BEFORE, 2026-11-22, 2026-11-15",
        "DAY, PREVIOUS, 2026-11-22, 2026-11-21",
        "DAY, YEAR, 2026-11-22, 2025-11-23",
        "WEEK, PREVIOUS, 2026-11-16, 2026-11-09",
        "WEEK, YEAR, 2026-11-16, 2025-11-17",
        "MONTH, PREVIOUS, 2026-03-01, 2026-02-01",
        "MONTH, YEAR, 2026-02-01, 2025-02-01",
        // the first day of Tết: 17/02/2026, 29/01/2025; 06/02/2027
        "DAY, TET, 2026-02-17, 2025-01-29",
        "DAY, TET, 2026-02-10, 2025-01-22",
        "DAY, TET, 2027-02-06, 2026-02-17",
        "WEEK, TET, 2026-02-16, 2025-01-27",
        "MONTH, TET, 2026-02-01, 2025-01-01",
    })
    void eachKnowsItsPeriod(Grain grain, Comparison comparison, LocalDate start, LocalDate with) {
        assertThat(comparison.of(grain, start)).isEqualTo(with);
    }

    @Test
    void aroundTetTheDistanceCountsAndElsewhereTheWeekday() {
        for (int i = 0; i < 1_000; i++) {
            LocalDate day = LocalDate.of(2025, 1, 1).plusDays(i);
            LocalDate with = Comparison.TET.of(Grain.DAY, day);
            long off = Math.abs(Occasions.fromTet(day) - Occasions.fromTet(with));
            if (Occasions.aroundTet(day)) {
                assertThat(off).as(day.toString()).isZero();
            } else {
                assertThat(with.getDayOfWeek()).isEqualTo(day.getDayOfWeek());
            }
            assertThat(with).isBetween(day.minusDays(395), day.minusDays(330));
        }
    }
}
