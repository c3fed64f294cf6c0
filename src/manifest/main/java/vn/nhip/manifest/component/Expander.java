package vn.nhip.manifest.component;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import vn.nhip.manifest.tree.Component;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.manifest.tree.Template;

/** Makes a record of every item of a list within a record. */
record Expander(List<Template> path, boolean withOriginal, boolean keepsEmpty) {

    private static final String ORIGINAL = "original_record";

    static Expander of(Component component) {
        if (!component.type().equals("RecordExpander")) {
            throw component.unsupported("a record expander");
        }
        component.allow("expand_records_from_field", "remain_original_record", "on_no_records");
        component.require("expand_records_from_field");
        return new Expander(
                component.templateList("expand_records_from_field", Variables.CONFIG),
                component.yes("remain_original_record"),
                component.text("on_no_records", "skip").equals("emit_parent"));
    }

    List<JsonNode> expanded(List<JsonNode> records, Scope scope) {
        List<String> names = path.stream().map(name -> name.text(scope)).toList();
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode record : records) {
            int before = all.size();
            for (JsonNode list : JsonPaths.all(record, names)) {
                if (list.isArray()) {
                    list.forEach(item -> all.add(item(item, record)));
                }
            }
            if (all.size() == before && keepsEmpty) {
                all.add(record);
            }
        }
        return all;
    }

    private JsonNode item(JsonNode item, JsonNode record) {
        if (!withOriginal) {
            return item;
        }
        ObjectNode whole = item.isObject() ? item.deepCopy() : JsonNodeFactory.instance.objectNode();
        if (!item.isObject()) {
            whole.set("value", item);
        }
        return whole.set(ORIGINAL, record);
    }
}
