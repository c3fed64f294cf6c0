package vn.nhip.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nhip.catalogue.Shipped;
import vn.nhip.spi.Grain;
import vn.nhip.store.Store;

class OnlineRetailTest {

    private static final LocalDate FIRST = LocalDate.of(2010, 12, 1);
    private static final LocalDate LAST = LocalDate.of(2011, 12, 9);

    private static final int EXACT = -1;

    @TempDir
    static Path folder;

    private static Store store;
    private static KpiValues values;

    @BeforeAll
    static void loadOnce() throws IOException {
        Assumptions.assumeTrue(
                OnlineRetail.present(), "Online Retail is not at " + OnlineRetail.SHARED + ": set -Dnhip.shared");
        store = Store.sqlite(folder.resolve("retail.db"));
        Books books = new Books(store, 1, "GBP", List.of("shop"));
        OnlineRetail.load(books);
        books.completeThrough("shop", LAST, 0);
        new KpiEngine(
                        store,
                        Shipped.catalogue(),
                        books.config("GBP", Optional.of(FIRST), Optional.empty(), Map.of()),
                        Books.noon(LAST.plusDays(1)))
                .refresh();
        values = new KpiValues(store, 1);
    }

    @AfterAll
    static void close() {
        if (store != null) {
            store.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"daily, DAY, 0", "weekly_iso, WEEK, 1", "monthly, MONTH, 0"})
    void everyPublishedPeriodIsExact(String file, Grain grain, int startColumn) throws IOException {
        List<String> lines = OnlineRetail.answer(file);
        List<String> names = List.of(lines.get(0).split(",", -1));
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(",", -1));
            String start = cells.get(startColumn);
            LocalDate day = LocalDate.parse(start.length() == 7 ? start + "-01" : start);
            check("order-count", grain, day, cells.get(names.indexOf("orders")), EXACT);
            check("sales", grain, day, cells.get(names.indexOf("net_sales")), EXACT);
            check("gross-sales", grain, day, cells.get(names.indexOf("gross_sales")), EXACT);
            check("average-order-value", grain, day, cells.get(names.indexOf("aov_net")), 6);
            check("average-order-value-gross", grain, day, cells.get(names.indexOf("aov_gross")), 6);
            boolean history = !day.isBefore(FIRST);
            check("new-customers", grain, day, history ? cells.get(names.indexOf("new_customers")) : "", EXACT);
        }
    }

    @ParameterizedTest
    @CsvSource({"weekly, WEEK", "monthly, MONTH"})
    void everyPublishedRetentionIsExact(String file, Grain grain) throws IOException {
        Map<String, String> kpis = Map.of(
                "", "customer-retention-rate-period",
                "30", "customer-retention-rate-30",
                "60", "customer-retention-rate-60",
                "90", "customer-retention-rate");
        List<String> lines = OnlineRetail.answer("retention_" + file);
        Map<String, Integer> seen = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(",", -1));
            String kpi = kpis.getOrDefault(cells.get(4), "");
            LocalDate start = LocalDate.parse(cells.get(1));
            check(kpi, grain, start, cells.get(8), 10);
            KpiValue value = values.find(kpi, grain, start, start).get(0);
            assertThat(value.denominator()).as(line).hasValue(new BigDecimal(cells.get(5)));
            BigDecimal kept = new BigDecimal(cells.get(6)).subtract(new BigDecimal(cells.get(7)));
            assertThat(value.numerator()).as(line).hasValue(kept);
            seen.merge(kpi, 1, Integer::sum);
        }
        seen.forEach((kpi, count) -> {
            long defined = values.find(kpi, grain, FIRST.minusDays(30), LAST).stream()
                    .filter(value -> value.denominator().isPresent())
                    .count();
            assertThat(defined)
                    .as("%s has no value beyond the published ones", kpi)
                    .isEqualTo(count.longValue());
        });
    }

    @Test
    void periodsThatBeginBeforeTheFirstDayOrEndAfterTheLastAreMarkedPartial() {
        assertThat(partial("sales", Grain.WEEK, LocalDate.of(2010, 11, 29))).isTrue();
        assertThat(partial("sales", Grain.WEEK, LocalDate.of(2010, 12, 6))).isFalse();
        assertThat(partial("sales", Grain.MONTH, LocalDate.of(2010, 12, 1))).isFalse();
        assertThat(partial("sales", Grain.MONTH, LocalDate.of(2011, 12, 1))).isTrue();
        assertThat(partial("sales", Grain.DAY, LAST)).isFalse();
    }

    private static boolean partial(String kpi, Grain grain, LocalDate start) {
        return values.find(kpi, grain, start, start).get(0).standing().partial();
    }

    private static void check(String kpi, Grain grain, LocalDate start, String expected, int scale) {
        List<KpiValue> found = values.find(kpi, grain, start, start);
        assertThat(found).as("%s %s", kpi, start).hasSize(1);
        Optional<BigDecimal> value = found.get(0).value();
        if (expected.isEmpty()) {
            assertThat(value).as("%s %s %s", kpi, grain, start).isEmpty();
        } else {
            assertThat(value)
                    .as("%s %s %s (%s)", kpi, grain, start, found.get(0).reason())
                    .isPresent();
            BigDecimal shown = scale == EXACT ? value.get() : value.get().setScale(scale, RoundingMode.HALF_UP);
            assertThat(shown).as("%s %s %s", kpi, grain, start).isEqualByComparingTo(expected);
        }
    }
}
