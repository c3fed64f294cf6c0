package vn.nhip.kit.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Moments counted from 1970 in UTC, in seconds or thousandths; only those between 1990 and 2100 are believed. */
enum EpochShape implements Shape {
    EPOCH_SECONDS(1000),
    EPOCH_MILLIS(1);

    private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

    /** More than any moment of this century has, and few enough to count with. */
    private static final int DIGITS = 15;

    private final BigDecimal millis;

    EpochShape(int millis) {
        this.millis = BigDecimal.valueOf(millis);
    }

    /** The one of this name, as {@code epoch-millis}. */
    static Optional<Shape> named(String name) {
        return Stream.of(values())
                .filter(one ->
                        one.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name))
                .<Shape>map(one -> one)
                .findFirst();
    }

    @Override
    public Object ofText(String text) {
        try {
            return ofTyped(new BigDecimal(text));
        } catch (NumberFormatException unreadable) {
            throw refusal();
        }
    }

    @Override
    public Object ofTyped(Object cell) {
        if (cell instanceof BigDecimal number
                && Math.abs((long) number.scale()) <= DIGITS
                && digits(number) <= DIGITS) {
            Instant moment = Instant.ofEpochMilli(
                    number.multiply(millis).setScale(0, RoundingMode.FLOOR).longValueExact());
            if (!moment.isBefore(FIRST) && moment.isBefore(LAST)) {
                return moment;
            }
        }
        throw refusal();
    }

    private static int digits(BigDecimal number) {
        return number.precision() - number.scale();
    }

    private Refusal refusal() {
        return Refusal.of("is no moment in " + name().toLowerCase(Locale.ROOT).replace('_', '-') + " of this century");
    }
}
