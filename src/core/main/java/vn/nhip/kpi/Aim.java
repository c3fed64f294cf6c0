package vn.nhip.kpi;

import java.math.BigDecimal;
import vn.nhip.catalogue.Kpi;

/** How a value compares with its target. */
public enum Aim {
    REACHED,
    NEAR,
    MISSED;

    /** Within a tenth of the target is near; a neutral KPI (a budget) is on target within a tenth to either side. */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.1");

    public static Aim of(Kpi.Good good, BigDecimal value, BigDecimal target) {
        BigDecimal tolerance = target.abs().multiply(TOLERANCE);
        BigDecimal shortfall =
                switch (good) {
                    case UP -> target.subtract(value);
                    case DOWN -> value.subtract(target);
                    case NEUTRAL -> value.subtract(target).abs().subtract(tolerance);
                };
        if (shortfall.signum() <= 0) {
            return REACHED;
        }
        return shortfall.compareTo(tolerance) <= 0 ? NEAR : MISSED;
    }

    /** Whether a value can be judged at all: over, of enough, and not made of too little. */
    public static boolean canJudge(Kpi kpi, KpiValue value) {
        BigDecimal least = BigDecimal.valueOf(kpi.minimumSample());
        boolean enough =
                value.denominator().map(sample -> sample.compareTo(least) >= 0).orElse(true);
        return !value.standing().partial() && enough && !value.reason().contains("not-enough");
    }
}
