package vn.nhip.sandbox.face.analytics;

import java.time.ZoneId;
import java.util.Set;
import vn.nhip.sandbox.truth.Truth;

/**
 * A property and what it would answer now.
 *
 * <p>Shape: {@code id} is digits. A day younger than {@code settlesAfter} days shows less than the truth, as it is still
 * being counted; 0 shows the truth at once.
 */
public record AnalyticsProperty(
        String id, ZoneId zone, String currency, Truth truth, int settlesAfter, Set<Mark> marks, Allowance allowance) {

    /** What the property holds back, and says so. */
    public enum Mark {
        /** Parts with fewer than five users are left out of a report by source. */
        THRESHOLDED,
        /** Reports are made from a tenth of the events. */
        SAMPLED,
        /** The role of whoever asks may not see revenue. */
        NO_REVENUE,
        /** The dimension for campaigns does not go together with the others. */
        NO_CAMPAIGNS
    }

    public AnalyticsProperty {
        marks = Set.copyOf(marks);
    }

    /** A property that settles at once, holds nothing back and has the ordinary quota. */
    public static AnalyticsProperty of(String id, String currency, Truth truth) {
        return new AnalyticsProperty(id, truth.span().zone(), currency, truth, 0, Set.of(), Allowance.STANDARD);
    }

    public AnalyticsProperty with(Truth next) {
        return new AnalyticsProperty(id, zone, currency, next, settlesAfter, marks, allowance);
    }

    public AnalyticsProperty settlingAfter(int days) {
        return new AnalyticsProperty(id, zone, currency, truth, days, marks, allowance);
    }

    public AnalyticsProperty marked(Mark... next) {
        return new AnalyticsProperty(id, zone, currency, truth, settlesAfter, Set.of(next), allowance);
    }

    public AnalyticsProperty allowing(Allowance next) {
        return new AnalyticsProperty(id, zone, currency, truth, settlesAfter, marks, next);
    }

    /** How many requests and tokens a property has; each report costs {@link #COST} tokens. */
    public record Allowance(int perDay, int perHour, int perProjectHour, int thresholdedPerHour) {
        public static final int COST = 10;
        public static final Allowance STANDARD = new Allowance(200_000, 40_000, 14_000, 120);
    }
}
