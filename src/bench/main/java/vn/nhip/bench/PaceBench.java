package vn.nhip.bench;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import vn.nhip.season.Pace;

/** How far off the end of a month is on its tenth day, in the month of Tết and in others, of made-up shops. */
public final class PaceBench {

    private static final int SERIES = 160;
    private static final int TENTH = 10;
    private static final YearMonth TET_MONTH = YearMonth.of(2026, 2);

    private PaceBench() {}

    public static void main(String[] arguments) {
        PrintStream out = System.out;
        out.printf(Locale.ROOT, "shops, day 10 of the month of Tet: %s%n", error(n -> ShopDays.make(n, false), true));
        out.printf(Locale.ROOT, "shops, day 10 of other months: %s%n", error(n -> ShopDays.make(n, false), false));
        out.printf(
                Locale.ROOT, "markets, day 10 of the month of Tet: %s%n", error(n -> MarketDays.make(n, false), true));
        out.printf(Locale.ROOT, "markets, day 10 of other months: %s%n", error(n -> MarketDays.make(n, false), false));
    }

    /** The mean of how far the landing lies from the true sum, and beside it that of days counted alike. */
    static String error(IntFunction<Disturbed> make, boolean atTet) {
        double error = 0;
        double alike = 0;
        int months = 0;
        for (int number = 0; number < SERIES; number++) {
            NavigableMap<LocalDate, Double> days = new TreeMap<>();
            make.apply(number).points().forEach(point -> days.put(point.start(), point.value()));
            for (YearMonth month = YearMonth.of(2025, 3); !month.isAfter(TET_MONTH); month = month.plusMonths(1)) {
                if (month.equals(TET_MONTH) == atTet && (atTet || month.getMonthValue() > 2)) {
                    double truth = sum(days, month.atDay(1), month.atEndOfMonth());
                    Pace pace = Pace.of(days, month.atDay(1), month.atEndOfMonth(), month.atDay(TENTH))
                            .orElseThrow();
                    error += Math.abs(pace.landing() / truth - 1);
                    alike += Math.abs(pace.reached() / TENTH * month.lengthOfMonth() / truth - 1);
                    months++;
                }
            }
        }
        return String.format(
                Locale.ROOT, "off by %.1f %%; days counted alike %.1f %%", 100 * error / months, 100 * alike / months);
    }

    private static double sum(NavigableMap<LocalDate, Double> days, LocalDate first, LocalDate last) {
        return days.subMap(first, true, last, true).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
