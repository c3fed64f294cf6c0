package vn.nhip.spi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The open door: a number of the user's own metric on one day.
 *
 * <p>Shape: dimensions by name, may be empty. Units: the metric's own; up to six decimals; a currency when money.
 */
public record MetricDay(
        LocalDate day, String metric, Map<String, String> dimensions, BigDecimal value, Optional<String> currency)
        implements Fact {

    public MetricDay {
        Names.requireText(metric, "metric id");
        SortedMap<String, String> sorted = new TreeMap<>(dimensions);
        dimensions = Collections.unmodifiableSortedMap(sorted);
    }

    @Override
    public FactKind kind() {
        return FactKind.METRIC_DAY;
    }

    @Override
    public String key() {
        return day + "|" + metric + "|" + dimensions;
    }
}
