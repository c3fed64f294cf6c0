package vn.nhip.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.spi.Grain;
import vn.nhip.store.Store;

/** The engine against the obvious way, on random businesses. */
class OracleTest {

    private static final int SHOPS = 60;
    private static final int SHOPS_ON_POSTGRES = 6;

    private static final List<Step.Act> ALL = List.of(Step.Act.values());
    private static final List<Step.Act> OFTEN =
            List.of(Step.Act.ORDER, Step.Act.ORDER_ELSEWHERE, Step.Act.REFUND, Step.Act.LEAD, Step.Act.CUSTOMER);

    @TempDir
    Path folder;

    @Test
    void sqliteGivesWhatTheObviousWayGives() {
        try (Store store = Store.sqlite(folder.resolve("oracle.db"))) {
            assertThat(compare(store, SHOPS)).as("values compared").isGreaterThan(20 * SHOPS);
        }
    }

    @Test
    void postgresGivesWhatTheObviousWayGives() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Store store = Store.postgres(postgres.getJdbcUrl("postgres", "postgres"))) {
            assertThat(compare(store, SHOPS_ON_POSTGRES)).as("values compared").isGreaterThan(20 * SHOPS_ON_POSTGRES);
        }
    }

    private static long compare(Store store, int shops) {
        long compared = 0;
        for (int seed = 1; seed <= shops; seed++) {
            RandomShop shop = new RandomShop(store, seed);
            steps(new Random(seed)).forEach(shop::take);
            shop.engine().refresh();
            Oracle oracle = new Oracle(shop.books(), RandomShop.IDENTITIES);
            KpiValues values = new KpiValues(store, seed);
            for (String kpi : RandomShop.CATALOGUE.kpis().keySet()) {
                for (Grain grain : Grain.values()) {
                    for (KpiValue value : values.find(kpi, grain, RandomShop.FIRST, RandomShop.FIRST.plusDays(80))) {
                        compared += check(oracle, value) ? 1 : 0;
                    }
                }
            }
        }
        return compared;
    }

    private static List<Step> steps(Random random) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            List<Step.Act> acts = i % 2 == 0 ? ALL : OFTEN;
            Step.Act act = acts.get(random.nextInt(acts.size()));
            steps.add(new Step(act, random.nextInt(8), random.nextInt(46), random.nextInt(6)));
        }
        return steps;
    }

    /** True when there was a value to compare. */
    private static boolean check(Oracle oracle, KpiValue value) {
        Span span = new Span(value.grain(), value.start());
        Optional<BigDecimal> expected =
                switch (value.kpi()) {
                    case "order-count" -> Optional.of(oracle.orderCount(span));
                    case "sales" -> oracle.sales(span);
                    case "leads" -> Optional.of(oracle.leads(span));
                    case "new-customers" -> Optional.of(size(oracle.fresh(span)));
                    case "active-customers" -> Optional.of(size(oracle.active(Optional.of(90), span)));
                    case "customer-retention-rate-30" -> kept(oracle, Optional.of(30), span);
                    case "customer-retention-rate-period" -> kept(oracle, Optional.empty(), span);
                    case "returned-customers-rate" -> returned(oracle, span);
                    case "customer-satisfaction" -> ratio(oracle.satisfied(span, 4), oracle.satisfied(span, 1));
                    case "average-order-value" ->
                        oracle.sales(span).flatMap(sales -> ratio(sales, oracle.orderCount(span)));
                    case "conversion-rate" ->
                        value.denominator().flatMap(users -> ratio(oracle.webBuyers(span), users));
                    default -> value.value();
                };
        if (value.reason().startsWith("missing-rate") || value.reason().startsWith("zero-denominator")) {
            assertThat(expected).as("%s", value).isEmpty();
        }
        if (value.value().isPresent()) {
            assertThat(expected).as("%s", value).isPresent();
            assertThat(value.value().get()).as("%s", value).isEqualByComparingTo(rounded(expected.get()));
        }
        return value.value().isPresent();
    }

    private static Optional<BigDecimal> kept(Oracle oracle, Optional<Integer> window, Span span) {
        BigDecimal kept = size(oracle.active(window, span)).subtract(size(oracle.fresh(span)));
        return ratio(kept, size(oracle.active(window, before(span))));
    }

    private static Optional<BigDecimal> returned(Oracle oracle, Span span) {
        Set<Long> started = oracle.active(Optional.of(90), before(span));
        long back = oracle.buyers(span).stream().filter(started::contains).count();
        return ratio(BigDecimal.valueOf(back), size(started));
    }

    private static Span before(Span span) {
        return new Span(span.grain(), span.grain().startOf(span.start().minusDays(1)));
    }

    private static Optional<BigDecimal> ratio(BigDecimal over, BigDecimal under) {
        return under.signum() == 0 ? Optional.empty() : Optional.of(over.divide(under, MathContext.DECIMAL128));
    }

    private static BigDecimal size(Set<Long> customers) {
        return BigDecimal.valueOf(customers.size());
    }

    private static BigDecimal rounded(BigDecimal number) {
        return number.round(MathContext.DECIMAL128);
    }
}
