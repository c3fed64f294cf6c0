package vn.nhip.kit.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A YAML map with text keys, in the order of the file. */
public final class YamlMap {

    private final YamlNode self;
    private final Map<String, YamlNode> values = new LinkedHashMap<>();
    private final Map<String, YamlNode> keys = new LinkedHashMap<>();

    YamlMap(String file, MappingNode node) {
        this.self = new YamlNode(file, node);
        for (NodeTuple tuple : node.getValue()) {
            YamlNode key = new YamlNode(file, tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode)) {
                throw key.problem("a key must be a single value");
            }
            if (keys.put(key.text(), key) != null) {
                throw key.problem("'" + key.text() + "' stands here twice");
            }
            values.put(key.text(), new YamlNode(file, tuple.getValueNode()));
        }
    }

    public Set<String> keys() {
        return keys.keySet();
    }

    /** The key itself as a value, for problems that concern the key. */
    public YamlNode key(String name) {
        return keys.getOrDefault(name, self);
    }

    public String place() {
        return self.place();
    }

    public YamlException problem(String message) {
        return self.problem(message);
    }

    /** The value of a key that may be missing; an empty value counts as missing. */
    public Optional<YamlNode> find(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isEmpty());
    }

    public YamlNode require(String key) {
        return find(key).orElseThrow(() -> self.problem("'" + key + "' is missing"));
    }

    public String text(String key) {
        return require(key).text();
    }

    public String text(String key, String fallback) {
        return find(key).map(YamlNode::text).orElse(fallback);
    }

    /** The list under a key, empty when missing. */
    public List<YamlNode> list(String key) {
        return find(key).map(YamlNode::list).orElse(List.of());
    }

    /** The map under a key, by name, empty when missing. */
    public Map<String, YamlNode> entries(String key) {
        return find(key).map(value -> value.map().entries()).orElse(Map.of());
    }

    public Map<String, YamlNode> entries() {
        return Collections.unmodifiableMap(values);
    }

    /**
     * This map, when it holds no other keys than these.
     *
     * @throws YamlException naming every key that is not one of these
     */
    public YamlMap allow(String... known) {
        List<String> allowed = Arrays.asList(known);
        List<String> problems = new ArrayList<>();
        keys.forEach((name, key) -> {
            if (!allowed.contains(name)) {
                problems.add(key.place() + ": '" + name + "' is not known here; known: " + String.join(", ", allowed));
            }
        });
        if (!problems.isEmpty()) {
            throw new YamlException(problems);
        }
        return this;
    }
}
