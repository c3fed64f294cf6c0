package vn.nhip.bench;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import vn.nhip.incident.Point;
import vn.nhip.season.Occasions;

/**
 * Days of shops like those that the method was made for: a week, a trend, noise that lingers, Tết with a rush, a hole and
 * a slow return, public holidays, double-date sales. Four events in the last year.
 */
final class ShopDays {

    static final LocalDate FIRST = LocalDate.of(2023, 9, 1);
    static final int DAYS = 912;
    static final int JUDGED = 365;
    private static final double[] SIZES = {20, 150, 1_500, 20_000};
    private static final Set<MonthDay> HOLIDAYS =
            Set.of(MonthDay.of(1, 1), MonthDay.of(4, 30), MonthDay.of(5, 1), MonthDay.of(9, 2));

    private final Random random;
    private final double[] week = new double[7];
    private final double size;
    private final double slope;
    private final double noise;
    private final double rush;
    private final double hole;
    private final double sale;
    private final double holiday;

    private ShopDays(long seed, double size) {
        this.random = new Random(seed);
        this.size = size;
        double weekend = random.nextDouble() * 0.6 - 0.3;
        for (int day = 0; day < week.length; day++) {
            week[day] = (day >= 5 ? weekend : 0) + random.nextGaussian() * 0.06;
        }
        this.slope = (random.nextDouble() * 0.5 - 0.1) / 365;
        this.noise = 0.04 + random.nextDouble() * 0.05;
        this.rush = 0.2 + random.nextDouble() * 0.4;
        this.hole = 0.8 + random.nextDouble() * 1.0;
        this.sale = 0.3 + random.nextDouble() * 0.5;
        this.holiday = random.nextDouble() * 0.6 - 0.4;
    }

    /** The same series for the same seed; without events where they are not wanted. */
    static Disturbed make(int number, boolean eventful) {
        return new ShopDays(7_000L + number, SIZES[number % SIZES.length]).series(eventful);
    }

    private Disturbed series(boolean eventful) {
        double[] expected = new double[DAYS];
        double lingering = 0;
        for (int i = 0; i < DAYS; i++) {
            lingering = 0.4 * lingering + noise * random.nextGaussian();
            LocalDate day = FIRST.plusDays(i);
            expected[i] =
                    Math.log(size) + slope * i + week[day.getDayOfWeek().getValue() - 1] + calendar(day) + lingering;
        }
        List<Disturbed.Event> events = eventful ? disturb(expected) : List.of();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < DAYS; i++) {
            points.add(new Point(FIRST.plusDays(i), Draws.poisson(random, Math.exp(expected[i]))));
        }
        return new Disturbed(size, points, events);
    }

    private double calendar(LocalDate day) {
        long tet = Occasions.fromTet(day);
        if (tet >= -14 && tet < -2) {
            return rush * (15 + tet) / 13.0;
        }
        if (tet >= -2 && tet <= 3) {
            return -hole;
        }
        if (tet > 3 && tet <= 10) {
            return -hole * (11 - tet) / 8.0;
        }
        if (day.getMonthValue() >= 9 && day.getMonthValue() == day.getDayOfMonth()) {
            return sale;
        }
        return HOLIDAYS.contains(MonthDay.from(day)) ? holiday : 0;
    }

    /** One of each kind, each in its own quarter of the last year, at least three weeks apart. */
    private List<Disturbed.Event> disturb(double[] expected) {
        List<Disturbed.Event> events = new ArrayList<>();
        List<String> kinds = new ArrayList<>(List.of("drop", "outage", "spike", "shift"));
        java.util.Collections.shuffle(kinds, random);
        for (int quarter = 0; quarter < kinds.size(); quarter++) {
            int start = DAYS - JUDGED + quarter * 90 + 10 + random.nextInt(60);
            events.add(disturb(expected, kinds.get(quarter), start));
        }
        return events;
    }

    private Disturbed.Event disturb(double[] expected, String kind, int start) {
        int days =
                switch (kind) {
                    case "drop" -> 1 + random.nextInt(2);
                    case "outage" -> 1 + random.nextInt(3);
                    case "spike" -> 1;
                    default -> DAYS - start;
                };
        double change =
                switch (kind) {
                    case "drop" -> Math.log(0.4 + 0.3 * random.nextDouble());
                    case "outage" -> Math.log(0.02);
                    case "spike" -> Math.log(1.6 + random.nextDouble());
                    default -> Math.log(0.6 + 0.15 * random.nextDouble());
                };
        for (int i = start; i < Math.min(DAYS, start + days); i++) {
            expected[i] += change;
        }
        int seen = kind.equals("shift") ? 4 : days;
        return new Disturbed.Event(kind, FIRST.plusDays(start), FIRST.plusDays(start + seen - 1L));
    }
}
