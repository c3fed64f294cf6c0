package vn.nhip.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nhip.kit.facts.BoundMapping;
import vn.nhip.kit.facts.FactsMapping;
import vn.nhip.kit.facts.JsonPath;
import vn.nhip.kit.facts.Mapped;
import vn.nhip.kit.facts.RawRow;
import vn.nhip.manifest.component.Found;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.Page;
import vn.nhip.spi.Rejected;

/**
 * Makes facts of the records of one stream: a column of the mapping is the path of a field, {@code opens.unique_opens}.
 *
 * <p>Where {@code facts.yaml} names a nested list as rows, a record is as many rows as the list has items, at least one;
 * a column below the list is read from the item, any other from the record. A number in a path counts the items of a list
 * from 0: {@code emails.0.value}, or {@code 2} where the record itself is a list.
 */
final class Records {

    private final BoundMapping mapping;
    private final SourceFacts.Gone gone;
    private final List<Column> columns;
    private final JsonPath list;

    private record Column(JsonPath path, boolean ofItem) {}

    Records(SourceFacts.Reading reading, ConnectorContext context) {
        gone = reading.gone();
        FactsMapping facts = FactsMapping.load(reading.mapping(), context.zone(), context.currency());
        String below = reading.rows().map(rows -> rows + ".").orElse("");
        list = JsonPath.of(reading.rows().orElse(""));
        columns = facts.columns().stream()
                .map(column -> {
                    boolean ofItem = !below.isEmpty() && column.startsWith(below);
                    return new Column(JsonPath.of(ofItem ? column.substring(below.length()) : column), ofItem);
                })
                .toList();
        mapping = facts.bind(facts.columns(), "rows/");
    }

    /** What became of the records of a page. */
    record Made(List<Envelope> facts, List<Page.Removed> removed, List<Rejected> rejected, Page.Counts counts) {}

    /** The facts of these records; {@code unwanted} were left out by the manifest's own filter. */
    Made made(List<Found> records, int unwanted) {
        List<Envelope> facts = new ArrayList<>();
        List<Page.Removed> removed = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        int filtered = unwanted;
        int mappedRecords = 0;
        for (int i = 0; i < records.size(); i++) {
            Found found = records.get(i);
            Mapped mapped =
                    mapping.map(rows(i + 1, found.record()), () -> found.given().toString());
            facts.addAll(mapped.facts());
            gone(found.record()).forEach(removed::add);
            rejected.addAll(mapped.rejected());
            filtered += mapped.filtered() ? 1 : 0;
            mappedRecords += mapped.facts().isEmpty() ? 0 : 1;
        }
        return new Made(
                facts, removed, rejected, new Page.Counts((long) records.size() + unwanted, filtered, mappedRecords));
    }

    private List<Page.Removed> gone(JsonNode record) {
        JsonNode keys = gone.keys().in(record);
        List<Page.Removed> removed = new ArrayList<>();
        for (FactKind kind : gone.kinds()) {
            keys.forEach(key -> removed.add(new Page.Removed(kind, key.asText())));
            Stream.of(keys.asText().split(";", -1))
                    .map(String::strip)
                    .filter(key -> !key.isEmpty())
                    .forEach(key -> removed.add(new Page.Removed(kind, key)));
        }
        return removed;
    }

    private List<RawRow> rows(int number, JsonNode record) {
        JsonNode items = list.in(record);
        if (list.names().isEmpty() || items.isEmpty()) {
            return List.of(row(number, record, null));
        }
        List<RawRow> rows = new ArrayList<>(items.size());
        items.forEach(item -> rows.add(row(number, record, item)));
        return rows;
    }

    private RawRow row(int number, JsonNode record, @Nullable JsonNode item) {
        Object[] cells = new Object[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            Column column = columns.get(i);
            JsonNode from = column.ofItem() ? item : record;
            cells[i] = from == null ? null : column.path().cell(from);
        }
        return new RawRow(number, cells);
    }
}
