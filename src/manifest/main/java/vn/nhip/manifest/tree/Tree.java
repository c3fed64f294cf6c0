package vn.nhip.manifest.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.kit.yaml.YamlNode;

/** A value of a manifest and where it stands ({@code manifest.yaml:12:5}). */
public sealed interface Tree {

    String place();

    /** A single value as written; {@code empty} for {@code null} and for nothing behind the colon. */
    record Text(String place, String text, boolean empty) implements Tree {}

    /** A list. */
    record Items(String place, List<Tree> items) implements Tree {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A map, in the order of the file. */
    record Branch(String place, Map<String, Tree> entries) implements Tree {}

    /** The tree of a YAML value. */
    static Tree of(YamlNode node) {
        if (node.isList()) {
            List<Tree> items = new ArrayList<>();
            node.list().forEach(item -> items.add(of(item)));
            return new Items(node.place(), items);
        }
        if (node.isMap()) {
            return new Branch(node.place(), entries(node.map().entries()));
        }
        return new Text(node.place(), node.isText() ? node.text() : "", node.isEmpty());
    }

    /** The trees of a YAML map's values. */
    static Map<String, Tree> entries(Map<String, YamlNode> nodes) {
        Map<String, Tree> entries = new LinkedHashMap<>();
        nodes.forEach((key, value) -> entries.put(key, of(value)));
        return entries;
    }

    /** A problem with this value, ready to throw. */
    default YamlException problem(String message) {
        return new YamlException(List.of(place() + ": " + message));
    }
}
