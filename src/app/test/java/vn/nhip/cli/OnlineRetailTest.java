package vn.nhip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 541,909 real order lines through the real commands give exactly the known answers. */
class OnlineRetailTest {

    private static final int MONEY = 6;
    private static final int RATE = 10;

    @TempDir
    private static Path home;

    private static NhipRun imported = new NhipRun(-1, "", "");

    @BeforeAll
    static void importTheWholeFile() throws IOException {
        Path file = Shared.require("data/online_retail_uci/online_retail.csv.gz");
        // Nothing was sold before the file's first day, a Wednesday: history is complete from that week's Monday too,
        // which is what lets the first ISO week count its new customers.
        RealInput.init(home, "online-retail", "Europe/London", "GBP", "2010-11-29");
        imported = NhipRun.nhip(
                        home,
                        "import",
                        file.toString(),
                        "--account",
                        "online-retail",
                        "--mapping",
                        RealInput.mapping("online-retail").toString())
                .done();
    }

    @Test
    void everyLineIsAccountedFor() {
        assertThat(imported.out()).contains("541,909");
    }

    @Test
    void theWayBackLeadsFromANumberToTheLineOfTheFile() {
        String way = NhipRun.nhip(home, "explain", "average-order-value", "2010-12-01", "--facts", "1")
                .done()
                .out();
        assertThat(way)
                .contains("orders.net")
                .contains("58960.79 GBP")
                .contains("325.23 GBP")
                .contains("order online-retail/536365 139.12 GBP")
                .contains("online_retail.csv.gz, line 2 ")
                .contains("536365,85123A,WHITE HANGING HEART T-LIGHT HOLDER,6");
    }

    @Test
    void dailyNumbersEqualTheAnswers() throws IOException {
        compare("online_retail_daily.csv", "date", "day");
    }

    @Test
    void weeklyNumbersEqualTheAnswers() throws IOException {
        compare("online_retail_weekly_iso.csv", "week_start_monday", "week");
    }

    @Test
    void monthlyNumbersEqualTheAnswers() throws IOException {
        compare("online_retail_monthly.csv", "month", "month");
    }

    @Test
    void weeklyRetentionEqualsTheAnswersUnderBothDefinitions() throws IOException {
        retention("online_retail_retention_weekly.csv", "week");
    }

    @Test
    void monthlyRetentionEqualsTheAnswersUnderBothDefinitions() throws IOException {
        retention("online_retail_retention_monthly.csv", "month");
    }

    private static void compare(String answers, String startColumn, String grain) throws IOException {
        SoftAssertions softly = new SoftAssertions();
        Map<String, JsonNode> orders = values("order-count", grain);
        Map<String, JsonNode> sales = values("sales", grain);
        Map<String, JsonNode> aov = values("average-order-value", grain);
        Map<String, JsonNode> grossAov = values("average-order-value-gross", grain);
        Map<String, JsonNode> customers = values("new-customers", grain);
        for (Shared.Row row : Shared.answers(answers)) {
            String start = start(row.get(startColumn));
            equal(softly, row, "orders", Optional.ofNullable(orders.get(start)), 0);
            equal(softly, row, "net_sales", Optional.ofNullable(sales.get(start)), MONEY);
            equal(softly, row, "aov_net", Optional.ofNullable(aov.get(start)), MONEY);
            equal(softly, row, "aov_gross", Optional.ofNullable(grossAov.get(start)), MONEY);
            equal(softly, row, "new_customers", Optional.ofNullable(customers.get(start)), 0);
        }
        softly.assertAll();
    }

    private static void retention(String answers, String grain) throws IOException {
        SoftAssertions softly = new SoftAssertions();
        Map<String, Map<String, JsonNode>> byDefinition = Map.of(
                "A_period", values("customer-retention-rate-period", grain),
                "B_trailing30", values("customer-retention-rate-30", grain),
                "B_trailing60", values("customer-retention-rate-60", grain),
                "B_trailing90", values("customer-retention-rate", grain));
        List<Shared.Row> rows = Shared.answers(answers);
        for (Shared.Row row : rows) {
            Map<String, JsonNode> values =
                    byDefinition.getOrDefault(row.get("definition") + row.get("window_days"), Map.of());
            equal(softly, row, "retention_rate", Optional.ofNullable(values.get(row.get("start"))), RATE);
        }
        assertThat(rows).hasSizeGreaterThan(40);
        softly.assertAll();
    }

    private static Map<String, JsonNode> values(String kpi, String grain) {
        return NhipRun.nhip(home, "kpi", "--kpi", kpi, "--cadence", grain, "--json")
                .done()
                .byStart();
    }

    private static String start(String text) {
        return text.length() == "2010-12".length() ? text + "-01" : text;
    }

    private static void equal(
            SoftAssertions softly, Shared.Row row, String column, Optional<JsonNode> found, int scale) {
        String expected = row.get(column);
        Optional<BigDecimal> value = found.map(node -> node.get("value"))
                .filter(node -> !node.isNull())
                .map(node -> new BigDecimal(node.asText()).setScale(scale, RoundingMode.HALF_UP));
        Optional<BigDecimal> wanted = Optional.of(expected)
                .filter(text -> !text.isEmpty())
                .map(text -> new BigDecimal(text).setScale(scale, RoundingMode.UNNECESSARY));
        softly.assertThat(found).as("%s %s", row, column).isPresent();
        softly.assertThat(value).as("%s %s", row, column).isEqualTo(wanted);
    }
}
