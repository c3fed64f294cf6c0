package vn.nhip.manifest.component;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.nhip.manifest.tree.Component;
import vn.nhip.manifest.tree.Tree;
import vn.nhip.spi.Setting;

/** One property of the manifest's {@code spec}: what expressions call it, and the setting that gives it. */
public record Input(String name, Setting setting) {

    static List<Input> in(Component spec) {
        spec.allow("connection_specification", "advanced_auth", "documentation_url");
        if (!(spec.require("connection_specification") instanceof Tree.Branch schema)) {
            throw spec.problem("'connection_specification' must be a JSON Schema");
        }
        Set<String> required = new HashSet<>();
        if (schema.entries().get("required") instanceof Tree.Items names) {
            names.items().forEach(name -> required.add(text(name)));
        }
        List<Input> inputs = new ArrayList<>();
        if (schema.entries().get("properties") instanceof Tree.Branch properties) {
            properties.entries().forEach((name, tree) -> inputs.add(input(name, tree, required.contains(name))));
        }
        return inputs;
    }

    private static Input input(String name, Tree tree, boolean required) {
        if (!(tree instanceof Tree.Branch property)) {
            throw tree.problem("the property '" + name + "' must be a map");
        }
        String help = entry(property, "description")
                .or(() -> entry(property, "title"))
                .orElse(name);
        List<String> choices = property.entries().get("enum") instanceof Tree.Items items
                ? items.items().stream().map(Input::text).toList()
                : List.of();
        Optional<String> fallback = entry(property, "default").or(() -> required ? Optional.empty() : Optional.of(""));
        return new Input(name, setting(new Setting(kebab(name), type(property, choices), fallback, help, choices)));
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
        return switch (entry(property, "type").orElse("string")) {
            case "integer" -> Setting.Type.WHOLE_NUMBER;
            case "boolean" -> Setting.Type.YES_NO;
            case "string" -> Setting.Type.TEXT;
            default -> throw property.problem("only texts, whole numbers and yes or no are supported as settings");
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
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").replace('_', '-').toLowerCase(Locale.ROOT);
    }
}
