package vn.nhip.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LunarDaysTest {
    @Test
    void theTableAgreesWithTheComputedCalendar() throws IOException {
        Path computed = Path.of(
                System.getProperty("nhip.shared", "../shared"),
                "data/vn_holidays/tet_and_lunar_holidays_1976_2050.csv");
        assumeThat(computed)
                .as("the computed lunar calendar is not on this machine")
                .exists();
        List<String> lines = Files.readAllLines(computed);
        for (int year = 2022; year <= 2035; year++) {
            LunarDays days = LunarDays.of(year);
            String expected = String.join(
                    ",",
                    String.valueOf(year),
                    days.tet().toString(),
                    days.hungKings().toString(),
                    days.midAutumn().toString());
            assertThat(lines).anyMatch(line -> line.startsWith(expected));
        }
    }

    @Test
    void daysAreCountedFromTheNearestTet() {
        assertThat(LunarDays.fromTet(LocalDate.parse("2026-02-17"))).isZero();
        assertThat(LunarDays.fromTet(LocalDate.parse("2026-02-16"))).isEqualTo(-1);
        assertThat(LunarDays.fromTet(LocalDate.parse("2025-12-31"))).isEqualTo(-48);
    }

    @Test
    void aYearOutsideTheTableIsRefused() {
        assertThatThrownBy(() -> LunarDays.of(2040)).hasMessageContaining("knows 2022 to 2035");
    }
}
