package vn.nhip.bench;

import com.google.analytics.data.v1beta.BetaAnalyticsDataGrpc;
import com.google.analytics.data.v1beta.DateRange;
import com.google.analytics.data.v1beta.Dimension;
import com.google.analytics.data.v1beta.DimensionHeader;
import com.google.analytics.data.v1beta.DimensionValue;
import com.google.analytics.data.v1beta.Metric;
import com.google.analytics.data.v1beta.MetricHeader;
import com.google.analytics.data.v1beta.MetricValue;
import com.google.analytics.data.v1beta.PropertyQuota;
import com.google.analytics.data.v1beta.QuotaStatus;
import com.google.analytics.data.v1beta.Row;
import com.google.analytics.data.v1beta.RunReportRequest;
import com.google.analytics.data.v1beta.RunReportResponse;
import io.grpc.Channel;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.nhip.sandbox.face.grpc.GrpcFace;
import vn.nhip.spi.Secret;

/** Google Analytics: a row has five dimensions and five metrics. */
final class AnalyticsPlatform implements Platform {

    private static final List<String> ORIGIN =
            List.of("date", "sessionDefaultChannelGroup", "sessionSource", "sessionMedium", "sessionCampaignName");
    private static final List<String> TRAFFIC =
            List.of("sessions", "engagedSessions", "totalUsers", "newUsers", "keyEvents");
    private static final List<Integer> EACH = List.of(3, 2, 3, 1, 1);

    @Override
    public String connector() {
        return "google-analytics";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("property", "1");
    }

    @Override
    public Map<String, Secret> secrets() {
        return Map.of();
    }

    @Override
    public GrpcFace serve(int rowsPerDay) {
        List<List<byte[]>> pages = Platform.months().stream()
                .map(month -> pages(month, rowsPerDay))
                .toList();
        return LoadedService.of(BetaAnalyticsDataGrpc.getRunReportMethod(), request -> {
            YearMonth month = YearMonth.from(first(request));
            return request.getDimensionsCount() == ORIGIN.size()
                    ? pages.get(month.getMonthValue() - 1).get((int) request.getOffset() / PAGE)
                    : totals(request, rowsPerDay);
        });
    }

    private static LocalDate first(RunReportRequest request) {
        return LocalDate.parse(request.getDateRanges(0).getStartDate());
    }

    private static List<byte[]> pages(YearMonth month, int rowsPerDay) {
        int all = month.lengthOfMonth() * rowsPerDay;
        List<byte[]> pages = new ArrayList<>();
        for (int from = 0; from < all; from += PAGE) {
            RunReportResponse.Builder page = head(ORIGIN, TRAFFIC).setRowCount(all);
            for (int row = from; row < Math.min(all, from + PAGE); row++) {
                page.addRows(row(month.atDay(1 + row / rowsPerDay), row % rowsPerDay));
            }
            pages.add(page.build().toByteArray());
        }
        return pages;
    }

    private static Row row(LocalDate day, int campaign) {
        Row.Builder row = Row.newBuilder();
        List.of(
                        day.format(DateTimeFormatter.BASIC_ISO_DATE),
                        "Paid Social",
                        "source-" + campaign % 50,
                        "cpc",
                        Platform.name(campaign))
                .forEach(value ->
                        row.addDimensionValues(DimensionValue.newBuilder().setValue(value)));
        EACH.forEach(count -> row.addMetricValues(value(count)));
        return row.build();
    }

    private static MetricValue.Builder value(long count) {
        return MetricValue.newBuilder().setValue(Long.toString(count));
    }

    private static RunReportResponse.Builder head(List<String> dimensions, List<String> metrics) {
        RunReportResponse.Builder head = RunReportResponse.newBuilder();
        dimensions.forEach(
                name -> head.addDimensionHeaders(DimensionHeader.newBuilder().setName(name)));
        metrics.forEach(name -> head.addMetricHeaders(MetricHeader.newBuilder().setName(name)));
        head.getMetadataBuilder().setCurrencyCode("VND").setTimeZone("Asia/Ho_Chi_Minh");
        return head.setPropertyQuota(PropertyQuota.newBuilder()
                .setTokensPerDay(QuotaStatus.newBuilder().setRemaining(1_999_000)));
    }

    /** One row for each day, or one for all of them; what is no traffic is as much as sessions. */
    private static byte[] totals(RunReportRequest request, int rowsPerDay) {
        List<String> dimensions =
                request.getDimensionsList().stream().map(Dimension::getName).toList();
        List<String> metrics =
                request.getMetricsList().stream().map(Metric::getName).toList();
        RunReportResponse.Builder report = head(dimensions, metrics);
        LocalDate end = LocalDate.parse(request.getDateRanges(0).getEndDate()).plusDays(1);
        first(request)
                .datesUntil(dimensions.isEmpty() ? first(request).plusDays(1) : end)
                .forEach(day -> {
                    Row.Builder row = report.addRowsBuilder();
                    dimensions.forEach(name ->
                            row.addDimensionValuesBuilder().setValue(day.format(DateTimeFormatter.BASIC_ISO_DATE)));
                    for (int metric = 0; metric < metrics.size(); metric++) {
                        row.addMetricValues(value((long) EACH.get(metric) * rowsPerDay));
                    }
                });
        return report.setRowCount(report.getRowsCount()).build().toByteArray();
    }

    @Override
    public long read(Channel channel) {
        var stub = BetaAnalyticsDataGrpc.newBlockingStub(channel);
        long rows = 0;
        for (YearMonth month : Platform.months()) {
            int inMonth = 0;
            RunReportResponse page;
            do {
                page = stub.runReport(request(month, inMonth));
                inMonth += page.getRowsCount();
            } while (inMonth < page.getRowCount());
            rows += inMonth;
        }
        return rows;
    }

    private static RunReportRequest request(YearMonth month, int offset) {
        RunReportRequest.Builder request = RunReportRequest.newBuilder()
                .addDateRanges(
                        DateRange.newBuilder().setStartDate(month.atDay(1).toString()))
                .setOffset(offset)
                .setLimit(PAGE);
        ORIGIN.forEach(name -> request.addDimensions(Dimension.newBuilder().setName(name)));
        return request.build();
    }
}
