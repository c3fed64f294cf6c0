package vn.nhip.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OccasionsTest {

    private static final List<String> TET = List.of(
            "2020-01-25",
            "2021-02-12",
            "2022-02-01",
            "2023-01-22",
            "2024-02-10",
            "2025-01-29",
            "2026-02-17",
            "2027-02-06",
            "2028-01-26",
            "2029-02-13",
            "2030-02-02",
            "2031-01-23",
            "2032-02-11",
            "2033-01-31",
            "2034-02-19",
            "2035-02-08");

    @Test
    void tetIsVietnamsAlsoWhereChinasIsAnotherDay() {
        for (int i = 0; i < TET.size(); i++) {
            assertThat(Occasions.tet(2020 + i)).isEqualTo(TET.get(i));
        }
        assertThat(Occasions.tet(2007)).isEqualTo("2007-02-17");
        assertThat(Occasions.tet(1985)).isEqualTo("1985-01-21");
    }

    @Test
    void theMoonsDaysAgreeWithThreeOtherReckonings() throws IOException {
        Path reckoned = Path.of(
                System.getProperty("nhip.shared", "../shared"),
                "data/vn_holidays/tet_and_lunar_holidays_1976_2050.csv");
        assumeThat(reckoned)
                .as("the reckoned lunar days are not on this machine")
                .exists();
        for (String line : Files.readAllLines(reckoned).stream().skip(1).toList()) {
            int year = Integer.parseInt(line.substring(0, 4));
            assertThat(line)
                    .startsWith(year + "," + Moon.day(year, 1, 1) + "," + Moon.day(year, 3, 10) + ","
                            + Moon.day(year, 8, 15));
        }
    }

    @Test
    void aDayHasTheSameKeyInEveryYear() {
        Occasions occasions = Occasions.between(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 12, 31));
        assertThat(occasions.on(LocalDate.of(2025, 1, 26))).contains("tet-3");
        assertThat(occasions.on(LocalDate.of(2026, 2, 14))).contains("tet-3");
        assertThat(occasions.on(LocalDate.of(2025, 4, 7))).contains("hung-kings");
        assertThat(occasions.on(LocalDate.of(2026, 9, 2))).contains("09-02");
        assertThat(occasions.on(LocalDate.of(2026, 11, 11))).contains("11-11");
        assertThat(occasions.on(LocalDate.of(2026, 11, 12))).isEmpty();
    }

    @Test
    void daysAreCountedFromTheNearestTet() {
        assertThat(Occasions.fromTet(LocalDate.of(2026, 2, 17))).isZero();
        assertThat(Occasions.fromTet(LocalDate.of(2025, 12, 31))).isEqualTo(-48);
        assertThat(Occasions.fromTet(LocalDate.of(2026, 3, 1))).isEqualTo(12);
    }

    @Test
    void aWeekOrMonthIsAnotherThanUsualFromTwoWeeksBeforeTetToTenDaysAfterIt() {
        assertThat(touched("2025-01-01", "2025-01-31")).isTrue();
        assertThat(touched("2025-02-01", "2025-02-28")).isTrue();
        assertThat(touched("2026-01-01", "2026-01-31")).isFalse();
        assertThat(touched("2026-02-01", "2026-02-28")).isTrue();
        assertThat(touched("2026-01-26", "2026-02-01")).isFalse();
        assertThat(touched("2026-02-02", "2026-02-08")).isTrue();
        assertThat(touched("2026-02-23", "2026-03-01")).isTrue();
        assertThat(touched("2026-03-02", "2026-03-08")).isFalse();
    }

    private static boolean touched(String first, String last) {
        return Occasions.touchTet(LocalDate.parse(first), LocalDate.parse(last));
    }
}
