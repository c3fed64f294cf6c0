package vn.nhip.sandbox.face.books;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import vn.nhip.sandbox.face.books.SheetsBook.Invalid;

/** The requests of a batch that a spreadsheet's shape takes, each with the vendor's own refusals. */
record SheetChanges(Map<Integer, SheetTab> tabs, long mostCells) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The reply to one request. */
    JsonNode apply(JsonNode request, int number) throws Invalid {
        String kind = request.fieldNames().hasNext() ? request.fieldNames().next() : "";
        JsonNode body = request.path(kind);
        String place = "Invalid requests[" + number + "]." + kind + ": ";
        ObjectNode reply =
                switch (kind) {
                    case "addSheet" -> add(body.path("properties"), place);
                    case "updateSheetProperties" -> resize(body, place);
                    case "repeatCell" -> repeat(body, place);
                    case "createDeveloperMetadata" -> mark(body.path("developerMetadata"), place);
                    default ->
                        throw new Invalid("Invalid JSON payload received. Unknown name \"" + kind + "\" at 'requests["
                                + number + "]': Cannot find field.");
                };
        if (cells(tabs) > mostCells) {
            throw new Invalid(
                    place + "This action would increase the number of cells in the workbook above the limit of "
                            + mostCells + " cells.");
        }
        return reply;
    }

    static long cells(Map<Integer, SheetTab> tabs) {
        return tabs.values().stream()
                .mapToLong(tab -> (long) tab.rows() * tab.columns())
                .sum();
    }

    private ObjectNode add(JsonNode properties, String place) throws Invalid {
        int id = properties.path("sheetId").asInt();
        String title = properties.path("title").asText();
        if (tabs.containsKey(id)) {
            throw new Invalid(place + "Sheet with id " + id + " already exists.");
        }
        if (tabs.values().stream().anyMatch(tab -> tab.title().equalsIgnoreCase(title))) {
            throw new Invalid(
                    place + "A sheet with the name \"" + title + "\" already exists. Please enter another name.");
        }
        JsonNode grid = properties.path("gridProperties");
        if (grid.path("frozenRowCount").asInt() >= grid.path("rowCount").asInt()) {
            throw new Invalid(place + "You can't freeze all visible rows on the sheet.");
        }
        tabs.put(id, new SheetTab(properties.deepCopy()));
        ObjectNode reply = JSON.objectNode();
        reply.putObject("addSheet").set("properties", properties.deepCopy());
        return reply;
    }

    private ObjectNode resize(JsonNode body, String place) throws Invalid {
        String fields = body.path("fields").asText();
        if (!fields.equals("gridProperties.rowCount,gridProperties.columnCount")) {
            throw new Invalid(place + "the fields " + fields + " are not emulated");
        }
        JsonNode grid = body.path("properties").path("gridProperties");
        tab(body.path("properties").path("sheetId").asInt(), place)
                .resize(grid.path("rowCount").asInt(), grid.path("columnCount").asInt());
        return JSON.objectNode();
    }

    private ObjectNode repeat(JsonNode body, String place) throws Invalid {
        if (!body.path("fields").asText().equals("userEnteredFormat.numberFormat")) {
            throw new Invalid(place + "the fields " + body.path("fields") + " are not emulated");
        }
        JsonNode range = body.path("range");
        SheetTab tab = tab(range.path("sheetId").asInt(), place);
        int column = range.path("startColumnIndex").asInt();
        if (column >= tab.columns()) {
            throw new Invalid(place + "range is outside of the grid");
        }
        tab.format(column, body.path("cell").path("userEnteredFormat").path("numberFormat"));
        return JSON.objectNode();
    }

    private ObjectNode mark(JsonNode metadata, String place) throws Invalid {
        if (!metadata.path("visibility").asText().equals("DOCUMENT") || !metadata.has("metadataKey")) {
            throw new Invalid(place + "developerMetadata needs a key and a visibility.");
        }
        tab(metadata.path("location").path("sheetId").asInt(), place).mark(metadata);
        ObjectNode reply = JSON.objectNode();
        reply.putObject("createDeveloperMetadata").set("developerMetadata", metadata.deepCopy());
        return reply;
    }

    private SheetTab tab(int id, String place) throws Invalid {
        SheetTab tab = tabs.get(id);
        if (tab == null) {
            throw new Invalid(place + "No grid with id: " + id);
        }
        return tab;
    }
}
