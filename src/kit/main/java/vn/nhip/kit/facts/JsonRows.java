package vn.nhip.kit.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSON records as rows: a column is the path of a field, such as {@code customer.email}; a list or map is its text. */
public final class JsonRows {

    private static final Pattern DOT = Pattern.compile("[.]");

    private final List<String[]> paths;

    public JsonRows(List<String> columns) {
        this.paths = columns.stream().map(column -> DOT.split(column, -1)).toList();
    }

    /** The row of a record; {@code number} counts from 1. */
    public RawRow row(long number, JsonNode record) {
        @Nullable Object[] cells = new Object[paths.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(record, paths.get(i));
        }
        return new RawRow(number, cells);
    }

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
