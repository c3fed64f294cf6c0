package vn.nhip.connector.googleanalytics;

import com.google.analytics.data.v1beta.DimensionValue;
import com.google.analytics.data.v1beta.MetricValue;
import com.google.analytics.data.v1beta.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Rejected;

/** A row of a report; {@code number} counts from the report's first row. */
record ReportRow(Row row, long number, Question question) {

    String at() {
        return "rows/" + number;
    }

    static String words(List<DimensionValue> dimensions) {
        return dimensions.stream().map(DimensionValue::getValue).collect(Collectors.joining(" | "));
    }

    /** The day of a report by day; empty where many days were put together. */
    Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(dimension(0), DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }

    String dimension(int index) {
        return row.getDimensionValues(index).getValue();
    }

    /** A count; fractions, as of key events that several visits share, are rounded half up. */
    long count(int index) {
        return number(index).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    BigDecimal number(int index) {
        String text = row.getMetricValues(index).getValue();
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException unfit) {
            throw ConnectorException.data("Google Analytics gave '" + text + "' for "
                    + question.metrics().get(index) + " in row " + number + " of " + question);
        }
    }

    Rejected withoutDay() {
        return new Rejected(
                at(),
                Question.DATE,
                dimension(0),
                "not a day; what it counts stands in the day's remainder",
                words(row.getDimensionValuesList())
                        + row.getMetricValuesList().stream()
                                .map(MetricValue::getValue)
                                .collect(Collectors.joining(" | ", " | ", "")));
    }
}
