package vn.nhip.manifest.component;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.manifest.tree.Component;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.manifest.tree.Template;

/** Nested fields lifted to the first level. */
interface Flattened extends Transformation {

    static Flattened whole(Component component) {
        component.allow("flatten_lists");
        return new Whole(component.text("flatten_lists", "true").equals("true"));
    }

    static Flattened path(Component component) {
        component.allow("field_path", "delete_origin_value", "replace_record", "key_transformation");
        component.require("field_path");
        Optional<Component> keys = component.findChild("key_transformation", "KeyTransformation");
        keys.ifPresent(each -> each.allow("prefix", "suffix"));
        return new OfPath(
                component.templateList("field_path", Variables.CONFIG),
                component.yes("delete_origin_value"),
                component.yes("replace_record"),
                keys.map(each -> each.text("prefix", "")).orElse(""),
                keys.map(each -> each.text("suffix", "")).orElse(""));
    }

    /** Every field, its path as its name where the name alone is taken, and where lists are taken apart. */
    record Whole(boolean lists) implements Flattened {

        @Override
        public void apply(ObjectNode record, Scope scope) {
            Map<String, JsonNode> flat = new LinkedHashMap<>();
            record.properties().forEach(field -> lift(field.getKey(), field.getValue(), flat, false));
            record.removeAll();
            record.setAll(flat);
        }

        private void lift(String name, JsonNode value, Map<String, JsonNode> flat, boolean inList) {
            if (value.isObject()) {
                value.properties().forEach(field -> {
                    boolean whole = inList || flat.containsKey(field.getKey());
                    lift(whole ? name + "." + field.getKey() : field.getKey(), field.getValue(), flat, inList);
                });
            } else if (value.isArray() && lists) {
                for (int i = 0; i < value.size(); i++) {
                    lift(name + "." + i, value.get(i), flat, true);
                }
            } else {
                flat.put(name, value);
            }
        }
    }

    /** The fields of one map; where a name is taken already, nothing is changed. */
    record OfPath(List<Template> path, boolean moved, boolean alone, String prefix, String suffix)
            implements Flattened {

        @Override
        public void apply(ObjectNode record, Scope scope) {
            List<String> names = path.stream().map(name -> name.text(scope)).toList();
            List<JsonNode> found = JsonPaths.all(record, names);
            if (found.isEmpty() || !(found.get(0) instanceof ObjectNode inner)) {
                return;
            }
            Map<String, JsonNode> lifted = new LinkedHashMap<>();
            inner.properties().forEach(field -> lifted.put(prefix + field.getKey() + suffix, field.getValue()));
            boolean replaces = alone && !lifted.isEmpty();
            if (!replaces && lifted.keySet().stream().anyMatch(record::has)) {
                return;
            }
            if (replaces) {
                record.removeAll();
            } else if (moved) {
                JsonPaths.remove(record, names, any -> true);
            }
            record.setAll(lifted);
        }
    }
}
