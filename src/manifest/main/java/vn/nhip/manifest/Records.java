package vn.nhip.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nhip.kit.facts.BoundMapping;
import vn.nhip.kit.facts.FactsMapping;
import vn.nhip.kit.facts.Mapped;
import vn.nhip.kit.facts.RawRow;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Page;
import vn.nhip.spi.RawBody;
import vn.nhip.spi.Rejected;

/** Makes facts of the records of one stream: a column of the mapping is the path of a field, {@code opens.unique_opens}. */
final class Records {

    private static final Pattern DOT = Pattern.compile("[.]");

    private final BoundMapping mapping;
    private final List<String[]> paths;

    Records(SourceFacts.Reading reading, ConnectorContext context) {
        FactsMapping facts = FactsMapping.load(reading.mapping(), context.zone(), context.currency());
        paths = facts.columns().stream().map(column -> DOT.split(column, -1)).toList();
        mapping = facts.bind(facts.columns(), "rows/");
    }

    /** The page of these records; {@code unwanted} were left out by the manifest's own filter. */
    Page page(List<JsonNode> records, int unwanted, RawBody raw, Optional<Cursor> next) {
        List<Envelope> facts = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        int filtered = unwanted;
        int mappedRecords = 0;
        for (int i = 0; i < records.size(); i++) {
            Mapped mapped = mapping.map(row(i + 1, records.get(i)));
            facts.addAll(mapped.facts());
            rejected.addAll(mapped.rejected());
            filtered += mapped.filtered() ? 1 : 0;
            mappedRecords += mapped.facts().isEmpty() ? 0 : 1;
        }
        Page.Counts counts = new Page.Counts((long) records.size() + unwanted, filtered, mappedRecords);
        return new Page(facts, List.of(), rejected, counts, raw, next, Optional.empty());
    }

    private RawRow row(int number, JsonNode record) {
        Object[] cells = new Object[paths.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(record, paths.get(i));
        }
        return new RawRow(number, cells);
    }

    /** The value at a path; a list or a map is its JSON text. */
    private static @Nullable Object cell(JsonNode record, String[] path) {
        JsonNode at = record;
        for (String name : path) {
            at = at.path(name);
        }
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
