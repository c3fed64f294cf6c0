package vn.nhip.connector.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import vn.nhip.kit.facts.BoundMapping;
import vn.nhip.kit.facts.FactsMapping;
import vn.nhip.kit.facts.JsonPath;
import vn.nhip.kit.facts.Mapped;
import vn.nhip.kit.facts.RawRow;
import vn.nhip.kit.yaml.YamlMap;
import vn.nhip.kit.yaml.YamlNode;
import vn.nhip.spi.ConnectorContext;

/**
 * A {@code facts.yaml} for deliveries.
 *
 * <p>Shape: a column is the path of a field; {@code read.records} is the path of a list where one delivery holds several
 * records, empty for one. Three columns are always there: {@code _delivery}, {@code _record}, and {@code _received} in
 * epoch milliseconds.
 */
record Mapping(JsonPath records, List<JsonPath> columns, BoundMapping bound) {

    /** @throws vn.nhip.kit.yaml.YamlException with every problem of the file */
    static Mapping load(YamlMap file, ConnectorContext context) {
        FactsMapping facts = FactsMapping.load(file, context.zone(), context.currency());
        String records = file.find("read")
                .map(YamlNode::map)
                .map(read -> read.allow("records").text("records", ""))
                .orElse("");
        return new Mapping(
                JsonPath.of(records),
                facts.columns().stream().map(JsonPath::of).toList(),
                facts.bind(facts.columns(), "line "));
    }

    /** What becomes of a record; {@code line} is where it stands in the raw page. */
    Mapped map(long line, JsonNode record) {
        return bound.map(new RawRow(
                line, columns.stream().map(column -> column.cell(record)).toArray()));
    }
}
