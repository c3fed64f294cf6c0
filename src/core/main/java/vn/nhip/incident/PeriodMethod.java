package vn.nhip.incident;

import java.util.ArrayList;
import java.util.List;
import vn.nhip.season.Occasions;
import vn.nhip.spi.Grain;

/**
 * Judges each week or month by a control chart of those before it: how far it lies from their middle, counted in what
 * they usually differ from one to the next.
 *
 * <p>Weeks and months that Tết touches are neither judged nor learned from.
 */
final class PeriodMethod {

    static final double ALARM = 3;
    private static final int FEWEST = 8;
    private static final int LEVEL_PERIODS = 8;
    private static final int SPREAD_PERIODS = 26;
    private static final double SMALLEST_SPREAD = 0.02;

    /** The mean difference of neighbours, as a part of a standard deviation. */
    private static final double NEIGHBOURS = 1.128;

    private final Scale scale;
    private final List<Double> places = new ArrayList<>();

    private PeriodMethod(Scale scale) {
        this.scale = scale;
    }

    /** Points in order of their periods. */
    static List<Judged> judge(Scale scale, Grain grain, List<Point> points) {
        PeriodMethod method = new PeriodMethod(scale);
        return points.stream()
                .map(point -> Occasions.touchTet(point.start(), grain.endOf(point.start()))
                        ? Judged.unknown(point)
                        : method.next(point))
                .toList();
    }

    private Judged next(Point point) {
        double place = scale.place(point);
        Judged judged = places.size() < FEWEST ? Judged.unknown(point) : judged(point, place);
        places.add(place);
        return judged;
    }

    private Judged judged(Point point, double place) {
        double expected = Robust.median(last(LEVEL_PERIODS));
        double usual = Math.max(SMALLEST_SPREAD, difference(last(SPREAD_PERIODS)) / NEIGHBOURS);
        double spread = Math.sqrt(Math.max(usual * usual, scale.chance(expected, point.sample())));
        return new Judged(
                point,
                scale.value(expected),
                scale.value(expected - ALARM * spread),
                scale.value(expected + ALARM * spread),
                (place - expected) / spread,
                false);
    }

    private double[] last(int many) {
        return places.subList(Math.max(0, places.size() - many), places.size()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static double difference(double[] values) {
        double sum = 0;
        for (int i = 1; i < values.length; i++) {
            sum += Math.abs(values[i] - values[i - 1]);
        }
        return sum / (values.length - 1);
    }
}
