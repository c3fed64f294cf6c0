package vn.nhip.manifest.component;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nhip.manifest.expression.Values;
import vn.nhip.manifest.tree.Component;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.manifest.tree.Template;

/** Where in a reply the records stand, which of them are wanted, and how they are changed. */
public record RecordSelector(
        List<Template> path,
        Optional<Expander> expander,
        Optional<Template> condition,
        boolean changedFirst,
        List<Transformation> changes) {

    static RecordSelector of(Component component, List<Transformation> changes) {
        if (!component.type().equals("RecordSelector")) {
            throw component.unsupported("a record selector");
        }
        component.allow("extractor", "record_filter", "schema_normalization", "transform_before_filtering");
        Component extractor = component.child("extractor", "DpathExtractor");
        requireDpath(extractor);
        extractor.allow("field_path", "record_expander");
        return new RecordSelector(
                extractor.templateList("field_path", Variables.CONFIG),
                extractor.findChild("record_expander", "RecordExpander").map(Expander::of),
                component.findChild("record_filter", "RecordFilter").map(RecordSelector::filter),
                component.yes("transform_before_filtering"),
                changes);
    }

    /** Only where in a reply something stands. */
    static RecordSelector place(Component extractor) {
        requireDpath(extractor);
        return new RecordSelector(
                extractor.allow("field_path").templateList("field_path", Variables.CONFIG),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of());
    }

    private static void requireDpath(Component extractor) {
        if (!extractor.type().equals("DpathExtractor")) {
            throw extractor.unsupported("an extractor");
        }
    }

    private static Template filter(Component component) {
        if (!component.type().equals("RecordFilter")) {
            throw component.unsupported("a record filter");
        }
        return component.allow("condition").template("condition", Variables.RECORD);
    }

    /** The values that stand there, whatever they are. */
    List<JsonNode> values(JsonNode document, Scope scope) {
        return JsonPaths.all(
                document, path.stream().map(name -> name.text(scope)).toList());
    }

    /** Whether the place of the records is in the document at all; a list without items is. */
    public boolean stands(JsonNode document, Scope scope) {
        JsonNode at = document;
        for (Template name : path) {
            String text = name.text(scope);
            if (text.equals("*") || at.isArray()) {
                return !at.isMissingNode();
            }
            at = at.path(text);
        }
        return !at.isMissingNode();
    }

    /** The records of a document: the items of a list, or the one object that stands there, or none. */
    public List<JsonNode> records(JsonNode document, Scope scope) {
        List<String> names = path.stream().map(name -> name.text(scope)).toList();
        List<JsonNode> records = new ArrayList<>();
        List<JsonNode> found = new ArrayList<>();
        each(document, names).forEach(one -> found.addAll(JsonPaths.all(one, names)));
        for (JsonNode node : found) {
            if (node.isArray()) {
                node.forEach(records::add);
            } else if (node.isObject()) {
                records.add(node);
            }
        }
        return records;
    }

    /** The records that are made of these: their items where the manifest wants them apart. */
    public List<JsonNode> expanded(List<JsonNode> records, Scope scope) {
        return expander.map(each -> each.expanded(records, scope)).orElse(records);
    }

    /** Of a list of documents the path leads into each of them. */
    private static Iterable<JsonNode> each(JsonNode document, List<String> names) {
        boolean several = document.isArray()
                && !names.isEmpty()
                && !names.get(0).matches("[*]|[0-9]{1,6}")
                && document.path(0).isObject();
        return several ? document : List.of(document);
    }

    /** The records that the manifest wants, changed as it says. */
    public List<Found> wanted(List<JsonNode> records, Scope scope) {
        List<Found> wanted = new ArrayList<>(records.size());
        for (JsonNode record : records) {
            JsonNode changed = changedFirst ? changed(record, scope) : record;
            if (condition.isEmpty() || condition.get().truth(scope.with("record", Values.of(changed)))) {
                wanted.add(new Found(record, changedFirst ? changed : changed(record, scope)));
            }
        }
        return wanted;
    }

    private JsonNode changed(JsonNode record, Scope scope) {
        if (changes.isEmpty() || !(record instanceof ObjectNode object)) {
            return record;
        }
        ObjectNode copy = object.deepCopy();
        changes.forEach(change -> change.apply(copy, scope));
        return copy;
    }
}
