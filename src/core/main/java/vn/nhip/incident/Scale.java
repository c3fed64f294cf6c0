package vn.nhip.incident;

import java.util.List;
import vn.nhip.catalogue.Unit;

/** On which scale a series is judged, so that a tenth more means the same at every size. */
public enum Scale {
    /** Things counted; few of them waver by chance alone. */
    COUNT,
    MONEY,
    /** Amounts that may be below zero: as they are. */
    BALANCE,
    /** A share 0–1 of so many. */
    RATE;

    private static final double HALF = 0.5;

    /** A share of an unknown number, or an amount that was ever below zero, is judged as it is. */
    static Scale of(Unit unit, List<Point> points) {
        boolean plain =
                points.stream().anyMatch(point -> point.value() < 0 || (unit == Unit.RATIO && point.sample() < 1));
        if (plain) {
            return BALANCE;
        }
        return switch (unit) {
            case COUNT -> COUNT;
            case MONEY -> MONEY;
            case RATIO -> RATE;
        };
    }

    /** A point's place on the scale. */
    double place(Point point) {
        return switch (this) {
            case COUNT, MONEY -> Math.log1p(Math.max(0, point.value()));
            case BALANCE -> point.value();
            case RATE -> {
                double hits = Math.min(1, Math.max(0, point.value())) * point.sample();
                yield Math.log((hits + HALF) / (point.sample() - hits + HALF));
            }
        };
    }

    /** The value at a place. */
    double value(double place) {
        return switch (this) {
            case COUNT, MONEY -> Math.max(0, Math.expm1(place));
            case BALANCE -> place;
            case RATE -> 1 / (1 + Math.exp(-place));
        };
    }

    /** How much a place wavers by chance alone when so much is expected; of money nobody knows how many paid it. */
    double chance(double expected, double sample) {
        return switch (this) {
            case COUNT -> 1 / Math.max(1, value(expected));
            case MONEY, BALANCE -> 0;
            case RATE -> {
                double share = value(expected);
                yield 1 / (sample * share * (1 - share) + HALF);
            }
        };
    }
}
