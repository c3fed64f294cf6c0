package vn.nhip.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The shares of a change make it within a billionth, also of zeros, losses, and parts that come and go. */
class ContributionsTest {

    private static final int CASES = 10_000;
    private static final BigDecimal BILLIONTH = new BigDecimal("1E-9");
    private static final List<Function<Map<String, BigDecimal>, Optional<BigDecimal>>> FORMULAS = List.of(
            in -> Optional.of(get(in, 0).multiply(get(in, 1)).multiply(get(in, 2))),
            in -> Optional.of(get(in, 0).multiply(get(in, 1)).subtract(get(in, 2))),
            in -> new Fraction(get(in, 0).multiply(get(in, 2)), get(in, 1)).rate(),
            in -> Optional.of(get(in, 0).min(get(in, 1)).add(get(in, 2))));

    private static BigDecimal get(Map<String, BigDecimal> inputs, int index) {
        return inputs.getOrDefault(Integer.toString(index), BigDecimal.ZERO);
    }

    /** Of 4 to 32 amounts: zeros often, small whole numbers, and money with all its decimals, gains and losses. */
    private static List<BigDecimal> amounts(long seed) {
        Random random = new Random(seed);
        return Stream.generate(() -> amount(random))
                .limit(4 + random.nextInt(29))
                .toList();
    }

    private static BigDecimal amount(Random random) {
        int kind = random.nextInt(10);
        if (kind < 2) {
            return BigDecimal.ZERO;
        }
        return kind < 5
                ? BigDecimal.valueOf(random.nextInt(12) - 3)
                : BigDecimal.valueOf((long) (random.nextGaussian() * 1e12), 6);
    }

    private static BigDecimal sum(List<Share> shares) {
        return shares.stream().map(Share::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Property(tries = CASES)
    void theSharesOfASumMakeItsChange(@ForAll long seed) {
        List<BigDecimal> amounts = amounts(seed);
        Map<String, Pair<BigDecimal>> parts = new LinkedHashMap<>();
        for (int i = 2; i + 1 < amounts.size(); i += 2) {
            parts.put(Integer.toString(i), new Pair<>(amounts.get(i), amounts.get(i + 1)));
        }
        Pair<BigDecimal> whole = new Pair<>(amounts.get(0), amounts.get(1));
        assertThat(sum(Sums.split(whole, parts)))
                .isEqualByComparingTo(whole.now().subtract(whole.before()));
    }

    @Property(tries = CASES)
    void theSharesOfARatioMakeItsChangeOrThereAreNone(@ForAll long seed) {
        List<BigDecimal> amounts = amounts(seed);
        Map<String, Pair<Fraction>> parts = new LinkedHashMap<>();
        Fraction before = Fraction.NOTHING;
        Fraction now = Fraction.NOTHING;
        for (int i = 0; i + 3 < amounts.size(); i += 4) {
            Fraction was = new Fraction(amounts.get(i), amounts.get(i + 1));
            Fraction is = new Fraction(amounts.get(i + 2), amounts.get(i + 3));
            before = before.plus(was);
            now = now.plus(is);
            if (i != 4) { // what the second part would be is nobody's
                parts.put(Integer.toString(i), new Pair<>(was, is));
            }
        }
        Optional<List<Share>> shares = Ratios.split(new Pair<>(before, now), parts);
        boolean defined = before.under().signum() != 0 && now.under().signum() != 0;
        assertThat(shares.isPresent()).isEqualTo(defined);
        if (defined) {
            BigDecimal change = now.rate().orElseThrow().subtract(before.rate().orElseThrow());
            assertThat(sum(shares.orElseThrow())).isCloseTo(change, within(BILLIONTH));
            shares.orElseThrow().forEach(share -> {
                Share.Effects effects = share.effects().orElseThrow();
                assertThat(effects.rate().add(effects.mix())).isEqualByComparingTo(share.amount());
            });
        }
    }

    @Property(tries = CASES)
    void theSharesOfAFormulaMakeItsChangeOrThereAreNone(@ForAll long seed) {
        List<BigDecimal> amounts = amounts(seed);
        Map<String, Pair<BigDecimal>> inputs = new LinkedHashMap<>();
        for (int i = 0; i < 3; i++) {
            inputs.put(Integer.toString(i), new Pair<>(amounts.get(i), amounts.get((i + 3) % amounts.size())));
        }
        Map<String, BigDecimal> before = new LinkedHashMap<>();
        Map<String, BigDecimal> now = new LinkedHashMap<>();
        inputs.forEach((name, pair) -> before.put(name, pair.before()));
        inputs.forEach((name, pair) -> now.put(name, pair.now()));
        Function<Map<String, BigDecimal>, Optional<BigDecimal>> formula = FORMULAS.get(amounts.size() % 4);
        Optional<List<Share>> shares = Factors.split(inputs, formula);
        boolean defined =
                formula.apply(before).isPresent() && formula.apply(now).isPresent();
        assertThat(shares.isPresent()).isEqualTo(defined);
        shares.ifPresent(found -> assertThat(sum(found))
                .isCloseTo(
                        formula.apply(now)
                                .orElseThrow()
                                .subtract(formula.apply(before).orElseThrow()),
                        within(BILLIONTH)));
    }

    private static Fraction of(long over, long under) {
        return new Fraction(BigDecimal.valueOf(over), BigDecimal.valueOf(under));
    }

    @Test
    void aRatioCanFallThoughEachOfItsPartsRose() {
        List<Share> shares = Ratios.split(
                        new Pair<>(of(51, 200), of(33, 200)),
                        Map.of(
                                "shop", new Pair<>(of(50, 100), of(11, 20)),
                                "web", new Pair<>(of(1, 100), of(22, 180))))
                .orElseThrow();
        BigDecimal rates = shares.stream()
                .map(share -> share.effects().orElseThrow().rate())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal mixes = shares.stream()
                .map(share -> share.effects().orElseThrow().mix())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(rates).isPositive();
        assertThat(mixes).isNegative();
        assertThat(rates.add(mixes)).isEqualByComparingTo("-0.09");
    }

    @Test
    void ofAProductEachFactorCountsWithTheMiddleOfTheOther() {
        Map<String, Pair<BigDecimal>> inputs = new LinkedHashMap<>();
        inputs.put("0", new Pair<>(BigDecimal.valueOf(10), BigDecimal.valueOf(12)));
        inputs.put("1", new Pair<>(BigDecimal.valueOf(100), BigDecimal.valueOf(90)));
        List<Share> shares = Factors.split(inputs, in -> Optional.of(get(in, 0).multiply(get(in, 1))))
                .orElseThrow();
        assertThat(shares.get(0).amount()).isEqualByComparingTo("190");
        assertThat(shares.get(1).amount()).isEqualByComparingTo("-110");
    }
}
