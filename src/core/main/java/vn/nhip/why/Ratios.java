package vn.nhip.why;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The change of a ratio by its parts, each by rate and mix with the weights of the middle (Kitagawa).
 *
 * <p>With weight w, rate r and the whole's rate R, a part contributes w̄·Δr by its rate and Δw·(r̄ − R̄) by its weight; as
 * the weights make 1 in both periods, all of it makes ΔR.
 */
final class Ratios {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Pair<Fraction> whole;
    private final BigDecimal middle;

    private Ratios(Pair<Fraction> whole, BigDecimal middle) {
        this.whole = whole;
        this.middle = middle;
    }

    /** Nothing where the whole has no denominator in one of the periods. */
    static Optional<List<Share>> split(Pair<Fraction> whole, Map<String, Pair<Fraction>> parts) {
        return whole.before().rate().flatMap(before -> whole.now()
                .rate()
                .map(now -> new Ratios(whole, before.add(now).divide(TWO, Fraction.DIGITS)).shares(parts)));
    }

    private List<Share> shares(Map<String, Pair<Fraction>> parts) {
        List<Share> shares = new ArrayList<>();
        Fraction before = whole.before();
        Fraction now = whole.now();
        for (Map.Entry<String, Pair<Fraction>> part : parts.entrySet()) {
            shares.add(share(Optional.of(part.getKey()), part.getValue()));
            before = before.minus(part.getValue().before());
            now = now.minus(part.getValue().now());
        }
        if (!before.isNothing() || !now.isNothing()) {
            shares.add(share(Optional.empty(), new Pair<>(before, now)));
        }
        return shares;
    }

    /** A part without a rate in one period is taken to have had the other's: it came or went, which is mix. */
    private Share share(Optional<String> name, Pair<Fraction> part) {
        BigDecimal weights = weight(part.now().under(), whole.now())
                .subtract(weight(part.before().under(), whole.before()));
        BigDecimal sides = weight(part.now().over(), whole.now())
                .subtract(weight(part.before().over(), whole.before()));
        Optional<BigDecimal> before = part.before().rate();
        Optional<BigDecimal> now = part.now().rate();
        BigDecimal own = before.or(() -> now)
                .orElse(BigDecimal.ZERO)
                .add(now.or(() -> before).orElse(BigDecimal.ZERO))
                .divide(TWO, Fraction.DIGITS);
        BigDecimal mix = weights.multiply(own.subtract(middle));
        BigDecimal rate = sides.subtract(weights.multiply(own));
        return new Share(name, rate.add(mix), Optional.of(new Share.Effects(rate, mix)), before, now);
    }

    private static BigDecimal weight(BigDecimal part, Fraction whole) {
        return part.divide(whole.under(), Fraction.DIGITS);
    }
}
