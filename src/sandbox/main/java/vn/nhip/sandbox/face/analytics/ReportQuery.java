package vn.nhip.sandbox.face.analytics;

import com.google.analytics.data.v1beta.DateRange;
import com.google.analytics.data.v1beta.DimensionValue;
import com.google.analytics.data.v1beta.MetricValue;
import com.google.analytics.data.v1beta.OrderBy;
import com.google.analytics.data.v1beta.Row;
import com.google.analytics.data.v1beta.RunReportRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.nhip.sandbox.face.analytics.Field.Dimension;
import vn.nhip.sandbox.face.analytics.Field.Metric;

/** A report as it was asked for: which days, told apart by what, counting what, in which order. */
final class ReportQuery {

    private final RunReportRequest request;
    private final List<Dimension> dimensions;
    private final List<Metric> metrics;

    /**
     * Reads the request.
     *
     * @throws StatusRuntimeException INVALID_ARGUMENT, naming what the face does not know
     */
    ReportQuery(RunReportRequest request) {
        this.request = request;
        this.dimensions = request.getDimensionsList().stream()
                .map(one -> Dimension.of(one.getName()).orElseThrow(() -> unknown("dimension", one.getName())))
                .toList();
        this.metrics = request.getMetricsList().stream()
                .map(one -> Metric.of(one.getName()).orElseThrow(() -> unknown("metric", one.getName())))
                .toList();
        if (metrics.isEmpty() || request.getDateRangesCount() != 1 || (byPart() && ofPurchases())) {
            throw refused("the face reads one date range, and purchases by day only");
        }
    }

    boolean byPart() {
        return dimensions.stream().anyMatch(dimension -> dimension != Dimension.DATE);
    }

    private boolean ofPurchases() {
        return metrics.stream().anyMatch(Metric::isOfPurchases);
    }

    /** All rows of the report, in its order. */
    List<Row> rows(Visits visits) {
        DateRange days = request.getDateRanges(0);
        LocalDate first = LocalDate.parse(days.getStartDate());
        LocalDate last = LocalDate.parse(days.getEndDate());
        Stream<Visit> all = ofPurchases() ? visits.purchases(first, last) : visits.between(first, last, byPart());
        Map<List<String>, List<Visit>> groups = new LinkedHashMap<>();
        all.forEach(visit ->
                groups.computeIfAbsent(key(visit), key -> new ArrayList<>()).add(visit));
        Stream<Row> rows = groups.entrySet().stream().map(group -> row(group.getKey(), group.getValue()));
        return rows.sorted(order()).toList();
    }

    private List<String> key(Visit visit) {
        return dimensions.stream().map(dimension -> dimension.of(visit)).toList();
    }

    private Row row(List<String> key, List<Visit> visits) {
        Row.Builder row = Row.newBuilder();
        key.forEach(value -> row.addDimensionValues(DimensionValue.newBuilder().setValue(value)));
        metrics.forEach(metric -> row.addMetricValues(MetricValue.newBuilder().setValue(metric.of(visits))));
        return row.build();
    }

    private Comparator<Row> order() {
        Comparator<Row> order = Comparator.comparing(row -> 0);
        for (OrderBy by : request.getOrderBysList()) {
            Comparator<Row> next = by.hasDimension() ? byDimension(by) : byMetric(by);
            order = order.thenComparing(by.getDesc() ? next.reversed() : next);
        }
        return order;
    }

    private Comparator<Row> byDimension(OrderBy by) {
        int at = dimensions.indexOf(Dimension.of(by.getDimension().getDimensionName())
                .orElseThrow(() -> unknown("dimension", by.getDimension().getDimensionName())));
        return Comparator.comparing(row -> row.getDimensionValues(at).getValue());
    }

    private Comparator<Row> byMetric(OrderBy by) {
        int at = metrics.indexOf(Metric.of(by.getMetric().getMetricName())
                .orElseThrow(() -> unknown("metric", by.getMetric().getMetricName())));
        return Comparator.comparing(
                row -> new BigDecimal(row.getMetricValues(at).getValue()));
    }

    private static StatusRuntimeException unknown(String what, String name) {
        return refused("Field " + name + " is not a valid " + what + ".");
    }

    static StatusRuntimeException refused(String why) {
        return Status.INVALID_ARGUMENT.withDescription(why).asRuntimeException();
    }
}
