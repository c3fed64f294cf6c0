package vn.nhip.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.nhip.export.CloudTab;

/**
 * Where the tables stand in a spreadsheet: each in the tab that carries its mark, whatever somebody renamed it to, or in a
 * new one.
 *
 * <p>The mark names the tab itself, so that a copy of the tab, which carries it along, is a person's own.
 */
final class Layout {

    static final String MARK = "nhip-table";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** A table, its tab, and how large that tab is once it was made ready. */
    record Place(CloudTab tab, int sheetId, int rows, int columns) {}

    private final String workspace;
    private final List<Place> places = new ArrayList<>();
    private final ArrayNode requests = JSON.arrayNode();
    private final JsonNode sheets;
    private final Set<Integer> ids = new HashSet<>();
    private final Set<String> titles = new HashSet<>();

    private Layout(JsonNode shape, String workspace) {
        this.workspace = workspace;
        this.sheets = shape.path("sheets");
        for (JsonNode sheet : sheets) {
            ids.add(sheet.path("properties").path("sheetId").asInt());
            titles.add(lower(sheet.path("properties").path("title").asText()));
        }
    }

    /** Of a spreadsheet in this shape. */
    static Layout of(JsonNode shape, String workspace, List<CloudTab> tabs) {
        Layout layout = new Layout(shape, workspace);
        tabs.forEach(layout::place);
        return layout;
    }

    List<Place> places() {
        return List.copyOf(places);
    }

    /** What makes the tabs ready: new ones, larger ones, and how columns are shown. No cell changes its content. */
    ObjectNode changes() {
        ObjectNode body = JSON.objectNode();
        body.set("requests", requests);
        return body;
    }

    private void place(CloudTab tab) {
        for (JsonNode sheet : sheets) {
            int id = sheet.path("properties").path("sheetId").asInt();
            if (carries(sheet, mark(tab, id))) {
                known(tab, id, sheet.path("properties").path("gridProperties"));
                return;
            }
        }
        fresh(tab);
    }

    private static boolean carries(JsonNode sheet, String mark) {
        for (JsonNode metadata : sheet.path("developerMetadata")) {
            if (metadata.path("metadataKey").asText().equals(MARK)
                    && metadata.path("metadataValue").asText().equals(mark)) {
                return true;
            }
        }
        return false;
    }

    private String mark(CloudTab tab, int id) {
        return workspace + "/" + tab.id() + "/" + id;
    }

    /** A tab is never made smaller: cells elsewhere may point into it. */
    private void known(CloudTab tab, int id, JsonNode grid) {
        int rows = Math.max(tab.rows(), grid.path("rowCount").asInt());
        int columns = Math.max(tab.columns(), grid.path("columnCount").asInt());
        if (rows > grid.path("rowCount").asInt()
                || columns > grid.path("columnCount").asInt()) {
            ObjectNode update = requests.addObject().putObject("updateSheetProperties");
            update.putObject("properties")
                    .put("sheetId", id)
                    .putObject("gridProperties")
                    .put("rowCount", rows)
                    .put("columnCount", columns);
            update.put("fields", "gridProperties.rowCount,gridProperties.columnCount");
        }
        take(new Place(tab, id, rows, columns));
    }

    private void fresh(CloudTab tab) {
        int id = freeId(tab);
        requests.addObject()
                .putObject("addSheet")
                .putObject("properties")
                .put("sheetId", id)
                .put("title", freeTitle(tab.title()))
                .putObject("gridProperties")
                .put("rowCount", Math.max(2, tab.rows()))
                .put("columnCount", tab.columns())
                .put("frozenRowCount", 1);
        ObjectNode metadata = requests.addObject()
                .putObject("createDeveloperMetadata")
                .putObject("developerMetadata")
                .put("metadataKey", MARK)
                .put("metadataValue", mark(tab, id))
                .put("visibility", "DOCUMENT");
        metadata.putObject("location").put("sheetId", id);
        take(new Place(tab, id, Math.max(2, tab.rows()), tab.columns()));
    }

    private int freeId(CloudTab tab) {
        int id = (workspace + "/" + tab.id()).hashCode() & 0x3fff_ffff;
        while (!ids.add(id)) {
            id++;
        }
        return id;
    }

    private String freeTitle(String wanted) {
        String title = wanted;
        for (int number = 2; !titles.add(lower(title)); number++) {
            title = wanted + " (" + number + ")";
        }
        return title;
    }

    private void take(Place place) {
        places.add(place);
        List<String> formats = place.tab().formats();
        for (int column = 0; column < formats.size(); column++) {
            ObjectNode repeat = requests.addObject().putObject("repeatCell");
            repeat.putObject("range")
                    .put("sheetId", place.sheetId())
                    .put("startRowIndex", 1)
                    .put("startColumnIndex", column)
                    .put("endColumnIndex", column + 1);
            ObjectNode format = repeat.putObject("cell").putObject("userEnteredFormat");
            String code = formats.get(column);
            if (!code.isEmpty()) {
                format.putObject("numberFormat").put("type", type(code)).put("pattern", code);
            }
            repeat.put("fields", "userEnteredFormat.numberFormat");
        }
    }

    private static String type(String code) {
        if (code.contains("yyyy")) {
            return code.contains("hh") ? "DATE_TIME" : "DATE";
        }
        return code.contains("%") ? "PERCENT" : "NUMBER";
    }

    private static String lower(String title) {
        return title.toLowerCase(Locale.ROOT);
    }
}
