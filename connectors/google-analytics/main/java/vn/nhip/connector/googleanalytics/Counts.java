package vn.nhip.connector.googleanalytics;

import java.util.stream.LongStream;
import vn.nhip.spi.TrafficDay.TrafficCounts;

/** Arithmetic on the counts of a day; users are taken along, but never added up across rows that were read. */
final class Counts {

    static final TrafficCounts NONE = new TrafficCounts(0, 0, 0, 0, 0);

    private Counts() {}

    /** The metrics of {@link Question#TRAFFIC}. */
    static TrafficCounts of(ReportRow row) {
        return new TrafficCounts(row.count(0), row.count(1), row.count(2), row.count(3), row.count(4));
    }

    static TrafficCounts minus(TrafficCounts all, TrafficCounts part) {
        return new TrafficCounts(
                all.sessions() - part.sessions(),
                all.engagedSessions() - part.engagedSessions(),
                all.users() - part.users(),
                all.newUsers() - part.newUsers(),
                all.keyEvents() - part.keyEvents());
    }

    /** One user may stand in several parts, so what is left of users says nothing. */
    static boolean isNothing(TrafficCounts counts) {
        return withoutUsers(counts).allMatch(count -> count == 0);
    }

    static boolean isNegative(TrafficCounts counts) {
        return withoutUsers(counts).anyMatch(count -> count < 0);
    }

    private static LongStream withoutUsers(TrafficCounts counts) {
        return LongStream.of(counts.sessions(), counts.engagedSessions(), counts.newUsers(), counts.keyEvents());
    }
}
