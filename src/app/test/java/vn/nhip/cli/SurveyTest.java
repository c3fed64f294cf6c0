package vn.nhip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nine years of a real survey, nine shapes of file, through the real commands: satisfaction equals the answers. */
class SurveyTest {

    private static final int FIRST = 2010;
    private static final int LAST = 2018;

    @TempDir
    private static Path home;

    @BeforeAll
    static void importNineYears() throws IOException {
        Shared.require("data/sfo_customer_survey/2010_SFO_Customer_Survey_20250817.csv.gz");
        RealInput.init(home, "survey", "America/Los_Angeles", "USD", "2010-01-01");
        for (int year = FIRST; year <= LAST; year++) {
            Path file = Shared.require("data/sfo_customer_survey/" + year + "_SFO_Customer_Survey_20250817.csv.gz");
            NhipRun.nhip(
                            home,
                            "import",
                            file.toString(),
                            "--account",
                            "survey-" + year,
                            "--mapping",
                            RealInput.mapping("sfo-survey-" + year).toString())
                    .done();
        }
    }

    @Test
    void everyDayEqualsTheAnswers() throws IOException {
        Map<String, JsonNode> values = values();
        SoftAssertions softly = new SoftAssertions();
        int days = 0;
        for (Shared.Row row : Shared.answers("sfo_csat_daily.csv")) {
            if (row.get("date").matches("\\d{4}-\\d{2}-\\d{2}")
                    && !row.get("csat_top2box").isEmpty()) {
                Optional<BigDecimal> rate =
                        Optional.ofNullable(values.get(row.get("date"))).map(SurveyTest::rate);
                softly.assertThat(rate).as(row.toString()).hasValueSatisfying(value -> assertThat(value)
                        .isEqualByComparingTo(row.get("csat_top2box")));
                days++;
            }
        }
        assertThat(days).isGreaterThan(100);
        softly.assertAll();
    }

    @Test
    void everyYearAddsUpToTheAnswers() throws IOException {
        Map<String, long[]> years = new HashMap<>();
        values().forEach((day, value) -> {
            if (!value.get("denominator").isNull()) {
                long[] sums = years.computeIfAbsent(day.substring(0, 4), year -> new long[2]);
                sums[0] += new BigDecimal(value.get("numerator").asText()).longValueExact();
                sums[1] += new BigDecimal(value.get("denominator").asText()).longValueExact();
            }
        });
        Map<String, Shared.Row> undated = undated();
        for (Shared.Row row : Shared.answers("sfo_csat_yearly.csv")) {
            long[] sums = years.getOrDefault(row.get("year"), new long[2]);
            Optional<Shared.Row> without = Optional.ofNullable(undated.get(row.get("year")));
            assertThat(sums[0] + count(without, "top2_4_5"))
                    .as("4 and 5 of " + row.get("year"))
                    .isEqualTo(Long.parseLong(row.get("top2_4_5")));
            assertThat(sums[1] + count(without, "valid_1_5"))
                    .as("valid answers of " + row.get("year"))
                    .isEqualTo(Long.parseLong(row.get("valid_1_5")));
        }
    }

    /** Answers whose day nobody wrote down: they count in the published year and stand in quarantine here. */
    private static Map<String, Shared.Row> undated() throws IOException {
        Map<String, Shared.Row> rows = new HashMap<>();
        for (Shared.Row row : Shared.answers("sfo_csat_daily.csv")) {
            if (!row.get("date").matches("\\d{4}-\\d{2}-\\d{2}")) {
                rows.put(row.get("year"), row);
            }
        }
        return rows;
    }

    private static long count(Optional<Shared.Row> row, String column) {
        return row.map(cells -> Long.parseLong(cells.get(column))).orElse(0L);
    }

    private static Map<String, JsonNode> values() {
        return NhipRun.nhip(home, "kpi", "--kpi", "customer-satisfaction", "--cadence", "day", "--json")
                .done()
                .byStart();
    }

    private static BigDecimal rate(JsonNode value) {
        return new BigDecimal(value.get("value").asText()).setScale(10, RoundingMode.HALF_UP);
    }
}
