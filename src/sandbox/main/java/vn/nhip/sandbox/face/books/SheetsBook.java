package vn.nhip.sandbox.face.books;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A spreadsheet that can be changed: whole requests, or nothing of them. Calls: any thread. */
public final class SheetsBook {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int USUAL_ROWS = 1000;
    private static final int USUAL_COLUMNS = 26;

    private final String id;
    private final String title;
    private long mostCells = 10_000_000;
    private Map<Integer, SheetTab> tabs = new LinkedHashMap<>();

    /** With one empty tab, and room for ten million cells. */
    public SheetsBook(String id, String title) {
        this.id = id;
        this.title = title;
        person(0, "Trang tính1", List.of());
    }

    String id() {
        return id;
    }

    /** What a person keeps there: a tab, and what was typed into it. */
    public synchronized void person(int tab, String name, List<List<String>> typed) {
        ObjectNode properties = JSON.objectNode().put("sheetId", tab).put("title", name);
        properties.putObject("gridProperties").put("rowCount", USUAL_ROWS).put("columnCount", USUAL_COLUMNS);
        SheetTab made = new SheetTab(properties);
        for (int row = 0; row < typed.size(); row++) {
            for (int column = 0; column < typed.get(row).size(); column++) {
                made.put(row, column, JSON.textNode(typed.get(row).get(column)), true);
            }
        }
        tabs.put(tab, made);
    }

    /** From now on there is room for so many cells more than there are. */
    public synchronized void leaveRoom(long cells) {
        mostCells = SheetChanges.cells(tabs) + cells;
    }

    /** Somebody deletes a tab. */
    public synchronized void delete(String name) {
        tabs.values().remove(tab(name));
    }

    /** Somebody renames a tab. */
    public synchronized void rename(String from, String to) {
        tab(from).rename(to);
    }

    /** Somebody copies a tab, with all that is attached to it. */
    public synchronized void duplicate(String name, int as, String to) {
        SheetTab from = tab(name);
        ObjectNode properties = (ObjectNode) from.shape().path("properties");
        SheetTab copy = new SheetTab(properties.put("sheetId", as).put("title", to));
        from.shape().path("developerMetadata").forEach(copy::mark);
        List<List<JsonNode>> cells = from.cells();
        for (int row = 0; row < cells.size(); row++) {
            for (int column = 0; column < cells.get(row).size(); column++) {
                copy.put(row, column, cells.get(row).get(column), false);
            }
        }
        tabs.put(as, copy);
    }

    /** The cells of a tab, empty texts where nothing stands. */
    public synchronized List<List<JsonNode>> cells(String name) {
        return tab(name).cells();
    }

    /** All that there is of a tab: cells, formats, marks, size. */
    public synchronized String whole(String name) {
        return tab(name).whole();
    }

    /** The tabs by name, in their order. */
    public synchronized List<String> names() {
        return tabs.values().stream().map(SheetTab::title).toList();
    }

    private SheetTab tab(String name) {
        return tabs.values().stream()
                .filter(tab -> tab.title().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no tab " + name));
    }

    /** Without cells. */
    synchronized ObjectNode shape() {
        ObjectNode shape = JSON.objectNode().put("spreadsheetId", id);
        shape.putObject("properties").put("title", title);
        ArrayNode sheets = shape.putArray("sheets");
        tabs.values().forEach(tab -> sheets.add(tab.shape()));
        return shape;
    }

    /** Applies all requests, or none. */
    synchronized ObjectNode change(JsonNode requests) throws Invalid {
        Map<Integer, SheetTab> draft = draft();
        ObjectNode answer = JSON.objectNode().put("spreadsheetId", id);
        ArrayNode replies = answer.putArray("replies");
        SheetChanges changes = new SheetChanges(draft, mostCells);
        for (int number = 0; number < requests.size(); number++) {
            replies.add(changes.apply(requests.get(number), number));
        }
        tabs = draft;
        return answer;
    }

    /** Writes all values, or none. */
    synchronized ObjectNode write(JsonNode body) throws Invalid {
        Map<Integer, SheetTab> draft = draft();
        boolean typed =
                switch (body.path("valueInputOption").asText()) {
                    case "RAW" -> false;
                    case "USER_ENTERED" -> true;
                    default -> throw new Invalid("'valueInputOption' is required but not specified");
                };
        int written = 0;
        JsonNode data = body.path("data");
        for (int number = 0; number < data.size(); number++) {
            written += write(draft, data.get(number), number, typed);
        }
        tabs = draft;
        return JSON.objectNode().put("spreadsheetId", id).put("totalUpdatedCells", written);
    }

    private static int write(Map<Integer, SheetTab> draft, JsonNode data, int number, boolean typed) throws Invalid {
        JsonNode range = data.path("dataFilter").path("gridRange");
        SheetTab tab = draft.get(range.path("sheetId").asInt());
        if (tab == null) {
            throw new Invalid("Invalid data[" + number + "]: No grid with id: "
                    + range.path("sheetId").asInt());
        }
        int rows = Math.min(tab.rows(), range.path("endRowIndex").asInt(tab.rows()))
                - range.path("startRowIndex").asInt();
        int columns = Math.min(tab.columns(), range.path("endColumnIndex").asInt(tab.columns()))
                - range.path("startColumnIndex").asInt();
        int written = 0;
        JsonNode values = data.path("values");
        for (int row = 0; row < values.size(); row++) {
            for (int column = 0; column < values.get(row).size(); column++) {
                if (row >= rows || column >= columns) {
                    throw new Invalid("Requested writing within range of '" + tab.title()
                            + "', but tried writing to row [" + (row + 1) + "] column [" + (column + 1) + "]");
                }
                tab.put(
                        row + range.path("startRowIndex").asInt(),
                        column + range.path("startColumnIndex").asInt(),
                        Objects.requireNonNull(values.get(row).get(column)),
                        typed);
                written++;
            }
        }
        return written;
    }

    private Map<Integer, SheetTab> draft() {
        Map<Integer, SheetTab> draft = new LinkedHashMap<>();
        tabs.forEach((number, tab) -> draft.put(number, tab.copy()));
        return draft;
    }

    /** A request that cannot be applied. */
    static final class Invalid extends Exception {

        private static final long serialVersionUID = 1;

        Invalid(String message) {
            super(message);
        }
    }
}
