package vn.nhip.connector.googleanalytics;

import com.google.analytics.data.v1beta.PropertyQuota;
import com.google.analytics.data.v1beta.QuotaStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import vn.nhip.spi.QuotaLevel;

/**
 * The quotas of a property, as Google documents them for standard and for 360 properties.
 *
 * <p>Time: an hour's quota begins anew with the full hour, a day's at midnight in California.
 */
enum Quota {
    CONCURRENT("concurrent", 10, 50),
    TOKENS_PER_PROJECT_HOUR("project per hour", 14_000, 140_000),
    THRESHOLDED("thresholded", 120, 120),
    SERVER_ERRORS("server errors", 10, 50),
    TOKENS_PER_DAY("day", 200_000, 2_000_000),
    TOKENS_PER_HOUR("hour", 40_000, 400_000);

    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    private static final Duration ONE_REPORT = Duration.ofSeconds(30);

    private final String word;
    private final int standard;
    private final int large;

    Quota(String word, int standard, int large) {
        this.word = word;
        this.standard = standard;
        this.large = large;
    }

    /** The one that a refusal names; that of an hour where it names none. */
    static Quota named(String refusal) {
        return Arrays.stream(values())
                .filter(quota -> refusal.contains(quota.word))
                .findFirst()
                .orElse(TOKENS_PER_HOUR);
    }

    /** What is left of each that the answer speaks of. */
    static List<QuotaLevel> levels(String property, PropertyQuota quotas, Instant now) {
        return Arrays.stream(values())
                .flatMap(quota -> quota.level(property, quotas, now).stream())
                .toList();
    }

    private Optional<QuotaLevel> level(String property, PropertyQuota quotas, Instant now) {
        QuotaStatus left = status(quotas);
        if (!left.hasRemaining()) {
            return Optional.empty();
        }
        int whole = left.getRemaining() <= standard ? standard : large;
        return Optional.of(new QuotaLevel(
                "properties/" + property,
                name().toLowerCase(Locale.ROOT).replace('_', '-'),
                left.getRemaining(),
                OptionalLong.of(whole),
                resets(now)));
    }

    private QuotaStatus status(PropertyQuota quotas) {
        return switch (this) {
            case CONCURRENT -> quotas.getConcurrentRequests();
            case TOKENS_PER_PROJECT_HOUR -> quotas.getTokensPerProjectPerHour();
            case THRESHOLDED -> quotas.getPotentiallyThresholdedRequestsPerHour();
            case SERVER_ERRORS -> quotas.getServerErrorsPerProjectPerHour();
            case TOKENS_PER_DAY -> quotas.getTokensPerDay();
            case TOKENS_PER_HOUR -> quotas.getTokensPerHour();
        };
    }

    Instant resets(Instant now) {
        return switch (this) {
            case CONCURRENT -> now.plus(ONE_REPORT);
            case TOKENS_PER_DAY ->
                now.atZone(PACIFIC)
                        .toLocalDate()
                        .plusDays(1)
                        .atStartOfDay(PACIFIC)
                        .toInstant();
            case TOKENS_PER_PROJECT_HOUR, THRESHOLDED, SERVER_ERRORS, TOKENS_PER_HOUR ->
                now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        };
    }
}
