package vn.nhip.incident;

import java.util.Arrays;

/** Middle and spread that a few wild values do not move. */
final class Robust {

    /** With it the median deviation of bell-shaped values is their standard deviation. */
    private static final double BELL = 1.4826;

    private Robust() {}

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The usual deviation from zero. */
    static double spread(double[] deviations) {
        return BELL * median(Arrays.stream(deviations).map(Math::abs).toArray());
    }
}
