package vn.nhip.web.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import vn.nhip.catalogue.Formula;
import vn.nhip.catalogue.Kpi;
import vn.nhip.kpi.KpiValue;
import vn.nhip.season.Pace;
import vn.nhip.spi.Grain;

/**
 * How far a value has come towards its target.
 *
 * <p>Shape: {@code fill} and {@code tick} in per cent of the bar, which is 125 % of the target long; the tick stands at
 * the target, or in a running period where it should be by now.
 */
record TargetBar(String words, int fill, int tick, boolean running) {

    private static final int TARGET_AT = 80;

    /** The bar of a value that is over; the target must be above zero. */
    static Optional<TargetBar> whole(Optional<BigDecimal> share, Wording words) {
        return share.filter(part -> part.signum() >= 0)
                .map(part -> new TargetBar(
                        words.text("web.target.share", words.numbers().percent(part)), fill(part), TARGET_AT, false));
    }

    /** The bar of a week or month that still runs, where its days add up, with the pace of the days counted so far. */
    static Optional<TargetBar> running(
            Kpi kpi, KpiValue value, Optional<BigDecimal> target, Optional<Pace> pace, Wording words) {
        if (!(kpi.formula() instanceof Formula.Sum) || value.grain() == Grain.DAY) {
            return Optional.empty();
        }
        return target.filter(goal -> goal.signum() > 0).flatMap(goal -> value.value()
                .filter(number -> number.signum() >= 0)
                .map(number -> {
                    BigDecimal share = number.divide(goal, 6, RoundingMode.HALF_UP);
                    return new TargetBar(
                            pace.map(found -> paced(kpi, found, value, goal, words))
                                    .orElseGet(() -> words.text(
                                            "web.target.running",
                                            words.value(value.value(), kpi.unit()),
                                            words.numbers().percent(share))),
                            fill(share),
                            (int) Math.round(TARGET_AT * pace.map(Pace::share).orElseGet(() -> elapsed(value))),
                            true);
                }));
    }

    private static String paced(Kpi kpi, Pace pace, KpiValue value, BigDecimal goal, Wording words) {
        return words.text(
                "web.target.paced",
                words.text("web.pace." + standing(kpi.good(), pace, goal.doubleValue())),
                rounded(goal.doubleValue() * pace.share(), kpi, words),
                words.value(value.value(), kpi.unit()),
                rounded(pace.landing(), kpi, words),
                rounded(Math.max(0, pace.low()), kpi, words),
                rounded(pace.high(), kpi, words));
    }

    /** On the way when even the low end of where it lands is good; off when even the high end is not. */
    static String standing(Kpi.Good good, Pace pace, double goal) {
        double low = good == Kpi.Good.UP ? pace.low() - goal : goal - pace.high();
        double high = good == Kpi.Good.UP ? pace.high() - goal : goal - pace.low();
        return low >= 0 ? "on" : high >= 0 ? "at-risk" : "off";
    }

    private static String rounded(double value, Kpi kpi, Wording words) {
        return words.value(Optional.of(new BigDecimal(value).round(new MathContext(3))), kpi.unit());
    }

    private static int fill(BigDecimal share) {
        return (int) Math.round(Math.min(1.25, share.doubleValue()) * TARGET_AT);
    }

    private static double elapsed(KpiValue value) {
        long days = ChronoUnit.DAYS.between(value.start(), value.end()) + 1;
        LocalDate through =
                value.standing().completeThrough().orElse(value.start().minusDays(1));
        long counted = ChronoUnit.DAYS.between(value.start(), through) + 1;
        return Math.max(0, Math.min(1, (double) counted / days));
    }
}
