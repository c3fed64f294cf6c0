package vn.nhip.manifest.component;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nhip.manifest.expression.Values;
import vn.nhip.manifest.tree.Component;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.manifest.tree.Template;
import vn.nhip.manifest.tree.Tree;

/** Where in a reply the records stand, and which of them are wanted. */
public record RecordSelector(List<Template> path, Optional<Template> condition) {

    private static final String EVERY = "*";

    static RecordSelector of(Component component) {
        if (!component.type().equals("RecordSelector")) {
            throw component.unsupported("a record selector");
        }
        component.allow("extractor", "record_filter", "schema_normalization");
        Component extractor = component.child("extractor", "DpathExtractor");
        if (!extractor.type().equals("DpathExtractor")) {
            throw extractor.unsupported("an extractor");
        }
        extractor.allow("field_path");
        List<Template> path = new ArrayList<>();
        if (extractor.require("field_path") instanceof Tree.Items names) {
            names.items().forEach(name -> path.add(extractor.template(name, Variables.CONFIG)));
        }
        return new RecordSelector(
                List.copyOf(path),
                component.findChild("record_filter", "RecordFilter").map(RecordSelector::filter));
    }

    private static Template filter(Component component) {
        if (!component.type().equals("RecordFilter")) {
            throw component.unsupported("a record filter");
        }
        return component.allow("condition").template("condition", Variables.RECORD);
    }

    /** The records of a reply: the items of a list, or the one object that stands there, or none. */
    public List<JsonNode> records(JsonNode reply, Scope scope) {
        List<JsonNode> found = List.of(reply);
        for (Template name : path) {
            String text = name.text(scope);
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode node : found) {
                if (text.equals(EVERY)) {
                    node.forEach(next::add);
                } else if (node.isArray() && text.matches("[0-9]{1,6}")) {
                    next.add(node.path(Integer.parseInt(text)));
                } else {
                    next.add(node.path(text));
                }
            }
            found = next;
        }
        return flat(found);
    }

    private static List<JsonNode> flat(List<JsonNode> found) {
        List<JsonNode> records = new ArrayList<>();
        for (JsonNode node : found) {
            if (node.isArray()) {
                node.forEach(records::add);
            } else if (node.isObject()) {
                records.add(node);
            }
        }
        return records;
    }

    /** Whether the manifest wants the record. */
    public boolean takes(JsonNode record, Scope scope) {
        return condition.isEmpty() || condition.get().truth(scope.with("record", Values.of(record)));
    }
}
