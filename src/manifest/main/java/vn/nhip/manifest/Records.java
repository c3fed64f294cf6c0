package vn.nhip.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nhip.kit.facts.BoundMapping;
import vn.nhip.kit.facts.FactsMapping;
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

    private static final Pattern DOT = Pattern.compile("[.]");
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,6}");

    private final BoundMapping mapping;
    private final SourceFacts.Gone gone;
    private final List<Column> columns;
    private final List<String> list;

    private record Column(List<String> path, boolean ofItem) {}

    Records(SourceFacts.Reading reading, ConnectorContext context) {
        gone = reading.gone();
        FactsMapping facts = FactsMapping.load(reading.mapping(), context.zone(), context.currency());
        String below = reading.rows().map(rows -> rows + ".").orElse("");
        list = reading.rows().map(rows -> names(rows)).orElse(List.of());
        columns = facts.columns().stream()
                .map(column -> {
                    boolean ofItem = !below.isEmpty() && column.startsWith(below);
                    return new Column(names(ofItem ? column.substring(below.length()) : column), ofItem);
                })
                .toList();
        mapping = facts.bind(facts.columns(), "rows/");
    }

    private static List<String> names(String path) {
        return List.of(DOT.split(path, -1));
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
        JsonNode keys = at(record, gone.keys());
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
        JsonNode items = at(record, list);
        if (list.isEmpty() || items.isEmpty()) {
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
            cells[i] = from == null ? null : cell(at(from, column.path()));
        }
        return new RawRow(number, cells);
    }

    private static JsonNode at(JsonNode record, List<String> path) {
        JsonNode at = record;
        for (String name : path) {
            at = at.isArray() && INDEX.matcher(name).matches() ? at.path(Integer.parseInt(name)) : at.path(name);
        }
        return at;
    }

    /** A value as a cell; a list or a map is its JSON text. */
    private static @Nullable Object cell(JsonNode at) {
        if (at.isMissingNode() || at.isNull()) {
            return null;
        }
        if (at.isNumber()) {
            return at.decimalValue();
        }
        if (at.isBoolean()) {
            return at.booleanValue();
        }
        return at.isTextual() ? at.textValue() : at.toString();
    }
}
