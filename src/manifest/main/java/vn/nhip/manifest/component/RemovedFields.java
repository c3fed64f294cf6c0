package vn.nhip.manifest.component;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nhip.manifest.expression.Values;
import vn.nhip.manifest.tree.Component;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.manifest.tree.Template;
import vn.nhip.manifest.tree.Tree;

/** Fields taken out of the record; one that is not there is left as it is. */
record RemovedFields(List<List<Template>> pointers, Optional<Template> condition) implements Transformation {

    static RemovedFields of(Component component) {
        component.allow("field_pointers", "condition");
        List<List<Template>> pointers = new ArrayList<>();
        if (!(component.require("field_pointers") instanceof Tree.Items items)) {
            throw component.require("field_pointers").problem("must be a list of paths");
        }
        for (Tree tree : items.items()) {
            List<Tree> names = tree instanceof Tree.Items path ? path.items() : List.of(tree);
            pointers.add(names.stream()
                    .map(name -> component.template(name, Variables.CONFIG))
                    .toList());
        }
        return new RemovedFields(List.copyOf(pointers), Transformation.condition(component, "property"));
    }

    @Override
    public void apply(ObjectNode record, Scope scope) {
        for (List<Template> pointer : pointers) {
            List<String> path = pointer.stream().map(name -> name.text(scope)).toList();
            JsonPaths.remove(
                    record,
                    path,
                    value -> condition.isEmpty() || condition.get().truth(scope.with("property", Values.of(value))));
        }
    }
}
