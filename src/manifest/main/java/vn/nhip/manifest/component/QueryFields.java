package vn.nhip.manifest.component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.nhip.manifest.tree.Component;
import vn.nhip.manifest.tree.Nested;
import vn.nhip.manifest.tree.Template;
import vn.nhip.manifest.tree.Tree;

/** The {@code request_parameters} of a request; listed properties become one value, joined by commas. */
final class QueryFields {

    private QueryFields() {}

    static Map<String, Nested> of(Component requester) {
        Map<String, Nested> fields = new LinkedHashMap<>();
        if (!(requester.find("request_parameters").orElse(null) instanceof Tree.Branch map)) {
            return requester.nestedEntries("request_parameters", Variables.REQUEST);
        }
        map.entries().forEach((name, tree) -> {
            if (!name.startsWith("$")) {
                fields.put(
                        name,
                        tree instanceof Tree.Branch branch
                                ? properties(requester.inner(branch, ""))
                                : requester.nested(tree, Variables.REQUEST));
            }
        });
        return fields;
    }

    private static Nested properties(Component component) {
        if (!component.type().equals("QueryProperties")) {
            throw component.unsupported("a request parameter");
        }
        component.allow("property_list", "always_include_properties");
        List<String> names = component.texts("property_list");
        Tree joined = new Tree.Text(component.place(), String.join(",", names), false);
        Template template = component.template(joined, Variables.REQUEST);
        return new Nested.One(template);
    }
}
