package vn.nhip.sandbox.truth;

import java.time.LocalDate;
import java.util.List;

/** People who came to the site at least once in a day, week or month that starts on {@code start}. */
public record UniqueUsers(Grain grain, LocalDate start, long users) {

    public enum Grain {
        DAY,
        WEEK,
        MONTH;

        public LocalDate startOf(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
                case MONTH -> day.withDayOfMonth(1);
            };
        }

        public LocalDate endOf(LocalDate start) {
            return switch (this) {
                case DAY -> start;
                case WEEK -> start.plusDays(6);
                case MONTH -> start.plusMonths(1).minusDays(1);
            };
        }
    }

    /** How many different people came in a period of these days' users: fewer than their sum, as some come back. */
    public static long together(List<Long> users) {
        long sum = users.stream().mapToLong(Long::longValue).sum();
        long most = users.stream().mapToLong(Long::longValue).max().orElse(0);
        return Math.max(most, (long) (sum * StrictMath.pow(users.size(), -0.1)));
    }
}
