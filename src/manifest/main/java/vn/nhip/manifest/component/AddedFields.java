package vn.nhip.manifest.component;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.nhip.manifest.expression.Values;
import vn.nhip.manifest.tree.Component;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.manifest.tree.Template;

/** Fields with values worked out from the record. */
record AddedFields(List<Added> fields, Optional<Template> condition) implements Transformation {

    private static final Set<String> TYPES = Set.of("string", "number", "integer", "boolean");

    /** One field: the names that lead to it, its value, and the type that it must have. */
    record Added(List<Template> path, Template value, Optional<String> type) {}

    static AddedFields of(Component component) {
        component.allow("fields", "condition");
        List<Added> fields = new ArrayList<>();
        for (Component field : component.children("fields", "AddedFieldDefinition")) {
            field.allow("path", "value", "value_type");
            field.require("path");
            Optional<String> type = field.findText("value_type").map(word -> word.toLowerCase(Locale.ROOT));
            if (type.isPresent() && !TYPES.contains(type.get())) {
                throw field.require("value_type").problem("'" + type.get() + "' is no type of a value");
            }
            fields.add(new Added(
                    field.templateList("path", Variables.CONFIG), field.template("value", Variables.RECORD), type));
        }
        return new AddedFields(List.copyOf(fields), Transformation.condition(component, "value"));
    }

    @Override
    public void apply(ObjectNode record, Scope scope) {
        for (Added field : fields) {
            Scope seen = scope.with("record", Values.of(record));
            Object value = field.type().filter("string"::equals).isPresent()
                    ? field.value().text(seen)
                    : field.value().value(seen);
            if (condition.isEmpty() || condition.get().truth(seen.with("value", value))) {
                List<String> path =
                        field.path().stream().map(name -> name.text(scope)).toList();
                JsonPaths.put(record, path, Values.json(typed(value, field.type())));
            }
        }
    }

    private static Object typed(Object value, Optional<String> type) {
        if (type.filter("boolean"::equals).isPresent()) {
            return Values.truth(value);
        }
        return type.filter("integer"::equals).isPresent() && value instanceof BigDecimal number
                ? new BigDecimal(number.toBigInteger())
                : value;
    }
}
