package vn.nhip.config;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import vn.nhip.catalogue.Kpi;

/** Proposes a target from what the business has reached before; never from nothing. */
public final class Targets {

    static final int PERIODS = 8;
    static final int FEWEST_PERIODS = 4;
    private static final BigDecimal FOCUS_GAIN = new BigDecimal("0.10");
    private static final BigDecimal GAIN = new BigDecimal("0.03");
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Targets() {}

    /**
     * The median of the last eight values, a tenth better for a KPI that serves the goal, else 3 % better; the plain
     * median where no way is better. A ratio closes that part of its gap to 0 or 1 at most.
     *
     * @param recent values of comparable complete periods, oldest first; fewer than four give no target
     */
    public static Optional<BigDecimal> propose(Kpi kpi, boolean servesGoal, List<BigDecimal> recent) {
        if (recent.size() < FEWEST_PERIODS) {
            return Optional.empty();
        }
        BigDecimal median = median(recent.subList(Math.max(0, recent.size() - PERIODS), recent.size()));
        BigDecimal gain = servesGoal ? FOCUS_GAIN : GAIN;
        BigDecimal step = step(kpi, median).multiply(gain);
        return Optional.of(rounded(
                kpi,
                switch (kpi.good()) {
                    case UP -> median.add(step);
                    case DOWN -> median.subtract(step);
                    case NEUTRAL -> median;
                }));
    }

    private static BigDecimal step(Kpi kpi, BigDecimal median) {
        return switch (kpi.unit()) {
            case COUNT, MONEY -> median.abs();
            case RATIO -> median.abs().min(BigDecimal.ONE.subtract(median).abs());
        };
    }

    private static BigDecimal rounded(Kpi kpi, BigDecimal target) {
        return switch (kpi.unit()) {
            case COUNT -> target.setScale(0, RoundingMode.HALF_UP);
            case MONEY -> plain(target.round(new MathContext(3, RoundingMode.HALF_UP)));
            case RATIO -> plain(target.setScale(3, RoundingMode.HALF_UP));
        };
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static BigDecimal median(List<BigDecimal> values) {
        List<BigDecimal> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).multiply(HALF);
    }
}
