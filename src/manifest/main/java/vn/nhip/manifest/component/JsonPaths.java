package vn.nhip.manifest.component;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Places in JSON by the names on the way; a star stands for everything at its level. */
final class JsonPaths {

    private static final String EVERY = "*";
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,6}");

    private JsonPaths() {}

    /** What stands there: nothing, one value, or several where the path has stars. */
    static List<JsonNode> all(JsonNode root, List<String> path) {
        List<JsonNode> found = List.of(root);
        for (String name : path) {
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode node : found) {
                if (name.equals(EVERY)) {
                    node.forEach(next::add);
                } else {
                    JsonNode inner = child(node, name);
                    if (!inner.isMissingNode()) {
                        next.add(inner);
                    }
                }
            }
            found = next;
        }
        return found;
    }

    static JsonNode child(JsonNode node, String name) {
        return node.isArray() && INDEX.matcher(name).matches() ? node.path(Integer.parseInt(name)) : node.path(name);
    }

    /** Puts a value there; maps that the way needs are made. */
    static void put(ObjectNode root, List<String> path, JsonNode value) {
        JsonNode at = root;
        for (String name : path.subList(0, path.size() - 1)) {
            JsonNode inner = child(at, name);
            if (!inner.isContainerNode() && at instanceof ObjectNode object) {
                inner = object.putObject(name);
            }
            at = inner;
        }
        String last = path.get(path.size() - 1);
        if (at instanceof ObjectNode object) {
            object.set(last, value);
        } else if (at instanceof ArrayNode array
                && INDEX.matcher(last).matches()
                && Integer.parseInt(last) < array.size()) {
            array.set(Integer.parseInt(last), value);
        }
    }

    /** Takes out what stands there, where it is wanted so. */
    static void remove(JsonNode root, List<String> path, Predicate<JsonNode> wanted) {
        String last = path.get(path.size() - 1);
        for (JsonNode holder : all(root, path.subList(0, path.size() - 1))) {
            if (holder instanceof ObjectNode object) {
                object.properties()
                        .removeIf(field ->
                                (last.equals(EVERY) || field.getKey().equals(last)) && wanted.test(field.getValue()));
            }
        }
    }
}
