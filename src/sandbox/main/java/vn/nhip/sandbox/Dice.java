package vn.nhip.sandbox;

import java.util.List;
import java.util.Random;

/**
 * Chance that is the same every time: what is thrown follows from the seed, a purpose and a place alone, so that a day
 * or a customer never depends on what else is generated.
 *
 * <p>{@link Random} and {@link StrictMath} are specified to the bit, on every machine and Java version.
 */
final class Dice {
    private final Random random;

    private Dice(long state) {
        this.random = new Random(state);
    }

    static Dice of(long seed, String purpose, long... place) {
        long state = mix(seed ^ mix(purpose.hashCode()));
        for (long part : place) {
            state = mix(state + part);
        }
        return new Dice(state);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A whole number from low to high, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** An index, each as likely as its weight. */
    int weighted(double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = random.nextDouble() * total;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** A factor around 1 with this relative spread, never below a fifth. */
    double around(double spread) {
        return Math.max(0.2, 1 + spread * random.nextGaussian());
    }

    double exponential(double rate) {
        return -StrictMath.log(1 - random.nextDouble()) / rate;
    }

    /** How many events of this mean number happen. */
    int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    /** Of n, how many with this probability, by the normal approximation; for counts of hundreds. */
    long part(long n, double probability) {
        double spread = StrictMath.sqrt(n * probability * (1 - probability));
        long drawn = Math.round(n * probability + spread * random.nextGaussian());
        return Math.max(0, Math.min(n, drawn));
    }

    /** Gamma with this shape and scale 1 (Marsaglia and Tsang 2000; below shape 1 with their power correction). */
    double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * StrictMath.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = 1 + c * x;
            v = v * v * v;
            if (v > 0 && StrictMath.log(random.nextDouble()) < x * x / 2 + d - d * v + d * StrictMath.log(v)) {
                return d * v;
            }
        }
    }

    double beta(double a, double b) {
        double first = gamma(a);
        return first / (first + gamma(b));
    }

    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
