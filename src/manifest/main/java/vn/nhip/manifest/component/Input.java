package vn.nhip.manifest.component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.nhip.manifest.tree.Component;
import vn.nhip.manifest.tree.Tree;
import vn.nhip.spi.Setting;

/**
 * One property of the manifest's {@code spec}: what expressions call it, and the setting that gives it.
 *
 * <p>Shape: a property within another one has a path of names, and their names joined by a hyphen as setting. Of several
 * shapes of one property ({@code oneOf}) the constant that tells them apart is a choice, and the rest may be left out.
 * Where there are {@code several} values, they are one text with commas between them.
 */
public record Input(List<String> path, Setting setting, boolean several) {

    /** {@code credentials.access_token}. */
    public String name() {
        return String.join(".", path);
    }

    /** Puts the value where expressions look for it. */
    @SuppressWarnings("unchecked") // inner maps are made here and nowhere else
    public void put(Map<String, Object> config, Object value) {
        Map<String, Object> at = config;
        for (String each : path.subList(0, path.size() - 1)) {
            at = (Map<String, Object>) at.computeIfAbsent(each, name -> new HashMap<String, Object>());
        }
        at.put(path.get(path.size() - 1), value);
    }

    static List<Input> in(Component spec) {
        spec.allow(
                "connection_specification",
                "advanced_auth",
                "documentation_url",
                "documentationUrl",
                "changelog_url",
                "authSpecification",
                "supportsIncremental");
        if (!(spec.require("connection_specification") instanceof Tree.Branch schema)) {
            throw spec.problem("'connection_specification' must be a JSON Schema");
        }
        Map<String, Input> inputs = new LinkedHashMap<>();
        gather(schema, List.of(), true, inputs);
        return List.copyOf(inputs.values());
    }

    private static void gather(Tree.Branch schema, List<String> below, boolean wanted, Map<String, Input> inputs) {
        Set<String> required = new HashSet<>();
        if (wanted && schema.entries().get("required") instanceof Tree.Items names) {
            names.items().forEach(name -> required.add(text(name)));
        }
        if (!(schema.entries().get("properties") instanceof Tree.Branch properties)) {
            return;
        }
        properties.entries().forEach((name, tree) -> {
            if (!(tree instanceof Tree.Branch property)) {
                throw tree.problem("the property '" + name + "' must be a map");
            }
            List<String> path = new ArrayList<>(below);
            path.add(name);
            boolean needed = required.contains(name);
            if (property.entries().get("oneOf") instanceof Tree.Items shapes) {
                shapes(shapes, path, needed, inputs);
            } else if (property.entries().containsKey("properties")) {
                gather(property, path, needed, inputs);
            } else if (needed || !ofObjects(property)) {
                inputs.putIfAbsent(String.join(".", path), input(path, property, needed));
            }
        });
    }

    private static void shapes(Tree.Items shapes, List<String> path, boolean needed, Map<String, Input> inputs) {
        Map<List<String>, List<String>> constants = new LinkedHashMap<>();
        for (Tree tree : shapes.items()) {
            if (tree instanceof Tree.Branch shape && shape.entries().get("properties") instanceof Tree.Branch inner) {
                inner.entries().forEach((name, property) -> {
                    if (property instanceof Tree.Branch one && one.entries().containsKey("const")) {
                        List<String> whole = new ArrayList<>(path);
                        whole.add(name);
                        constants
                                .computeIfAbsent(whole, any -> new ArrayList<>())
                                .add(entry(one, "const").orElse(""));
                    }
                });
            }
        }
        constants.forEach((whole, choices) -> inputs.put(
                String.join(".", whole),
                new Input(
                        whole,
                        new Setting(
                                kebab(String.join("-", whole)),
                                Setting.Type.CHOICE,
                                needed ? Optional.empty() : Optional.of(choices.get(0)),
                                String.join(".", whole),
                                choices),
                        false)));
        shapes.items().forEach(tree -> {
            if (tree instanceof Tree.Branch shape) {
                gather(shape, path, false, inputs);
            }
        });
    }

    /** A list of more than single values, which no setting can hold. */
    private static boolean ofObjects(Tree.Branch property) {
        return property.entries().get("items") instanceof Tree.Branch items
                && kind(items).matches("object|array");
    }

    private static Input input(List<String> path, Tree.Branch property, boolean required) {
        String help = entry(property, "description")
                .filter(text -> !text.isBlank())
                .or(() -> entry(property, "title"))
                .filter(text -> !text.isBlank())
                .orElse(String.join(".", path));
        boolean several = kind(property).equals("array");
        List<String> choices = !several && property.entries().get("enum") instanceof Tree.Items items
                ? Component.texts(items)
                : List.of();
        Optional<String> fallback = Optional.ofNullable(property.entries().get("default"))
                .map(value -> String.join(", ", Component.texts(value)))
                .or(() -> required ? Optional.empty() : Optional.of(""));
        String name = kebab(String.join("-", path));
        if (several && ofObjects(property)) {
            throw property.problem("a list of anything but single values is not supported as a setting");
        }
        Setting setting = new Setting(name, type(property, choices), fallback, help, choices);
        return new Input(path, setting(setting), several);
    }

    /** The type of a property; of several, the first that is one. */
    private static String kind(Tree.Branch property) {
        return Optional.ofNullable(property.entries().get("type")).stream()
                .flatMap(types -> Component.texts(types).stream())
                .filter(type -> !type.isEmpty() && !type.equals("null"))
                .findFirst()
                .orElse("string");
    }

    /** A number that may be left out has no empty text to stand for it: it is taken as a text. */
    private static Setting setting(Setting setting) {
        boolean empty = setting.fallback().filter(String::isEmpty).isPresent();
        boolean strict = setting.type() != Setting.Type.SECRET;
        return empty && strict
                ? new Setting(setting.name(), Setting.Type.TEXT, setting.fallback(), setting.help(), List.of())
                : setting;
    }

    private static Setting.Type type(Tree.Branch property, List<String> choices) {
        if (entry(property, "airbyte_secret").filter("true"::equals).isPresent()) {
            return Setting.Type.SECRET;
        }
        if (!choices.isEmpty()) {
            return Setting.Type.CHOICE;
        }
        return switch (kind(property)) {
            case "integer" -> Setting.Type.WHOLE_NUMBER;
            case "boolean" -> Setting.Type.YES_NO;
            case "string", "number", "array" -> Setting.Type.TEXT;
            default -> throw property.problem("only texts, numbers, yes or no and lists are supported as settings");
        };
    }

    private static Optional<String> entry(Tree.Branch property, String name) {
        return Optional.ofNullable(property.entries().get(name)).map(Input::text);
    }

    private static String text(Tree tree) {
        if (tree instanceof Tree.Text text) {
            return text.text();
        }
        throw tree.problem("expected a single value");
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
