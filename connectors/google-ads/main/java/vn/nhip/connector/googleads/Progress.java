package vn.nhip.connector.googleads;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.nhip.kit.report.AdTally;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.DayRange;

/**
 * How far a slice of days has come; all of it travels in the cursor.
 *
 * <p>Shape: {@code starts} counts how often reading began anew; {@code token} is Google's for the next page, of whose
 * report {@code read} of {@code rows} rows are read, up to {@code place}. {@code rest} holds, per day, the account's
 * figures less those of its campaigns so far.
 */
record Progress(
        Stage stage,
        String first,
        String last,
        String currency,
        int starts,
        String token,
        long read,
        long rows,
        Place place,
        SortedMap<String, AdTally> rest) {

    enum Stage {
        /** Ask the account for its zone and currency. */
        HOLDER,
        /** Read its own figures. */
        TOTALS,
        /** Read those of its campaigns. */
        CAMPAIGNS
    }

    /** Where a row stands in the order of a report. */
    record Place(String day, long campaign) {
        static final Place BEFORE_ALL = new Place("", -1);

        boolean isBefore(Place other) {
            int days = day.compareTo(other.day);
            return days < 0 || (days == 0 && campaign < other.campaign);
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    static Progress start(DayRange days) {
        return new Progress(
                Stage.HOLDER,
                days.first().toString(),
                days.last().toString(),
                "",
                0,
                "",
                0,
                0,
                Place.BEFORE_ALL,
                new TreeMap<>());
    }

    static Progress of(Cursor cursor) {
        try {
            return JSON.readValue(cursor.value(), Progress.class);
        } catch (JsonProcessingException unreadable) {
            throw ConnectorException.data("the place to go on from was written by another version of this connector");
        }
    }

    Cursor cursor() {
        try {
            return new Cursor(JSON.writeValueAsString(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    DayRange days() {
        return new DayRange(LocalDate.parse(first), LocalDate.parse(last));
    }

    boolean totals() {
        return stage == Stage.TOTALS;
    }

    /** The account's own figures, from the first page, of days that ended with this one. */
    Progress totalsUntil(LocalDate lastEnded, String money) {
        return new Progress(
                Stage.TOTALS, first, lastEnded.toString(), money, starts, "", 0, 0, Place.BEFORE_ALL, new TreeMap<>());
    }

    /** The page after this one. */
    Progress after(String next, long taken, long all, Place reached, SortedMap<String, AdTally> left) {
        return new Progress(stage, first, last, currency, starts, next, read + taken, all, reached, left);
    }

    /** The campaigns, from the first page. */
    Progress campaigns(SortedMap<String, AdTally> left) {
        return new Progress(Stage.CAMPAIGNS, first, last, currency, starts, "", 0, 0, Place.BEFORE_ALL, left);
    }

    /** All of it once more. */
    Progress again() {
        return new Progress(
                Stage.TOTALS, first, last, currency, starts + 1, "", 0, 0, Place.BEFORE_ALL, new TreeMap<>());
    }
}
