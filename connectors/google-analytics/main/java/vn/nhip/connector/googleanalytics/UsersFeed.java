package vn.nhip.connector.googleanalytics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Grain;
import vn.nhip.spi.Page;
import vn.nhip.spi.TrafficUsers;

/**
 * Unique users of each day, week and month that a range of days touches. Days come from one report by day; every week
 * and month is a report of its own over its own days, because people who come back may not be counted twice.
 *
 * <p>The cursor is the number of the next week or month.
 */
final class UsersFeed implements GoogleAnalyticsConnector.Feed {

    private static final List<String> USERS = List.of(Question.USERS);

    private final Reports reports;
    private final Supplier<LocalDate> yesterday;

    private record Period(Grain grain, LocalDate start) {}

    UsersFeed(Reports reports, Supplier<LocalDate> yesterday) {
        this.reports = reports;
        this.yesterday = yesterday;
    }

    @Override
    public Page read(DayRange days, Optional<Cursor> after) {
        List<Period> periods = periods(days);
        if (after.isEmpty()) {
            return days(days, periods);
        }
        int number = number(after.get(), periods);
        return period(periods.get(number), number + 1 < periods.size() ? Optional.of(number + 1) : Optional.empty());
    }

    /** Asks beyond the range as far as its weeks and months reach: where nobody came at all there is nothing more to ask. */
    private Page days(DayRange days, List<Period> periods) {
        DayRange reached = new DayRange(
                periods.stream().map(Period::start).reduce(days.first(), (a, b) -> a.isBefore(b) ? a : b),
                periods.stream().map(this::end).reduce(days.last(), (a, b) -> a.isAfter(b) ? a : b));
        Answer answer = reports.ask(Question.of(reached, List.of(Question.DATE), USERS));
        Draft draft = new Draft(answer);
        for (ReportRow row : answer.rows()) {
            Optional<LocalDate> day = row.day();
            if (day.isEmpty()) {
                draft.reject(row.withoutDay());
            } else if (days.contains(day.get())) {
                draft.add(row.at(), new TrafficUsers(Grain.DAY, day.get(), row.count(0)));
            } else {
                draft.leaveOut(1);
            }
        }
        return draft.page(answer.rows().isEmpty() ? Optional.empty() : cursor(0));
    }

    private Page period(Period period, Optional<Integer> next) {
        Answer answer = reports.ask(Question.of(new DayRange(period.start(), end(period)), List.of(), USERS));
        Draft draft = new Draft(answer);
        for (ReportRow row : answer.rows()) {
            draft.add(row.at(), new TrafficUsers(period.grain(), period.start(), row.count(0)));
        }
        return draft.page(next.flatMap(UsersFeed::cursor));
    }

    private static List<Period> periods(DayRange days) {
        List<Period> periods = new ArrayList<>();
        for (Grain grain : List.of(Grain.WEEK, Grain.MONTH)) {
            LocalDate start = grain.startOf(days.first());
            while (!start.isAfter(days.last())) {
                periods.add(new Period(grain, start));
                start = grain.next(start);
            }
        }
        return periods;
    }

    /** A period that is still running ends with the last whole day. */
    private LocalDate end(Period period) {
        LocalDate end = period.grain().endOf(period.start());
        LocalDate last = yesterday.get();
        return end.isAfter(last) && !last.isBefore(period.start()) ? last : end;
    }

    private static Optional<Cursor> cursor(int number) {
        return Optional.of(new Cursor(String.valueOf(number)));
    }

    private static int number(Cursor cursor, List<Period> periods) {
        String text = cursor.value();
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) >= periods.size()) {
            throw ConnectorException.data("the kept place '" + text + "' is none of the " + periods.size()
                    + " weeks and months of these days");
        }
        return Integer.parseInt(text);
    }
}
