package vn.nhip.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.nhip.incident.Point;
import vn.nhip.season.Occasions;

/**
 * Days made by other rules than those of {@link ShopDays}, with habits that the method does not know: a level that wanders,
 * a slow wave over the year, paydays, campaigns at mid-month, noise that grows with the level, a Tết without a rush
 * whose hole is a smooth valley somewhat elsewhere each year; events of other kinds.
 */
final class MarketDays {

    private static final double[] SIZES = {30, 200, 1_800, 9_000};

    private final Random random;
    private final double size;
    private final double[] week = new double[7];
    private final double wave;
    private final double phase;
    private final double payday;
    private final double campaign;
    private final double valley;
    private final double width;
    private final double shape;

    private MarketDays(long seed, double size) {
        this.random = new Random(seed);
        this.size = size;
        double lift = 0.1 + random.nextDouble() * 0.3;
        double peak = random.nextDouble() * 7;
        for (int day = 0; day < week.length; day++) {
            week[day] = lift * Math.cos(2 * Math.PI * (day - peak) / 7);
        }
        this.wave = random.nextDouble() * 0.2;
        this.phase = random.nextDouble() * 2 * Math.PI;
        this.payday = random.nextDouble() * 0.12;
        this.campaign = random.nextDouble() * 0.1;
        this.valley = 0.6 + random.nextDouble() * 1.2;
        this.width = 4 + random.nextDouble() * 3;
        this.shape = 80 + random.nextDouble() * 200;
    }

    static Disturbed make(int number, boolean eventful) {
        return new MarketDays(90_001L + 31L * number, SIZES[number % SIZES.length]).series(eventful);
    }

    private Disturbed series(boolean eventful) {
        double[] expected = new double[ShopDays.DAYS];
        double wandering = 0;
        for (int i = 0; i < expected.length; i++) {
            wandering += 0.006 * random.nextGaussian();
            LocalDate day = ShopDays.FIRST.plusDays(i);
            expected[i] = Math.log(size)
                    + wandering
                    + wave * Math.sin(2 * Math.PI * i / 365.25 + phase)
                    + week[day.getDayOfWeek().getValue() - 1]
                    + habits(day);
        }
        List<Disturbed.Event> events = eventful ? disturb(expected) : List.of();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < expected.length; i++) {
            double mean = Math.exp(expected[i]) * Draws.gamma(random, shape);
            points.add(new Point(ShopDays.FIRST.plusDays(i), Draws.poisson(random, mean)));
        }
        return new Disturbed(size, points, events);
    }

    private double habits(LocalDate day) {
        double off = Occasions.fromTet(day) - 1.5 - (day.getYear() % 3 - 1) * 0.5;
        double tet = -valley * Math.exp(-off * off / (2 * width * width));
        int date = day.getDayOfMonth();
        boolean paid = date <= 3 || (date >= 10 && date <= 11);
        boolean advertised = date >= 15 && date <= 17;
        return tet
                + (paid ? payday : 0)
                + (advertised ? campaign : 0)
                + (date == day.getMonthValue() && date > 8 ? 0.5 : 0);
    }

    private List<Disturbed.Event> disturb(double[] expected) {
        List<Disturbed.Event> events = new ArrayList<>();
        String[] kinds = {"sag", "silence", "flood", "slide"};
        for (int third = 0; third < 3; third++) {
            String kind = kinds[random.nextInt(kinds.length)];
            int start = ShopDays.DAYS - ShopDays.JUDGED + third * 120 + 5 + random.nextInt(90);
            events.add(disturb(expected, kind, start));
        }
        return events;
    }

    private Disturbed.Event disturb(double[] expected, String kind, int start) {
        int days = kind.equals("slide") ? expected.length - start : 2 + random.nextInt(4);
        double depth = 0.35 + 0.35 * random.nextDouble();
        for (int i = start; i < Math.min(expected.length, start + days); i++) {
            expected[i] += switch (kind) {
                case "sag" -> Math.log(1 - depth);
                case "silence" -> Math.log(0.01);
                case "flood" -> Math.log(1 + 2 * depth);
                default -> Math.log(1 - depth * Math.min(1, (i - start + 1) / 3.0));
            };
        }
        int seen = kind.equals("slide") ? 6 : days;
        return new Disturbed.Event(kind, ShopDays.FIRST.plusDays(start), ShopDays.FIRST.plusDays(start + seen - 1L));
    }
}
