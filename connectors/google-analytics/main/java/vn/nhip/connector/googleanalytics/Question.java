package vn.nhip.connector.googleanalytics;

import com.google.analytics.data.v1beta.DateRange;
import com.google.analytics.data.v1beta.Dimension;
import com.google.analytics.data.v1beta.Metric;
import com.google.analytics.data.v1beta.OrderBy;
import com.google.analytics.data.v1beta.RunReportRequest;
import java.util.List;
import vn.nhip.spi.DayRange;

/** A report to ask for: told apart by these dimensions, in their order; {@code offset} rows are left out. */
record Question(DayRange days, List<String> dimensions, List<String> metrics, long offset, int limit) {

    /** More than there can be, where rows are days or there is one only. */
    static final int ALL = 10_000;

    static final String DATE = "date";
    static final String USERS = "totalUsers";
    static final List<String> ORIGIN =
            List.of(DATE, "sessionDefaultChannelGroup", "sessionSource", "sessionMedium", "sessionCampaignName");
    static final List<String> TRAFFIC = List.of("sessions", "engagedSessions", USERS, "newUsers", "keyEvents");
    static final List<String> PURCHASES = List.of("transactions", "purchaseRevenue");

    static Question of(DayRange days, List<String> dimensions, List<String> metrics) {
        return new Question(days, dimensions, metrics, 0, ALL);
    }

    RunReportRequest about(String property) {
        RunReportRequest.Builder request = RunReportRequest.newBuilder()
                .setProperty(property)
                .addDateRanges(DateRange.newBuilder()
                        .setStartDate(days.first().toString())
                        .setEndDate(days.last().toString()))
                .setOffset(offset)
                .setLimit(limit)
                .setReturnPropertyQuota(true);
        metrics.forEach(name -> request.addMetrics(Metric.newBuilder().setName(name)));
        for (String name : dimensions) {
            request.addDimensions(Dimension.newBuilder().setName(name));
            request.addOrderBys(OrderBy.newBuilder()
                    .setDimension(OrderBy.DimensionOrderBy.newBuilder()
                            .setDimensionName(name)
                            .setOrderType(OrderBy.DimensionOrderBy.OrderType.ALPHANUMERIC)));
        }
        return request.build();
    }

    @Override
    public String toString() {
        String by = dimensions.isEmpty() ? "" : " by " + String.join(", ", dimensions);
        return "runReport " + String.join(", ", metrics) + by + " of " + days.first() + " to " + days.last()
                + (offset > 0 ? " from row " + offset : "");
    }
}
