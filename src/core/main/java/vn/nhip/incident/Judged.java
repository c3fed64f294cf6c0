package vn.nhip.incident;

/**
 * What the method says of one point.
 *
 * <p>Shape: {@code expected} lies between {@code low} and {@code high}, all as values; {@code score} is how many usual
 * deviations the point lies off, negative below. {@code lasting} where it is not this point alone that is off but most
 * of the last ones. Without enough of the past, or on a day of which nothing is known, the score is 0.
 */
public record Judged(Point point, double expected, double low, double high, double score, boolean lasting) {

    static Judged unknown(Point point) {
        return new Judged(point, point.value(), point.value(), point.value(), 0, false);
    }
}
