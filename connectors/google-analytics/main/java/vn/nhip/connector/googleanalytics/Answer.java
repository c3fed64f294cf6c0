package vn.nhip.connector.googleanalytics;

import com.google.analytics.data.v1beta.DimensionHeader;
import com.google.analytics.data.v1beta.MetricHeader;
import com.google.analytics.data.v1beta.ResponseMetaData;
import com.google.analytics.data.v1beta.RunReportResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import vn.nhip.kit.grpc.UnknownFields;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.RawBody;
import vn.nhip.spi.SourceNotes;
import vn.nhip.spi.TrafficDay.Quality;

/** A report that was checked to be the one asked for: the same columns, no row twice. */
record Answer(Question question, String property, Instant at, RunReportResponse response) {

    Answer {
        List<String> dimensions = response.getDimensionHeadersList().stream()
                .map(DimensionHeader::getName)
                .toList();
        List<String> metrics = response.getMetricHeadersList().stream()
                .map(MetricHeader::getName)
                .toList();
        boolean headed = dimensions.equals(question.dimensions()) && metrics.equals(question.metrics());
        if (!headed && response.getRowsCount() > 0) {
            throw ConnectorException.data("Google Analytics answered with the columns " + dimensions + metrics
                    + " where " + question.dimensions() + question.metrics() + " were asked for");
        }
        requireOnce(response);
    }

    private static void requireOnce(RunReportResponse response) {
        Set<Object> seen = new HashSet<>();
        response.getRowsList().forEach(row -> {
            if (!seen.add(row.getDimensionValuesList())) {
                throw ConnectorException.data("Google Analytics gave the same row twice in one report: "
                        + ReportRow.words(row.getDimensionValuesList()));
            }
        });
    }

    List<ReportRow> rows() {
        return IntStream.range(0, response.getRowsCount())
                .mapToObj(index -> new ReportRow(response.getRows(index), question.offset() + index, question))
                .toList();
    }

    /** How many rows the whole report has; an empty one does not say so. */
    int rowCount() {
        return response.getRowCount();
    }

    /** What the source warned about every row of this report. */
    Set<Quality> quality() {
        ResponseMetaData metadata = response.getMetadata();
        Set<Quality> quality = EnumSet.noneOf(Quality.class);
        if (metadata.getSubjectToThresholding()) {
            quality.add(Quality.THRESHOLDED);
        }
        if (metadata.getDataLossFromOtherRow()) {
            quality.add(Quality.OTHER_ROW);
        }
        if (metadata.getSamplingMetadatasCount() > 0) {
            quality.add(Quality.SAMPLED);
        }
        return quality;
    }

    /** The currency of the report's amounts, when the report says one that there is. */
    Optional<Currency> currency() {
        String code = response.getMetadata().getCurrencyCode();
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .findFirst();
    }

    /** Metrics that whoever asked may not see; the report shows zeros for them. */
    List<String> withheld() {
        return response.getMetadata().getSchemaRestrictionResponse().getActiveMetricRestrictionsList().stream()
                .map(restriction -> restriction.getMetricName())
                .toList();
    }

    /** The report without its quota, which stands in the notes and would make the same report another one each time. */
    RawBody raw() {
        byte[] report = response.toBuilder().clearPropertyQuota().build().toByteArray();
        return new RawBody(question + " for properties/" + property, "application/x-protobuf", report);
    }

    SourceNotes notes(List<String> more) {
        List<String> drift = new ArrayList<>(more);
        drift.addAll(UnknownFields.in(response, "RunReportResponse"));
        return new SourceNotes(zone(drift), currency(), Quota.levels(property, response.getPropertyQuota(), at), drift);
    }

    private Optional<ZoneId> zone(List<String> drift) {
        String zone = response.getMetadata().getTimeZone();
        try {
            return zone.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(zone));
        } catch (DateTimeException unknown) {
            drift.add("the property's time zone '" + zone + "' is not a known one");
            return Optional.empty();
        }
    }
}
