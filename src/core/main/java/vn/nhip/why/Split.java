package vn.nhip.why;

import java.math.BigDecimal;
import java.util.List;

/**
 * One way to take a change apart; the amounts of its shares make the whole change.
 *
 * <p>Shape: {@code by} is the dimension, or of {@code VOLUME} the id of the KPI that is the average.
 */
public record Split(Kind kind, String by, List<Share> shares) {

    public enum Kind {
        /** A sum by the values of a dimension. */
        PARTS,
        /** A ratio by the values of a dimension, each by rate and mix. */
        MIX,
        /** A sum by the metrics that it adds and subtracts. */
        TERMS,
        /** A sum as how many times how much: shares {@link #VOLUME} and {@link #AVERAGE}. */
        PRODUCT,
        /** A ratio by its two sides: shares {@link #OVER} and {@link #UNDER}. */
        SIDES,
        /** A formula over other KPIs, by their ids. */
        INPUTS
    }

    public static final String VOLUME = "volume";
    public static final String AVERAGE = "average";
    public static final String OVER = "over";
    public static final String UNDER = "under";

    private static final BigDecimal TOLERANCE = new BigDecimal("1E-9");

    public Split {
        shares = List.copyOf(shares);
    }

    /** Whether the shares make this change; values that were published at different times may not. */
    boolean makes(BigDecimal change) {
        BigDecimal sum = shares.stream().map(Share::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal allowed = change.abs().max(BigDecimal.ONE).multiply(TOLERANCE);
        return sum.subtract(change).abs().compareTo(allowed) <= 0;
    }
}
