package vn.nhip.connector.googleanalytics;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.TrafficDay.TrafficCounts;

/**
 * How far the parts of a range of days have been read.
 *
 * <p>Shape: {@code starts} counts how often the report changed in between and was begun anew; {@code offset} rows of
 * {@code rows} are read; {@code left} of each day's total is what no row has named yet. Nobody else remembers the totals.
 */
record TrafficPlace(int starts, int offset, int rows, SortedMap<LocalDate, TrafficCounts> left) {

    static final int UNKNOWN = -1;
    static final TrafficPlace START = new TrafficPlace(0, UNKNOWN, UNKNOWN, new TreeMap<>());

    TrafficPlace {
        left = Collections.unmodifiableSortedMap(new TreeMap<>(left));
    }

    /** The totals come first. */
    boolean beforeTotals() {
        return offset < 0;
    }

    TrafficPlace again() {
        return new TrafficPlace(starts + 1, UNKNOWN, UNKNOWN, new TreeMap<>());
    }

    /** {@code starts offset rows day=sessions,engaged,users,new,events …} */
    Cursor cursor() {
        StringJoiner text = new StringJoiner(" ");
        text.add(String.valueOf(starts)).add(String.valueOf(offset)).add(String.valueOf(rows));
        left.forEach((day, counts) -> text.add(day + "=" + counts.sessions() + "," + counts.engagedSessions() + ","
                + counts.users() + "," + counts.newUsers() + "," + counts.keyEvents()));
        return new Cursor(text.toString());
    }

    static TrafficPlace of(Cursor cursor) {
        String text = cursor.value();
        try {
            String[] parts = text.split(" ", -1);
            SortedMap<LocalDate, TrafficCounts> left = new TreeMap<>();
            for (int i = 3; i < parts.length; i++) {
                String[] day = parts[i].split("[=,]", -1);
                left.put(
                        LocalDate.parse(day[0]),
                        new TrafficCounts(
                                number(day, 1), number(day, 2), number(day, 3), number(day, 4), number(day, 5)));
            }
            return new TrafficPlace(
                    Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), left);
        } catch (RuntimeException unfit) {
            throw ConnectorException.data("the kept place '" + text + "' in a traffic report cannot be understood");
        }
    }

    private static long number(String[] parts, int at) {
        return Long.parseLong(parts[at]);
    }
}
