package vn.nhip.kpi.model;

/** Gauss's hypergeometric function where the purchase model needs it. */
final class Hypergeometric {

    private static final int TERMS = 1_000_000;
    private static final double NEGLIGIBLE = 1e-17;

    private Hypergeometric() {}

    /**
     * (1 − z)^a · ₂F₁(a, b; c; z) for 0 ≤ z &lt; 1.
     *
     * <p>By Euler's transformation it also equals (1 − z)^(c−b) · ₂F₁(c−a, c−b; c; z): of the two the one with the
     * smaller power is summed, whose terms neither overflow for customers with many purchases nor die slowly.
     *
     * @throws ArithmeticException when z is so near 1 that the series does not end
     */
    static double damped(double a, double b, double c, double z) {
        return c - b < a
                ? Math.pow(1 - z, c - b) * series(c - a, c - b, c, z)
                : Math.pow(1 - z, a) * series(a, b, c, z);
    }

    /** The defining series ₂F₁(a, b; c; z). */
    static double series(double a, double b, double c, double z) {
        double term = 1;
        double sum = 1;
        for (int k = 0; k < TERMS; k++) {
            term *= (a + k) * (b + k) / ((c + k) * (k + 1)) * z;
            sum += term;
            if (Math.abs(term) <= NEGLIGIBLE * Math.abs(sum)) {
                return sum;
            }
        }
        throw new ArithmeticException("2F1(" + a + ", " + b + "; " + c + "; " + z + ") does not end");
    }
}
