package vn.nhip.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.nhip.spi.AdDay;
import vn.nhip.spi.ExchangeRate;
import vn.nhip.spi.Fact;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.MetricDay;
import vn.nhip.spi.Money;
import vn.nhip.spi.Scope;

class FactTableTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 9);

    @Test
    void whereDaysAreStretchesOfKeysTheKeyBeginsWithTheDay() {
        Money none = Money.of("0", "VND");
        List<Fact> facts = List.of(
                Samples.traffic(9, 1),
                new AdDay(
                        DAY,
                        Scope.TOTAL,
                        AdDay.Campaign.ALL,
                        "7d",
                        0,
                        0,
                        none,
                        new AdDay.Conversions(BigDecimal.ONE, none)),
                new ExchangeRate(DAY, DAY, Currency.getInstance("USD"), Currency.getInstance("VND"), BigDecimal.TEN),
                new MetricDay(DAY, "visitors", Map.of(), BigDecimal.ONE, Optional.empty()));
        assertThat(facts).extracting(Fact::key).allMatch(key -> key.startsWith("2026-03-09|"));
        assertThat(Arrays.stream(FactKind.values())
                        .filter(kind -> FactTable.of(kind).keyedByDay()))
                .containsExactlyInAnyOrderElementsOf(
                        facts.stream().map(Fact::kind).toList());
    }
}
