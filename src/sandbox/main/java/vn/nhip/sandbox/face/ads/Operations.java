package vn.nhip.sandbox.face.ads;

import com.google.ads.googleads.v23.errors.ErrorCode;
import com.google.ads.googleads.v23.errors.ErrorDetails;
import com.google.ads.googleads.v23.errors.GoogleAdsError;
import com.google.ads.googleads.v23.errors.QuotaErrorDetails;
import com.google.ads.googleads.v23.errors.QuotaErrorDetails.QuotaRateScope;
import com.google.ads.googleads.v23.errors.QuotaErrorEnum.QuotaError;
import com.google.protobuf.Duration;
import io.grpc.Status;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The operations of a day that the developer token allows; days begin at midnight in California. */
final class Operations {

    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    private static final int BASIC_ACCESS = 15_000;

    private final Clock clock;
    private LocalDate day = LocalDate.MIN;
    private int done;
    private int allowed = BASIC_ACCESS;

    Operations(Clock clock) {
        this.clock = clock;
    }

    synchronized void allow(int perDay) {
        allowed = perDay;
        done = 0;
    }

    /**
     * Counts one.
     *
     * @throws io.grpc.StatusRuntimeException RESOURCE_EXHAUSTED, with the time until the next day
     */
    synchronized void take() {
        LocalDate today = clock.instant().atZone(PACIFIC).toLocalDate();
        if (!today.equals(day)) {
            day = today;
            done = 0;
        }
        if (done == allowed) {
            Instant tomorrow = today.plusDays(1).atStartOfDay(PACIFIC).toInstant();
            throw exhausted(java.time.Duration.between(clock.instant(), tomorrow))
                    .thrown();
        }
        done++;
    }

    private static AdsRefusal exhausted(java.time.Duration wait) {
        QuotaErrorDetails details = QuotaErrorDetails.newBuilder()
                .setRateScope(QuotaRateScope.DEVELOPER)
                .setRateName("Number of operations for basic access")
                .setRetryDelay(Duration.newBuilder().setSeconds(wait.toSeconds()))
                .build();
        return new AdsRefusal(
                Status.Code.RESOURCE_EXHAUSTED,
                GoogleAdsError.newBuilder()
                        .setErrorCode(ErrorCode.newBuilder().setQuotaError(QuotaError.RESOURCE_EXHAUSTED))
                        .setMessage("Too many requests. Retry in " + wait.toSeconds() + " seconds.")
                        .setDetails(ErrorDetails.newBuilder().setQuotaErrorDetails(details))
                        .build());
    }
}
