package vn.nhip.connector.googleanalytics;

import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Page;
import vn.nhip.spi.Scope;
import vn.nhip.spi.TrafficDay;
import vn.nhip.spi.TrafficDay.Quality;
import vn.nhip.spi.TrafficDay.TrafficCounts;
import vn.nhip.spi.TrafficDay.TrafficSource;

/**
 * Traffic by day: first the totals, from a report that is told apart by nothing but the day, then the parts, and with the
 * last of them what no part named, as a row of its own.
 */
final class TrafficFeed implements GoogleAnalyticsConnector.Feed {

    /** Where a day's visits came from when no row says so. */
    static final TrafficSource REMAINDER =
            new TrafficSource("(remainder)", "(remainder)", "(remainder)", "(remainder)");

    private static final int MOST_STARTS = 3;

    private final Reports reports;
    private final int rowsPerPage;

    TrafficFeed(Reports reports, int rowsPerPage) {
        this.reports = reports;
        this.rowsPerPage = rowsPerPage;
    }

    @Override
    public Page read(DayRange days, Optional<Cursor> after) {
        TrafficPlace place = after.map(TrafficPlace::of).orElse(TrafficPlace.START);
        return place.beforeTotals() ? totals(days, place) : parts(days, place);
    }

    private Page totals(DayRange days, TrafficPlace place) {
        Answer answer = reports.ask(Question.of(days, List.of(Question.DATE), Question.TRAFFIC));
        Draft draft = new Draft(answer);
        SortedMap<LocalDate, TrafficCounts> left = new TreeMap<>();
        for (ReportRow row : answer.rows()) {
            Optional<LocalDate> day = row.day();
            if (day.isEmpty()) {
                draft.reject(row.withoutDay());
                continue;
            }
            left.put(day.get(), Counts.of(row));
            draft.add(
                    row.at(),
                    new TrafficDay(day.get(), Scope.TOTAL, TrafficSource.ALL, Counts.of(row), answer.quality()));
        }
        Optional<TrafficPlace> next = left.isEmpty()
                ? Optional.empty()
                : Optional.of(new TrafficPlace(place.starts(), 0, TrafficPlace.UNKNOWN, left));
        return draft.page(next.map(TrafficPlace::cursor));
    }

    private Page parts(DayRange days, TrafficPlace place) {
        Answer answer = reports.ask(new Question(days, Question.ORIGIN, Question.TRAFFIC, place.offset(), rowsPerPage));
        int read = answer.rows().size();
        boolean ended = place.offset() + read >= answer.rowCount();
        boolean changed = place.rows() != TrafficPlace.UNKNOWN && place.rows() != answer.rowCount();
        if (changed || (read == 0 && !ended)) {
            return startOver(answer, place);
        }
        Draft draft = new Draft(answer);
        SortedMap<LocalDate, TrafficCounts> left = new TreeMap<>(place.left());
        for (ReportRow row : answer.rows()) {
            Optional<LocalDate> day = row.day();
            if (day.isEmpty()) {
                draft.reject(row.withoutDay());
                continue;
            }
            TrafficCounts counts = Counts.of(row);
            left.put(day.get(), Counts.minus(left.getOrDefault(day.get(), Counts.NONE), counts));
            draft.add(row.at(), new TrafficDay(day.get(), Scope.BREAKDOWN, source(row), counts, quality(answer, row)));
        }
        if (ended) {
            left.forEach((day, rest) -> remainder(draft, answer, day, rest));
        }
        Optional<TrafficPlace> next = ended
                ? Optional.empty()
                : Optional.of(new TrafficPlace(place.starts(), place.offset() + read, answer.rowCount(), left));
        return draft.page(next.map(TrafficPlace::cursor));
    }

    /** The report is another one than the pages before came from: nothing of it is taken, the slice begins anew. */
    private static Page startOver(Answer answer, TrafficPlace place) {
        if (place.starts() == MOST_STARTS) {
            throw ConnectorException.unavailable(
                    "the report changed " + (MOST_STARTS + 1) + " times while it was being read: " + answer.question(),
                    new IOException(place.rows() + " rows became " + answer.rowCount()));
        }
        Draft draft = new Draft(answer);
        draft.note("the report had " + place.rows() + " rows and then " + answer.rowCount() + "; it was begun anew");
        draft.leaveOut(answer.rows().size());
        return draft.page(Optional.of(place.again().cursor()));
    }

    private static void remainder(Draft draft, Answer answer, LocalDate day, TrafficCounts rest) {
        if (Counts.isNothing(rest)) {
            return;
        }
        if (Counts.isNegative(rest)) {
            draft.note("the parts of " + day + " count more than its total; the difference stands as " + rest);
        }
        TrafficCounts shown = new TrafficCounts(
                rest.sessions(), rest.engagedSessions(), Math.max(0, rest.users()), rest.newUsers(), rest.keyEvents());
        draft.add("remainder/" + day, new TrafficDay(day, Scope.BREAKDOWN, REMAINDER, shown, answer.quality()));
    }

    private static TrafficSource source(ReportRow row) {
        return new TrafficSource(row.dimension(1), row.dimension(2), row.dimension(3), row.dimension(4));
    }

    private static Set<Quality> quality(Answer answer, ReportRow row) {
        Set<Quality> quality = EnumSet.noneOf(Quality.class);
        quality.addAll(answer.quality());
        if (row.dimension(2).equals("(other)")) {
            quality.add(Quality.OTHER_ROW);
        }
        return quality;
    }
}
