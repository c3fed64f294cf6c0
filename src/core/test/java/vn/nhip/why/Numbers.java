package vn.nhip.why;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.kpi.KpiValue;
import vn.nhip.spi.Grain;

/** Published numbers, said by hand. */
final class Numbers implements Published {

    private static final KpiValue.Standing WHOLE =
            new KpiValue.Standing(KpiValue.State.SETTLED, Optional.empty(), false, Instant.EPOCH);

    private final List<KpiValue> values = new ArrayList<>();
    private final Map<String, BigDecimal> metrics = new HashMap<>();

    private record Key(String kpi, Grain grain, LocalDate start, KpiValue.Breakdown of) {

        static Key whole(String kpi, Grain grain, LocalDate start) {
            return new Key(kpi, grain, start, KpiValue.Breakdown.TOTAL);
        }

        static Key part(KpiValue whole, String channel) {
            return new Key(whole.kpi(), whole.grain(), whole.start(), new KpiValue.Breakdown("channel", channel));
        }
    }

    KpiValue sum(String kpi, Grain grain, LocalDate start, long amount) {
        return add(Key.whole(kpi, grain, start), amount, Optional.empty());
    }

    KpiValue ratio(String kpi, Grain grain, LocalDate start, Fraction fraction) {
        return add(Key.whole(kpi, grain, start), fraction.over().longValue(), Optional.of(fraction.under()));
    }

    void part(KpiValue whole, String channel, long amount) {
        add(Key.part(whole, channel), amount, Optional.empty());
    }

    void part(KpiValue whole, String channel, Fraction fraction) {
        add(Key.part(whole, channel), fraction.over().longValue(), Optional.of(fraction.under()));
    }

    void metric(String id, LocalDate start, long sum) {
        metrics.put(id + start, BigDecimal.valueOf(sum));
    }

    private KpiValue add(Key key, long over, Optional<BigDecimal> under) {
        Optional<BigDecimal> value = under.isEmpty()
                ? Optional.of(BigDecimal.valueOf(over))
                : under.filter(it -> it.signum() != 0)
                        .map(it -> BigDecimal.valueOf(over).divide(it, MathContext.DECIMAL128));
        KpiValue made = new KpiValue(
                key.kpi(),
                1,
                key.grain(),
                key.start(),
                key.of(),
                Optional.of(BigDecimal.valueOf(over)),
                under,
                value,
                "",
                WHOLE);
        values.add(made);
        return made;
    }

    @Override
    public Optional<KpiValue> value(String kpi, Grain grain, LocalDate start) {
        return of(kpi, grain, start, "").stream().findFirst();
    }

    @Override
    public List<KpiValue> parts(String kpi, Grain grain, LocalDate start, String dimension) {
        return of(kpi, grain, start, dimension);
    }

    private List<KpiValue> of(String kpi, Grain grain, LocalDate start, String dimension) {
        return values.stream()
                .filter(value -> value.kpi().equals(kpi)
                        && value.grain() == grain
                        && value.start().equals(start)
                        && value.of().dimension().equals(dimension))
                .toList();
    }

    @Override
    public Map<String, BigDecimal> metrics(Collection<String> ids, Grain grain, LocalDate start) {
        Map<String, BigDecimal> found = new HashMap<>();
        ids.forEach(id -> found.put(id, metrics.getOrDefault(id + start, BigDecimal.ZERO)));
        return found;
    }
}
