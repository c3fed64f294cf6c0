package vn.nhip.spi;

import java.time.LocalDate;
import java.util.Set;

/**
 * Web traffic of one day, either the whole account (TOTAL) or one channel, source, medium and campaign (BREAKDOWN).
 *
 * <p>Shape: a TOTAL has empty channel, source, medium and campaign. Units: whole counts. Time: the account's days.
 * Users of several days or rows are never added.
 */
public record TrafficDay(LocalDate day, Scope scope, TrafficSource from, TrafficCounts counts, Set<Quality> quality)
        implements Fact {

    /** What the source warned about this row. */
    public enum Quality {
        THRESHOLDED,
        OTHER_ROW,
        SAMPLED
    }

    /** Where visits came from; all four empty on a TOTAL. */
    public record TrafficSource(String channel, String source, String medium, String campaign) {
        public static final TrafficSource ALL = new TrafficSource("", "", "", "");
    }

    /** Whole counts of one row. */
    public record TrafficCounts(long sessions, long engagedSessions, long users, long newUsers, long keyEvents) {}

    public TrafficDay {
        quality = Set.copyOf(quality);
        if (scope == Scope.TOTAL && !from.equals(TrafficSource.ALL)) {
            throw new IllegalArgumentException("a TOTAL row cannot name a channel, source, medium or campaign");
        }
    }

    @Override
    public FactKind kind() {
        return FactKind.TRAFFIC_DAY;
    }

    @Override
    public String key() {
        return String.join(
                "|", day.toString(), scope.id(), from.channel(), from.source(), from.medium(), from.campaign());
    }
}
