package vn.nhip.manifest.component;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import vn.nhip.manifest.tree.Component;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.manifest.tree.Template;

/** A change that the manifest makes to every record before it is mapped. */
interface Transformation {

    void apply(ObjectNode record, Scope scope);

    static Transformation of(Component component) {
        return switch (component.type()) {
            case "AddFields" -> AddedFields.of(component);
            case "RemoveFields" -> RemovedFields.of(component);
            case "KeysToLower" -> {
                component.allow();
                yield Keys.LOWER;
            }
            case "KeysToSnakeCase" -> {
                component.allow();
                yield Keys.SNAKE_CASE;
            }
            case "KeysReplace" -> Keys.replaced(component);
            case "FlattenFields" -> Flattened.whole(component);
            case "DpathFlattenFields" -> Flattened.path(component);
            default -> throw component.unsupported("a transformation");
        };
    }

    /** Where the fields to be added or removed depend on something. */
    static Optional<Template> condition(Component component, String variable) {
        return component.findTemplate("condition", Variables.with(Variables.RECORD, variable));
    }

    static List<Transformation> in(Component stream) {
        return stream.children("transformations", "").stream()
                .map(Transformation::of)
                .toList();
    }
}
