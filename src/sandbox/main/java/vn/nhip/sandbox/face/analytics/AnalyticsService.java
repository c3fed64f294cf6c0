package vn.nhip.sandbox.face.analytics;

import com.google.analytics.data.v1beta.BetaAnalyticsDataGrpc.BetaAnalyticsDataImplBase;
import com.google.analytics.data.v1beta.CheckCompatibilityRequest;
import com.google.analytics.data.v1beta.CheckCompatibilityResponse;
import com.google.analytics.data.v1beta.Compatibility;
import com.google.analytics.data.v1beta.Dimension;
import com.google.analytics.data.v1beta.DimensionCompatibility;
import com.google.analytics.data.v1beta.DimensionHeader;
import com.google.analytics.data.v1beta.DimensionMetadata;
import com.google.analytics.data.v1beta.Metric;
import com.google.analytics.data.v1beta.MetricCompatibility;
import com.google.analytics.data.v1beta.MetricHeader;
import com.google.analytics.data.v1beta.MetricMetadata;
import com.google.analytics.data.v1beta.ResponseMetaData;
import com.google.analytics.data.v1beta.Row;
import com.google.analytics.data.v1beta.RunReportRequest;
import com.google.analytics.data.v1beta.RunReportResponse;
import com.google.analytics.data.v1beta.SamplingMetadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import vn.nhip.sandbox.face.analytics.AnalyticsProperty.Mark;

/** Answers reports from the properties that it has. */
final class AnalyticsService extends BetaAnalyticsDataImplBase {

    private static final int ORDINARY_LIMIT = 10_000;
    private static final int LARGEST_LIMIT = 250_000;
    private static final String FEW_USERS = "sessionCampaignName";

    private final Clock clock;
    private final Map<String, AnalyticsProperty> properties = new ConcurrentHashMap<>();
    private final Map<String, Spending> spent = new ConcurrentHashMap<>();
    private final List<RunReportRequest> reports = new CopyOnWriteArrayList<>();

    AnalyticsService(Clock clock) {
        this.clock = clock;
    }

    void put(AnalyticsProperty property) {
        properties.put("properties/" + property.id(), property);
    }

    List<RunReportRequest> reports() {
        return List.copyOf(reports);
    }

    @Override
    public void runReport(RunReportRequest request, StreamObserver<RunReportResponse> answer) {
        reports.add(request);
        answer(answer, () -> report(request));
    }

    @Override
    public void checkCompatibility(
            CheckCompatibilityRequest request, StreamObserver<CheckCompatibilityResponse> answer) {
        answer(answer, () -> compatibility(request));
    }

    private RunReportResponse report(RunReportRequest request) {
        AnalyticsProperty property = property(request.getProperty());
        ReportQuery query = new ReportQuery(request);
        boolean mayBeThresholded = request.getDimensionsList().stream()
                .anyMatch(dimension -> dimension.getName().equals(FEW_USERS));
        var quota = spent.computeIfAbsent(property.id(), id -> new Spending(clock))
                .spend(property.allowance(), mayBeThresholded);
        List<Row> rows = query.rows(new Visits(property, clock));
        RunReportResponse.Builder response = RunReportResponse.newBuilder()
                .setMetadata(metadata(property, query, rows))
                .setKind("analyticsData#runReport");
        request.getDimensionsList()
                .forEach(one -> response.addDimensionHeaders(
                        DimensionHeader.newBuilder().setName(one.getName())));
        request.getMetricsList()
                .forEach(one ->
                        response.addMetricHeaders(MetricHeader.newBuilder().setName(one.getName())));
        rows.stream().skip(request.getOffset()).limit(limit(request)).forEach(response::addRows);
        response.setRowCount(rows.size());
        if (request.getReturnPropertyQuota()) {
            response.setPropertyQuota(quota);
        }
        return response.build();
    }

    private static long limit(RunReportRequest request) {
        return Math.min(LARGEST_LIMIT, request.getLimit() == 0 ? ORDINARY_LIMIT : request.getLimit());
    }

    private static ResponseMetaData metadata(AnalyticsProperty property, ReportQuery query, List<Row> rows) {
        ResponseMetaData.Builder metadata = ResponseMetaData.newBuilder()
                .setCurrencyCode(property.currency())
                .setTimeZone(property.zone().getId())
                .setSubjectToThresholding(query.byPart() && property.marks().contains(Mark.THRESHOLDED))
                .setDataLossFromOtherRow(query.byPart()
                        && rows.stream().anyMatch(row -> row.getDimensionValuesList().stream()
                                .anyMatch(value -> value.getValue().equals("(other)"))));
        if (property.marks().contains(Mark.SAMPLED)) {
            metadata.addSamplingMetadatas(
                    SamplingMetadata.newBuilder().setSamplesReadCount(100).setSamplingSpaceSize(1_000));
        }
        if (property.marks().contains(Mark.NO_REVENUE)) {
            metadata.getSchemaRestrictionResponseBuilder()
                    .addActiveMetricRestrictionsBuilder()
                    .setMetricName("purchaseRevenue");
        }
        return metadata.build();
    }

    private CheckCompatibilityResponse compatibility(CheckCompatibilityRequest request) {
        AnalyticsProperty property = property(request.getProperty());
        CheckCompatibilityResponse.Builder response = CheckCompatibilityResponse.newBuilder();
        for (Dimension dimension : request.getDimensionsList()) {
            boolean good = Field.Dimension.of(dimension.getName()).isPresent()
                    && !(property.marks().contains(Mark.NO_CAMPAIGNS)
                            && dimension.getName().equals(FEW_USERS));
            response.addDimensionCompatibilities(DimensionCompatibility.newBuilder()
                    .setDimensionMetadata(DimensionMetadata.newBuilder().setApiName(dimension.getName()))
                    .setCompatibility(compatible(good)));
        }
        for (Metric metric : request.getMetricsList()) {
            response.addMetricCompatibilities(MetricCompatibility.newBuilder()
                    .setMetricMetadata(MetricMetadata.newBuilder().setApiName(metric.getName()))
                    .setCompatibility(
                            compatible(Field.Metric.of(metric.getName()).isPresent())));
        }
        return response.build();
    }

    private static Compatibility compatible(boolean good) {
        return good ? Compatibility.COMPATIBLE : Compatibility.INCOMPATIBLE;
    }

    private AnalyticsProperty property(String name) {
        return Optional.ofNullable(properties.get(name)).orElseThrow(() -> Status.PERMISSION_DENIED
                .withDescription("User does not have sufficient permissions for this property.")
                .asRuntimeException());
    }

    private static <A> void answer(StreamObserver<A> to, Supplier<A> answer) {
        try {
            to.onNext(answer.get());
            to.onCompleted();
        } catch (StatusRuntimeException refused) {
            to.onError(refused);
        }
    }
}
