package vn.nhip.incident;

import java.time.LocalDate;

/** One value of a series; of a rate, {@code sample} says of how many it is the share, else it is 1. */
public record Point(LocalDate start, double value, double sample) {

    /** A count or an amount. */
    public Point(LocalDate start, double value) {
        this(start, value, 1);
    }
}
