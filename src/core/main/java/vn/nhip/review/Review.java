package vn.nhip.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/** One decision about one KPI in the review of one month, with how the KPI stood when it was taken. */
public record Review(long id, YearMonth month, String kpi, Decision decision, Seen seen, String who, Instant at) {

    /**
     * How a KPI stood: the month's value, the target for each period of its cadence, and in how many of the periods that could
     * be judged it was reached.
     */
    public record Seen(Optional<BigDecimal> value, Optional<BigDecimal> target, int reached, int judged) {}
}
