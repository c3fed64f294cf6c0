package vn.nhip.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A statistical model behind a {@code model} formula.
 *
 * <p>It must give the same value for the same purchases; it is asked again for each period that a changed sale reaches.
 */
@FunctionalInterface
public interface KpiModel {

    /** What the purchases up to the end of the day say. */
    Answer answer(Purchases purchases, LocalDate through);

    /** The sales of known customers in the business currency. */
    interface Purchases {

        /** Visits all sales up to the day, ordered by customer and day; false when a rate is missing. */
        boolean each(LocalDate through, Visitor visitor);
    }

    @FunctionalInterface
    interface Visitor {
        void purchase(long customer, LocalDate day, BigDecimal net);
    }

    /** A value, or the reason code why there is none. */
    record Answer(Optional<BigDecimal> value, String reason) {
        public static Answer of(BigDecimal value) {
            return new Answer(Optional.of(value), "");
        }

        public static Answer none(String reason) {
            return new Answer(Optional.empty(), reason);
        }
    }
}
