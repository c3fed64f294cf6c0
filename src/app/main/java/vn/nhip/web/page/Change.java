package vn.nhip.web.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import vn.nhip.catalogue.Kpi;

/** A relative change as a person reads it: arrow, sign and number, and whether it is welcome. */
record Change(String arrow, String text, String tone) {

    static Optional<Change> of(Optional<BigDecimal> ratio, Kpi.Good good, Wording words) {
        return ratio.map(change -> new Change(arrow(change), words.change(ratio), tone(change, good)));
    }

    /** From one value to another; nothing where one is missing or the first is nothing. */
    static Optional<Change> between(
            Optional<BigDecimal> before, Optional<BigDecimal> now, Kpi.Good good, Wording words) {
        return of(ratio(before, now), good, words);
    }

    static Optional<BigDecimal> ratio(Optional<BigDecimal> before, Optional<BigDecimal> now) {
        return before.filter(first -> first.signum() != 0)
                .flatMap(first -> now.map(second -> second.subtract(first).divide(first.abs(), MathContext.DECIMAL64)));
    }

    private static String arrow(BigDecimal change) {
        return change.signum() == 0 ? "=" : change.signum() > 0 ? "▲" : "▼";
    }

    static String tone(BigDecimal change, Kpi.Good good) {
        if (change.signum() == 0 || good == Kpi.Good.NEUTRAL) {
            return "flat";
        }
        boolean welcome = change.signum() > 0 == (good == Kpi.Good.UP);
        return welcome ? "welcome" : "unwelcome";
    }
}
