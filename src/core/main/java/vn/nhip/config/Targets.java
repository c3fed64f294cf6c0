package vn.nhip.config;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import vn.nhip.catalogue.Kpi;
import vn.nhip.spi.Grain;

/** Proposes a target from what the business has reached before; never from nothing. */
public final class Targets {

    private static final BigDecimal FOCUS_GAIN = new BigDecimal("0.10");
    private static final BigDecimal GAIN = new BigDecimal("0.03");
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Targets() {}

    /**
     * A target with the way it was found.
     *
     * <p>Shape: {@code periods} of so many like periods {@code median} is the middle and {@code target} that part better;
     * both are absent where there are fewer than {@code needed}.
     */
    public record Advice(
            int periods, int needed, BigDecimal gain, Optional<BigDecimal> median, Optional<BigDecimal> target) {}

    /**
     * The median of the last eight weeks of days, or of the last eight weeks or months, a tenth better for a KPI that serves
     * the goal, else 3 % better; the plain median where no way is better. A ratio closes that part of its gap to 0 or 1 at
     * most.
     *
     * @param recent values of like complete periods, oldest first; with too few of them there is no target
     */
    public static Advice advise(Kpi kpi, boolean servesGoal, List<BigDecimal> recent) {
        BigDecimal gain = kpi.good() == Kpi.Good.NEUTRAL ? BigDecimal.ZERO : servesGoal ? FOCUS_GAIN : GAIN;
        int periods = Math.min(most(kpi.cadence()), recent.size());
        if (periods < fewest(kpi.cadence())) {
            return new Advice(periods, fewest(kpi.cadence()), gain, Optional.empty(), Optional.empty());
        }
        BigDecimal median = median(recent.subList(recent.size() - periods, recent.size()));
        BigDecimal step = step(kpi, median).multiply(gain);
        BigDecimal target = kpi.good() == Kpi.Good.DOWN ? median.subtract(step) : median.add(step);
        return new Advice(
                periods,
                fewest(kpi.cadence()),
                gain,
                Optional.of(rounded(kpi, median)),
                Optional.of(rounded(kpi, target)));
    }

    /** As many like periods as count. */
    public static int most(Grain cadence) {
        return cadence == Grain.DAY ? 56 : 8;
    }

    private static int fewest(Grain cadence) {
        return cadence == Grain.DAY ? 14 : 4;
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
