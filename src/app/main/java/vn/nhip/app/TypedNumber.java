package vn.nhip.app;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;

/**
 * A number of a month as somebody typed it.
 *
 * <p>Shape: {@code kind} is the user's own metric, then {@code score} is 0 and the value an amount or a count; of
 * satisfaction ({@link #CSAT}) the value counts the answers of a score from 1 to 5.
 */
public record TypedNumber(Slot slot, BigDecimal value, String by, Instant at) {

    /** The kind of answers about satisfaction. */
    public static final String CSAT = "csat";

    /** What a number is of. */
    public record Slot(String kind, YearMonth month, int score) implements Comparable<Slot> {

        @Override
        public int compareTo(Slot other) {
            return java.util.Comparator.comparing(Slot::kind)
                    .thenComparing(Slot::month)
                    .thenComparing(Slot::score)
                    .compare(this, other);
        }

        @Override
        public String toString() {
            return kind + " " + month + (score == 0 ? "" : " (" + score + ")");
        }
    }
}
