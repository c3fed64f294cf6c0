package vn.nhip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Foreign amounts become đồng by the rate of their own day, exactly, and round only when shown. */
class ConversionTest {

    private static final String COSTS =
            """
            read: {format: csv}
            fields:
              day: {column: day, day: "yyyy-MM-dd"}
              amount: {column: amount, number: "1234.56"}
              currency: {column: currency}
            facts:
              - fact: ad-day
                day: day
                scope: "'total'"
                attribution: "'default'"
                impressions: 0
                clicks: 0
                cost: amount
                currency: currency
            """;

    private static final String RATES =
            """
            read: {format: csv}
            fields:
              day: {column: day, day: "yyyy-MM-dd"}
              currency: {column: currency}
              rate: {column: rate, number: "1234.56"}
            facts:
              - {fact: exchange-rate, day: day, from: currency, to: "'VND'", rate: rate}
            """;

    @TempDir
    private Path home;

    @Test
    void everyKnownConversionComesOutToTheDong() throws IOException {
        List<Shared.Row> rows = Shared.answers("fx_conversions_to_vnd.csv").stream()
                .filter(row -> row.get("from_currency").length() == 3)
                .toList();
        StringBuilder costs = new StringBuilder("day,amount,currency\n");
        StringBuilder rates = new StringBuilder("day,currency,rate\n");
        for (int index = 0; index < rows.size(); index++) {
            Shared.Row row = rows.get(index);
            String currency = row.get("from_currency");
            costs.append(day(index))
                    .append(',')
                    .append(row.get("amount"))
                    .append(',')
                    .append(currency)
                    .append('\n');
            rates.append(day(index))
                    .append(',')
                    .append(currency)
                    .append(',')
                    .append(row.get("rate_to_vnd"))
                    .append('\n');
        }
        prepare();
        give("ads", costs.toString(), COSTS);
        give("rates", rates.toString(), RATES);
        Map<String, JsonNode> values = costs();
        SoftAssertions softly = new SoftAssertions();
        for (int index = 0; index < rows.size(); index++) {
            String value = valueOf(values, day(index).toString()).asText();
            softly.assertThat(new BigDecimal(value).setScale(0, RoundingMode.HALF_UP))
                    .as(rows.get(index).toString())
                    .isEqualByComparingTo(rows.get(index).get("amount_vnd_half_up"));
        }
        softly.assertAll();
        assertThat(rows).hasSizeGreaterThan(50);
    }

    @Test
    void everyDayOfAYearTakesThatYearsAnnualRate() throws IOException {
        Path annual = Shared.require("data/fx_imf_annual/imf_exchangerates_A_ENDA_USD.csv.gz");
        prepare();
        give("ads", "day,amount,currency\n2023-01-01,100,USD\n2023-12-31,100,USD\n2024-06-15,100,USD\n", COSTS);
        run(
                "import",
                annual.toString(),
                "--account",
                "rates",
                "--mapping",
                RealInput.mapping("imf-rates").toString());
        Map<String, JsonNode> values = costs();
        assertThat(valueOf(values, "2023-01-01").asText()).isEqualTo("2378731.916666667");
        assertThat(valueOf(values, "2023-12-31").asText()).isEqualTo("2378731.916666667");
        assertThat(valueOf(values, "2024-06-15").asText()).isEqualTo("2416488.583333334");
    }

    @Test
    void a24AMissingRateMakesTheValueUndefinedAndSaysWhichOne() throws IOException {
        prepare();
        give("ads", "day,amount,currency\n2024-06-15,100,USD\n", COSTS);
        JsonNode value = Objects.requireNonNull(costs().get("2024-06-15"));
        assertThat(value.get("value").isNull()).isTrue();
        assertThat(value.get("reason").asText()).contains("missing-rate").contains("USD 2024-06-15");
    }

    private static JsonNode valueOf(Map<String, JsonNode> values, String start) {
        return Objects.requireNonNull(values.get(start), () -> "no value for " + start)
                .get("value");
    }

    private static LocalDate day(int index) {
        return LocalDate.of(2024, 1, 1).plusDays(index);
    }

    private void prepare() {
        RealInput.init(home, "rates", "Asia/Ho_Chi_Minh", "VND", "2023-01-01");
    }

    private void give(String account, String content, String mapping) throws IOException {
        Path file = Files.writeString(home.resolve(account + ".csv"), content);
        Path how = Files.writeString(home.resolve(account + ".facts.yaml"), mapping);
        run("import", file.toString(), "--account", account, "--mapping", how.toString());
    }

    private Map<String, JsonNode> costs() {
        return run("kpi", "--kpi", "advertising-cost", "--json").byStart();
    }

    private NhipRun run(String... arguments) {
        return NhipRun.nhip(home, arguments).done();
    }
}
