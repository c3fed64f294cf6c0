package vn.nhip.sandbox;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** How much is going on, on a day: the week, Tết, holidays, days of gifts, double-date sales, growth. 1 is ordinary. */
record Season(LocalDate opening) {
    private static final Set<MonthDay> HOLIDAYS =
            Set.of(MonthDay.of(1, 1), MonthDay.of(4, 30), MonthDay.of(5, 1), MonthDay.of(9, 2));
    private static final Set<MonthDay> GIFT_DAYS =
            Set.of(MonthDay.of(3, 7), MonthDay.of(3, 8), MonthDay.of(10, 19), MonthDay.of(10, 20), MonthDay.of(11, 19));
    private static final double[] SHOP_WEEK = {0.86, 0.88, 0.92, 0.96, 1.04, 1.22, 1.12};
    private static final double[] ONLINE_WEEK = {1.06, 1.04, 1.02, 1.0, 0.98, 0.92, 0.98};

    /** No day is busier than this many ordinary ones. */
    static final double MOST = 5;

    double shop(LocalDate day) {
        return growth(day) * atWeekday(SHOP_WEEK, day) * tet(day, 0.0) * holiday(day, 0.8) * gifts(day);
    }

    double online(LocalDate day) {
        return growth(day) * atWeekday(ONLINE_WEEK, day) * tet(day, 0.12) * holiday(day, 0.9) * gifts(day) * sale(day);
    }

    /** Whether online prices are down: 6/6, 7/7 … 12/12. */
    static boolean isDoubleDate(LocalDate day) {
        return day.getMonthValue() >= 6 && day.getMonthValue() == day.getDayOfMonth();
    }

    private double growth(LocalDate day) {
        return Math.min(2, 1 + ChronoUnit.DAYS.between(opening, day) / 2000.0);
    }

    private static double atWeekday(double[] week, LocalDate day) {
        return week[day.getDayOfWeek().getValue() - 1];
    }

    private static double sale(LocalDate day) {
        if (!isDoubleDate(day)) {
            return 1;
        }
        return day.getMonthValue() >= 11 ? 2.2 : 1.6;
    }

    private static double holiday(LocalDate day, double level) {
        boolean off = HOLIDAYS.contains(MonthDay.from(day))
                || day.equals(LunarDays.of(day.getYear()).hungKings());
        return off ? level : 1;
    }

    private static double gifts(LocalDate day) {
        if (GIFT_DAYS.contains(MonthDay.from(day))) {
            return 1.4;
        }
        long toMidAutumn =
                ChronoUnit.DAYS.between(day, LunarDays.of(day.getYear()).midAutumn());
        return toMidAutumn >= 0 && toMidAutumn <= 14 ? 1.25 : 1;
    }

    /** People stock up, then travel home; the shop stays shut on the first three days. */
    private static double tet(LocalDate day, double whileShut) {
        long offset = LunarDays.fromTet(day);
        if (offset < -21 || offset > 10) {
            return 1;
        }
        if (offset <= -3) {
            return 1.1 + 0.5 * (21 + offset) / 18;
        }
        if (offset < 0) {
            return 0.7;
        }
        if (offset <= 2) {
            return whileShut;
        }
        return offset <= 6 ? 0.4 : 0.75;
    }
}
