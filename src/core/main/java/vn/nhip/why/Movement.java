package vn.nhip.why;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.nhip.kpi.KpiValue;

/**
 * How a value moved against an earlier period, and what made it move.
 *
 * <p>Shape: {@code start} is the first day of the period that is compared with. Without a {@code change} there are no splits;
 * where there are none, {@code obstacle} says why.
 */
public record Movement(
        Comparison with,
        LocalDate start,
        Optional<KpiValue> before,
        Optional<BigDecimal> change,
        List<Split> splits,
        Optional<Obstacle> obstacle) {

    /** Why a change cannot be told, or cannot be taken apart. */
    public enum Obstacle {
        /** The history does not reach the period that is compared with. */
        NO_HISTORY,
        /** One of the two values is undefined. */
        UNDEFINED,
        /** The period is still running, or not read whole. */
        RUNNING,
        /** The period that is compared with was not read whole. */
        CUT,
        /** The two were not computed by the same formula. */
        OTHER_FORMULA,
        /** People counted anew for each period and part: one who came in by two channels is one. */
        COUNTED_ANEW,
        /** A statistical model. */
        MODEL,
        /** No source gives parts. */
        NO_PARTS
    }

    public Movement {
        splits = List.copyOf(splits);
    }

    static Movement untold(Comparison with, LocalDate start, Optional<KpiValue> before, Obstacle obstacle) {
        return new Movement(with, start, before, Optional.empty(), List.of(), Optional.of(obstacle));
    }
}
