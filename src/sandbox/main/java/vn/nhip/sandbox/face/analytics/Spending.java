package vn.nhip.sandbox.face.analytics;

import com.google.analytics.data.v1beta.PropertyQuota;
import com.google.analytics.data.v1beta.QuotaStatus;
import io.grpc.Status;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import vn.nhip.sandbox.face.analytics.AnalyticsProperty.Allowance;

/** What one property has used up of its quotas; hours begin at the full hour, days at midnight in California. */
final class Spending {

    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    private static final int CONCURRENT = 10;

    private final Clock clock;
    private Instant hour = Instant.MIN;
    private LocalDate day = LocalDate.MIN;
    private int ofDay;
    private int ofHour;
    private int thresholded;

    Spending(Clock clock) {
        this.clock = clock;
    }

    /**
     * Takes a report's cost.
     *
     * @throws io.grpc.StatusRuntimeException RESOURCE_EXHAUSTED in the words of the vendor
     */
    synchronized PropertyQuota spend(Allowance allowance, boolean mayBeThresholded) {
        turn();
        int cost = Allowance.COST;
        demand(ofHour + cost <= allowance.perProjectHour(), "property tokens for a project per hour");
        demand(ofHour + cost <= allowance.perHour(), "property tokens per hour");
        demand(ofDay + cost <= allowance.perDay(), "property tokens per day");
        demand(!mayBeThresholded || thresholded < allowance.thresholdedPerHour(), "potentially thresholded requests");
        ofHour += cost;
        ofDay += cost;
        thresholded += mayBeThresholded ? 1 : 0;
        return PropertyQuota.newBuilder()
                .setTokensPerDay(left(cost, allowance.perDay() - ofDay))
                .setTokensPerHour(left(cost, allowance.perHour() - ofHour))
                .setTokensPerProjectPerHour(left(cost, allowance.perProjectHour() - ofHour))
                .setConcurrentRequests(left(0, CONCURRENT))
                .setServerErrorsPerProjectPerHour(left(0, CONCURRENT))
                .setPotentiallyThresholdedRequestsPerHour(
                        left(mayBeThresholded ? 1 : 0, allowance.thresholdedPerHour() - thresholded))
                .build();
    }

    private void turn() {
        Instant now = clock.instant();
        if (!now.truncatedTo(ChronoUnit.HOURS).equals(hour)) {
            hour = now.truncatedTo(ChronoUnit.HOURS);
            ofHour = 0;
            thresholded = 0;
        }
        if (!now.atZone(PACIFIC).toLocalDate().equals(day)) {
            day = now.atZone(PACIFIC).toLocalDate();
            ofDay = 0;
        }
    }

    private static void demand(boolean left, String what) {
        if (!left) {
            throw Status.RESOURCE_EXHAUSTED
                    .withDescription("Exhausted " + what + " quota.")
                    .asRuntimeException();
        }
    }

    private static QuotaStatus left(int consumed, int remaining) {
        return QuotaStatus.newBuilder()
                .setConsumed(consumed)
                .setRemaining(remaining)
                .build();
    }
}
