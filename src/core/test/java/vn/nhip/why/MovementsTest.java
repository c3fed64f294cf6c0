package vn.nhip.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.Kpi;
import vn.nhip.catalogue.Shipped;
import vn.nhip.kpi.KpiValue;
import vn.nhip.spi.Grain;
import vn.nhip.why.Movement.Obstacle;

/** Changes of the shipped KPIs, taken apart. */
class MovementsTest {

    private static final Catalogue CATALOGUE = Shipped.catalogue();
    private static final LocalDate NOW = LocalDate.of(2026, 11, 16);
    private static final LocalDate BEFORE = NOW.minusWeeks(1);
    private static final LocalDate MONTH = LocalDate.of(2026, 10, 1);
    private static final LocalDate MONTH_BEFORE = LocalDate.of(2026, 9, 1);

    private final Numbers numbers = new Numbers();

    private Movement movement(KpiValue now) {
        Kpi kpi = CATALOGUE.findKpi(now.kpi()).orElseThrow();
        return new Movements(CATALOGUE, numbers).of(kpi, now, Comparison.PREVIOUS);
    }

    private static Fraction of(long over, long under) {
        return new Fraction(BigDecimal.valueOf(over), BigDecimal.valueOf(under));
    }

    private static BigDecimal share(Split split, String name) {
        return split.shares().stream()
                .filter(share -> share.name().equals(Optional.of(name)))
                .map(Share::amount)
                .findFirst()
                .orElseThrow();
    }

