package vn.nhip.why;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What one part or factor contributed to a change.
 *
 * <p>Shape: {@code name} is absent for what no part covers. {@code amount} is in the unit of the KPI; the amounts of a
 * split make the whole change. {@code before} and {@code now} say where the part itself stood: its amount in a sum, its
 * own rate in a ratio, absent where it has none.
 */
public record Share(
        Optional<String> name,
        BigDecimal amount,
        Optional<Effects> effects,
        Optional<BigDecimal> before,
        Optional<BigDecimal> now) {

    /**
     * The two ways in which a part moves a ratio; they make its amount.
     *
     * @param rate because the part's own rate changed
     * @param mix because the part weighs more or less in the whole
     */
    public record Effects(BigDecimal rate, BigDecimal mix) {

        public boolean ofRate() {
            return rate.abs().compareTo(mix.abs()) >= 0;
        }
    }

    static Share of(Optional<String> name, Pair<BigDecimal> part) {
        return new Share(
                name,
                part.now().subtract(part.before()),
                Optional.empty(),
                Optional.of(part.before()),
                Optional.of(part.now()));
    }
}
