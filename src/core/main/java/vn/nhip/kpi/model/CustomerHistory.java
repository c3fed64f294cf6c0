package vn.nhip.kpi.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;

/**
 * All that the models know of one customer.
 *
 * <p>Units: {@code x} distinct purchase days after the first; {@code tx} weeks (of seven days) from the first to the
 * last purchase, 0 without a repeat; {@code T} weeks from the first purchase to the end of observation; {@code zbar}
 * mean total of the repeat days, the first day left out, 0 without a repeat.
 */
@SuppressWarnings("MemberName") // x, tx, T and zbar are the names of the published models
public record CustomerHistory(int x, double tx, double T, double zbar) {

    private static final double DAYS_PER_WEEK = 7;

    public CustomerHistory {
        if (x < 0 || tx < 0 || !(tx <= T) || Double.isInfinite(T) || !Double.isFinite(zbar) || (x == 0 && tx > 0)) {
            throw new IllegalArgumentException(
                    "no such history: x " + x + ", tx " + tx + ", T " + T + ", zbar " + zbar);
        }
    }

    /** The history of one customer from the totals of the purchase days, none of them after {@code end}. */
    static CustomerHistory of(SortedMap<LocalDate, BigDecimal> totalByDay, LocalDate end) {
        LocalDate first = totalByDay.firstKey();
        int repeats = totalByDay.size() - 1;
        BigDecimal spent =
                totalByDay.tailMap(first.plusDays(1)).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new CustomerHistory(
                repeats,
                weeks(first, totalByDay.lastKey()),
                weeks(first, end),
                repeats == 0 ? 0 : spent.doubleValue() / repeats);
    }

    private static double weeks(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) / DAYS_PER_WEEK;
    }

    boolean repeated() {
        return x > 0;
    }
}