    private static Split split(Movement movement, Split.Kind kind) {
        Split split = movement.splits().stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow();
        BigDecimal sum = split.shares().stream().map(Share::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isCloseTo(movement.change().orElseThrow(), within(new BigDecimal("1E-9")));
        return split;
    }

    @Test
    void salesMoveByChannelByOrdersTimesTheirValueAndByRefunds() {
        KpiValue before = numbers.sum("sales", Grain.WEEK, BEFORE, 1_000);
        numbers.part(before, "facebook", 700);
        numbers.part(before, "web", 250);
        KpiValue now = numbers.sum("sales", Grain.WEEK, NOW, 900);
        numbers.part(now, "facebook", 500);
        numbers.part(now, "zalo", 300);
        numbers.ratio("average-order-value", Grain.WEEK, BEFORE, of(1_000, 10));
        numbers.ratio("average-order-value", Grain.WEEK, NOW, of(900, 12));
        numbers.metric("orders.net", BEFORE, 1_050);
        numbers.metric("refunds.amount", BEFORE, 50);
        numbers.metric("orders.net", NOW, 1_000);
        numbers.metric("refunds.amount", NOW, 100);
        Movement movement = movement(now);
        Split channels = split(movement, Split.Kind.PARTS);
        assertThat(share(channels, "facebook")).isEqualByComparingTo("-200");
        assertThat(share(channels, "web")).isEqualByComparingTo("-250");
        assertThat(share(channels, "zalo")).isEqualByComparingTo("300");
        assertThat(channels.shares())
                .filteredOn(share -> share.name().isEmpty())
                .singleElement()
                .extracting(Share::amount)
                .isEqualTo(BigDecimal.valueOf(50));
        Split product = split(movement, Split.Kind.PRODUCT);
        assertThat(product.by()).isEqualTo("average-order-value");
        assertThat(share(product, Split.VOLUME)).isEqualByComparingTo("175");
        assertThat(share(product, Split.AVERAGE)).isEqualByComparingTo("-275");
        assertThat(share(split(movement, Split.Kind.TERMS), "refunds.amount")).isEqualByComparingTo("-50");
    }

    @Test
    void anAverageMovesByRateAndMixOfItsChannels() {
        KpiValue before = numbers.ratio("average-order-value", Grain.WEEK, BEFORE, of(1_000, 10));
        numbers.part(before, "web", of(600, 5));
        numbers.part(before, "shop", of(400, 5));
        KpiValue now = numbers.ratio("average-order-value", Grain.WEEK, NOW, of(880, 10));
        numbers.part(now, "web", of(240, 2));
        numbers.part(now, "shop", of(640, 8));
        Movement movement = movement(now);
        Split channels = split(movement, Split.Kind.MIX);
        assertThat(channels.shares()).allSatisfy(share -> {
            assertThat(share.effects().orElseThrow().rate()).isZero();
            assertThat(share.amount()).isNegative();
        });
        split(movement, Split.Kind.SIDES);
    }

    @Test
    void theValueOfACustomerMovesByWhatItIsMadeOf() {
        numbers.ratio("customer-retention-rate", Grain.MONTH, MONTH_BEFORE, of(8, 10));
        numbers.ratio("customer-retention-rate", Grain.MONTH, MONTH, of(9, 10));
        numbers.sum("revenue-per-customer", Grain.MONTH, MONTH_BEFORE, 100);
        numbers.sum("revenue-per-customer", Grain.MONTH, MONTH, 90);
        numbers.sum("retention-cost-per-customer", Grain.MONTH, MONTH_BEFORE, 20);
        numbers.sum("retention-cost-per-customer", Grain.MONTH, MONTH, 30);
        numbers.sum("customer-lifetime-value", Grain.MONTH, MONTH_BEFORE, 480);
        Movement movement = movement(numbers.sum("customer-lifetime-value", Grain.MONTH, MONTH, 870));
        Split inputs = split(movement, Split.Kind.INPUTS);
        assertThat(share(inputs, "revenue_per_customer")).isEqualByComparingTo("-75");
        assertThat(share(inputs, "customer_retention_rate")).isEqualByComparingTo("475");
        assertThat(share(inputs, "retention_cost_per_customer")).isEqualByComparingTo("-10");
    }

    @Test
    void whatDoesNotMakeTheChangeIsNotShown() {
        numbers.sum("customer-lifetime-value", Grain.MONTH, MONTH_BEFORE, 480);
        KpiValue now = numbers.sum("customer-lifetime-value", Grain.MONTH, MONTH, 870);
        for (LocalDate month : List.of(MONTH_BEFORE, MONTH)) {
            numbers.ratio("customer-retention-rate", Grain.MONTH, month, of(8, 10));
            numbers.sum("revenue-per-customer", Grain.MONTH, month, 100);
            numbers.sum("retention-cost-per-customer", Grain.MONTH, month, 20);
        }
        assertThat(movement(now).splits()).isEmpty();
        assertThat(movement(now).obstacle()).hasValue(Obstacle.NO_PARTS);
    }

    @Test
    void usersAreNeverTakenApart() {
        numbers.sum("website-traffic", Grain.WEEK, BEFORE, 900);
        Movement movement = movement(numbers.sum("website-traffic", Grain.WEEK, NOW, 1_000));
        assertThat(movement.change()).hasValue(BigDecimal.valueOf(100));
        assertThat(movement.splits()).isEmpty();
        assertThat(movement.obstacle()).hasValue(Obstacle.COUNTED_ANEW);
    }

    @Test
    void withoutAPeriodToCompareWithThereIsNoChange() {
        Movement movement = movement(numbers.sum("sales", Grain.WEEK, NOW, 900));
        assertThat(movement.start()).isEqualTo(BEFORE);
        assertThat(movement.change()).isEmpty();
        assertThat(movement.obstacle()).hasValue(Obstacle.NO_HISTORY);
    }

    @Test
    void aMissingDenominatorGivesNoChangeAndNoShares() {
        numbers.ratio("average-order-value", Grain.WEEK, BEFORE, of(0, 0));
        Movement movement = movement(numbers.ratio("average-order-value", Grain.WEEK, NOW, of(900, 12)));
        assertThat(movement.change()).isEmpty();
        assertThat(movement.splits()).isEmpty();
        assertThat(movement.obstacle()).hasValue(Obstacle.UNDEFINED);
    }
}
