package vn.nhip.connector.inbox;

import vn.nhip.kit.facts.BoundMapping;
import vn.nhip.kit.facts.FactsMapping;
import vn.nhip.kit.facts.JsonRows;
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
record Mapping(String records, JsonRows rows, BoundMapping bound) {

    /** @throws vn.nhip.kit.yaml.YamlException with every problem of the file */
    static Mapping load(YamlMap file, ConnectorContext context) {
        FactsMapping facts = FactsMapping.load(file, context.zone(), context.currency());
        String records = file.find("read")
                .map(YamlNode::map)
                .map(read -> read.allow("records").text("records", ""))
                .orElse("");
        return new Mapping(records, new JsonRows(facts.columns()), facts.bind(facts.columns(), "line "));
    }
}
