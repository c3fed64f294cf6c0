package vn.nhip.sandbox.face.books;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One tab of a spreadsheet: its grid, what stands in the cells, how columns are shown, and the marks it carries. */
final class SheetTab {

    private static final JsonNode NOTHING = TextNode.valueOf("");

    private final ObjectNode properties;
    private final List<List<JsonNode>> cells = new ArrayList<>();
    private final Map<String, JsonNode> formats = new TreeMap<>();
    private final ArrayNode marks = JsonNodeFactory.instance.arrayNode();

    SheetTab(ObjectNode properties) {
        this.properties = properties;
        fit();
    }

    SheetTab copy() {
        SheetTab copy = new SheetTab(properties.deepCopy());
        for (int row = 0; row < cells.size(); row++) {
            copy.cells.set(row, new ArrayList<>(cells.get(row)));
        }
        copy.formats.putAll(formats);
        copy.marks.addAll(marks.deepCopy());
        return copy;
    }

    String title() {
        return properties.path("title").asText();
    }

    int rows() {
        return properties.path("gridProperties").path("rowCount").asInt();
    }

    int columns() {
        return properties.path("gridProperties").path("columnCount").asInt();
    }

    void resize(int rows, int columns) {
        properties.withObject("/gridProperties").put("rowCount", rows).put("columnCount", columns);
        fit();
    }

    private void fit() {
        while (cells.size() < rows()) {
            cells.add(new ArrayList<>());
        }
        cells.subList(rows(), cells.size()).clear();
        for (List<JsonNode> row : cells) {
            while (row.size() < columns()) {
                row.add(NOTHING);
            }
            row.subList(columns(), row.size()).clear();
        }
    }

    void rename(String title) {
        properties.put("title", title);
    }

    void mark(JsonNode metadata) {
        marks.add(metadata.deepCopy());
    }

    void format(int column, JsonNode format) {
        formats.put(Integer.toString(column), format);
    }

    /** What was typed, or given as it is: only what is typed can be a formula. An absent value changes nothing. */
    void put(int row, int column, JsonNode value, boolean typed) {
        if (value.isNull()) {
            return;
        }
        boolean formula = typed && value.isTextual() && value.asText().startsWith("=");
        cells.get(row)
                .set(column, formula ? JsonNodeFactory.instance.objectNode().set("formula", value) : value.deepCopy());
    }

    /** Cell by cell, empty texts where nothing stands. */
    List<List<JsonNode>> cells() {
        return cells.stream().map(List::copyOf).toList();
    }

    /** As the vendor shows a tab without its cells. */
    ObjectNode shape() {
        ObjectNode shape = JsonNodeFactory.instance.objectNode();
        shape.set("properties", properties.deepCopy());
        if (!marks.isEmpty()) {
            shape.set("developerMetadata", marks.deepCopy());
        }
        return shape;
    }

    /** All there is of it. */
    String whole() {
        return shape() + " " + cells + " " + formats;
    }
}
