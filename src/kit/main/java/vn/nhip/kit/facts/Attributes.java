package vn.nhip.kit.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nhip.kit.expression.Expression;
import vn.nhip.kit.expression.ExpressionException;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.kit.yaml.YamlMap;
import vn.nhip.kit.yaml.YamlNode;

/** The attributes of one rule while it is loaded: each is asked for once by name, then unknown ones are named. */
final class Attributes {

    private final YamlMap map;
    private final String prefix;
    private final MappingScope scope;
    private final List<String> asked = new ArrayList<>();

    Attributes(YamlMap map, String prefix, MappingScope scope) {
        this.map = map;
        this.prefix = prefix;
        this.scope = scope;
    }

    MappingScope scope() {
        return scope;
    }

    YamlMap map() {
        return map;
    }

    Attribute required(String name) {
        if (map.find(name).isEmpty()) {
            scope.problems().add(map.problem("'" + prefix + name + "' is missing"));
        }
        return optional(name);
    }

    Attribute optional(String name) {
        asked.add(name);
        return map.find(name)
                .flatMap(node -> scope.problems().attempt(() -> parse(node)))
                .map(expression -> Attribute.of(prefix + name, expression, scope.fields()))
                .orElse(Attribute.undeclared(prefix + name));
    }

    /** Attributes that stand in a map of their own, such as {@code person: {email: …}}. */
    Optional<Attributes> nested(String name) {
        asked.add(name);
        return map.find(name)
                .flatMap(node -> scope.problems().attempt(node::map))
                .map(inner -> new Attributes(inner, name + ".", scope));
    }

    Expression parse(YamlNode node) {
        try {
            return Expression.parse(node.text(), scope.names());
        } catch (ExpressionException refused) {
            throw node.problem("in \"" + node.text() + "\" at " + refused.getMessage());
        }
    }

    void known(String... names) {
        asked.addAll(List.of(names));
    }

    /** Names every attribute that nobody asked for. */
    void done() {
        try {
            map.allow(asked.toArray(String[]::new));
        } catch (YamlException unknown) {
            scope.problems().add(unknown);
        }
    }
}
