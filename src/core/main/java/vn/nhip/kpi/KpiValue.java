package vn.nhip.kpi;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.nhip.spi.Grain;

/**
 * One KPI of one period, with its parts.
 *
 * <p>Shape: dimension and value are empty for the headline. An absent value is undefined, and {@code reason} says why;
 * otherwise {@code reason} may label which alternative answered. Units: money in the business currency, ratios 0–1.
 */
public record KpiValue(
        String kpi,
        int version,
        Grain grain,
        LocalDate start,
        Breakdown of,
        Optional<BigDecimal> numerator,
        Optional<BigDecimal> denominator,
        Optional<BigDecimal> value,
        String reason,
        Standing standing) {

    public record Breakdown(String dimension, String value) {
        public static final Breakdown TOTAL = new Breakdown("", "");

        /** All parts beside the largest, as one. */
        public static final String OTHERS = "(others)";
    }

    /** How much the value can be relied on. */
    public record Standing(State state, Optional<LocalDate> completeThrough, boolean partial, Instant computedAt) {}

    public enum State {
        PROVISIONAL,
        SETTLED,
        RESTATED
    }

    public LocalDate end() {
        return grain.endOf(start);
    }
}
