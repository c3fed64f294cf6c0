package vn.nhip.kit.facts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.nhip.spi.MetricDay;

/** Numbers of the user's own metrics by day. */
final class MetricMapper {

    private MetricMapper() {}

    static FactMapper of(Attributes attributes) {
        Attribute day = attributes.required("day");
        Attribute metric = attributes.required("metric");
        Attribute value = attributes.required("value");
        Attribute currency = attributes.optional("currency");
        Map<String, Attribute> dimensions = new LinkedHashMap<>();
        attributes
                .nested("dimensions")
                .ifPresent(inner -> inner.map().keys().forEach(name -> dimensions.put(name, inner.required(name))));
        return group -> new MetricDay(
                day.day(group),
                metric.text(group),
                read(dimensions, group),
                value.storable(group),
                code(currency, group));
    }

    private static Map<String, String> read(Map<String, Attribute> dimensions, Group group) {
        Map<String, String> values = new LinkedHashMap<>();
        dimensions.forEach((name, attribute) -> values.put(name, attribute.text(group)));
        return values;
    }

    private static Optional<String> code(Attribute currency, Group group) {
        return currency.findText(group)
                .map(text -> MoneyReader.code(currency, group).getCurrencyCode());
    }
}
