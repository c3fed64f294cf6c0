package vn.nhip.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.nhip.manifest.component.Router;
import vn.nhip.manifest.component.Stream;
import vn.nhip.manifest.expression.Values;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.spi.ConnectorException;

/** Every combination of the values that a stream without days lists: a slice each. */
final class Combinations {

    private Combinations() {}

    /** By the name that slices have; a stream that lists nothing has one without a name. */
    static Map<String, Map<String, Object>> of(Stream stream, Scope scope) {
        List<Map<String, Object>> all = new ArrayList<>(List.of(Map.of()));
        List<String> fields = new ArrayList<>();
        for (Router router : stream.routers()) {
            List<Map<String, Object>> parts = parts(router, scope);
            if (!(inner(router) instanceof Router.Parents)) {
                fields.add(router.field());
                all = combined(all, parts);
            }
        }
        Map<String, Map<String, Object>> named = new LinkedHashMap<>();
        for (Map<String, Object> part : all) {
            String name = fields.stream()
                    .map(field -> Values.text(part.getOrDefault(field, "")))
                    .collect(Collectors.joining(" "));
            if (named.put(name, part) != null) {
                throw ConnectorException.settings("stream " + stream.name() + " lists '" + name + "' twice");
            }
        }
        return named;
    }

    private static Router inner(Router router) {
        return router instanceof Router.Grouped grouped ? grouped.inner() : router;
    }

    private static List<Map<String, Object>> parts(Router router, Scope scope) {
        if (router instanceof Router.Grouped grouped) {
            return grouped.parts(parts(grouped.inner(), scope));
        }
        return router instanceof Router.Listed listed ? listed.parts(scope) : List.of();
    }

    private static List<Map<String, Object>> combined(List<Map<String, Object>> left, List<Map<String, Object>> right) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Map<String, Object> one : left) {
            for (Map<String, Object> other : right) {
                Map<String, Object> both = new LinkedHashMap<>(one);
                both.putAll(other);
                all.add(both);
            }
        }
        return all;
    }
}
