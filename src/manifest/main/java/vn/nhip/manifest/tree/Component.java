package vn.nhip.manifest.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.nhip.kit.expression.ExpressionException;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.kit.yaml.YamlMap;
import vn.nhip.manifest.expression.Interpolation;

/**
 * One component of a manifest: its type, its fields, and the parameters that reach it.
 *
 * <p>A field that is not there is taken from the parameter of the same name, the nearest one first.
 */
public final class Component {

    private static final String PARAMETERS = "$parameters";

    /** Parameters that tools which write manifests repeat in components that have no such field. */
    private static final Set<String> REPEATED = Set.of("name", "path", "primary_key");

    private final Tree.Branch branch;
    private final String type;
    private final Map<String, Tree> parameters;

    private Component(Tree.Branch branch, String type, Map<String, Tree> inherited) {
        this.branch = branch;
        this.type = type;
        this.parameters = new LinkedHashMap<>(inherited);
        if (branch.entries().get(PARAMETERS) instanceof Tree.Branch own) {
            parameters.putAll(own.entries());
        }
    }

    /** The whole manifest: what {@code check}, {@code streams} and {@code spec} refer to is followed. */
    public static Component root(YamlMap file) {
        Tree.Branch written = new Tree.Branch(file.place(), Tree.entries(file.entries()));
        References references = new References(written);
        Map<String, Tree> entries = new LinkedHashMap<>();
        written.entries().forEach((key, value) -> {
            boolean library = Set.of("definitions", "schemas", "metadata").contains(key);
            entries.put(key, library ? value : references.followed(value));
        });
        return of(new Tree.Branch(written.place(), entries), "DeclarativeSource", Map.of());
    }

    private static Component of(Tree tree, String fallback, Map<String, Tree> inherited) {
        if (!(tree instanceof Tree.Branch branch)) {
            throw tree.problem("expected a component: a map with a type");
        }
        Tree named = branch.entries().get("type");
        String type = named instanceof Tree.Text text ? text.text() : fallback;
        if (type.isEmpty()) {
            throw tree.problem("'type' is missing");
        }
        return new Component(branch, type, inherited);
    }

    public String type() {
        return type;
    }

    public String place() {
        return branch.place();
    }

    public YamlException problem(String message) {
        return branch.problem(message);
    }

    /** The component's refusal where it is of none of the types that belong here. */
    public YamlException unsupported(String where) {
        return problem(type + " is not supported as " + where);
    }

    /** This component, when it has no other fields than these. */
    public Component allow(String... known) {
        List<String> allowed = Arrays.asList(known);
        List<String> problems = new ArrayList<>();
        branch.entries().forEach((name, value) -> {
            boolean own = name.equals("type") || name.equals(PARAMETERS) || name.equals("description");
            if (!own && !REPEATED.contains(name) && !allowed.contains(name)) {
                problems.add(value.place() + ": '" + name + "' of " + type + " is not supported");
            }
        });
        if (!problems.isEmpty()) {
            throw new YamlException(problems);
        }
        return this;
    }

    /** The field, or the parameter of its name; an empty value counts as missing. */
    public Optional<Tree> find(String field) {
        return Optional.ofNullable(branch.entries().get(field))
                .or(() -> Optional.ofNullable(parameters.get(field)))
                .filter(value -> !(value instanceof Tree.Text text && text.empty()));
    }

    public Tree require(String field) {
        return find(field).orElseThrow(() -> problem("'" + field + "' of " + type + " is missing"));
    }

    public Optional<String> findText(String field) {
        return find(field).map(Component::text);
    }

    public String text(String field) {
        return text(require(field));
    }

    public String text(String field, String fallback) {
        return findText(field).orElse(fallback);
    }

    public boolean yes(String field) {
        return findText(field).filter("true"::equals).isPresent();
    }

    public int wholeNumber(String field, int fallback) {
        Optional<Tree> value = find(field);
        try {
            return value.map(tree -> Integer.parseInt(text(tree))).orElse(fallback);
        } catch (NumberFormatException noNumber) {
            throw value.orElseThrow().problem("'" + field + "' must be a whole number");
        }
    }

    /** The texts of a list; one text counts as a list of one. */
    public List<String> texts(String field) {
        return find(field).map(Component::texts).orElse(List.of());
    }

    /** The component in a field; {@code fallback} is its type where the file names none. */
    public Component child(String field, String fallback) {
        return of(require(field), fallback, parameters);
    }

    public Optional<Component> findChild(String field, String fallback) {
        return find(field).map(tree -> of(tree, fallback, parameters));
    }

    /** A component that stands within this one. */
    public Component inner(Tree tree, String fallback) {
        return of(tree, fallback, parameters);
    }

    /** The texts of a value: of a list, or the one that it is. */
    public static List<String> texts(Tree tree) {
        return tree instanceof Tree.Items items
                ? items.items().stream().map(Component::text).toList()
                : List.of(text(tree));
    }

    /** The components of a list; a single one counts as a list of one. */
    public List<Component> children(String field, String fallback) {
        List<Tree> trees = find(field)
                .map(tree -> tree instanceof Tree.Items items ? items.items() : List.of(tree))
                .orElse(List.of());
        return trees.stream().map(tree -> of(tree, fallback, parameters)).toList();
    }

    /** The expression in a field, over these variables and {@code parameters}. */
    public Template template(String field, Set<String> variables) {
        return template(require(field), variables);
    }

    public Optional<Template> findTemplate(String field, Set<String> variables) {
        return find(field).map(tree -> template(tree, variables));
    }

    /** The expression in a field, or this text. */
    public Template template(String field, String fallback, Set<String> variables) {
        return findTemplate(field, variables)
                .orElseGet(() -> template(new Tree.Text(place(), fallback, false), variables));
    }

    /** The expressions of a list; one text counts as a list of one. */
    public List<Template> templateList(String field, Set<String> variables) {
        return find(field)
                .map(tree -> tree instanceof Tree.Items items ? items.items() : List.of(tree))
                .orElse(List.of())
                .stream()
                .map(tree -> template(tree, variables))
                .toList();
    }

    /** The expressions of a map of texts, by name. */
    public Map<String, Template> templates(String field, Set<String> variables) {
        Optional<Tree> found = find(field);
        Map<String, Template> templates = new LinkedHashMap<>();
        if (found.isEmpty()) {
            return templates;
        }
        if (!(found.get() instanceof Tree.Branch map)) {
            throw found.get().problem("'" + field + "' must be a map of names and texts");
        }
        map.entries().forEach((name, value) -> {
            if (!name.equals(PARAMETERS)) {
                templates.put(name, template(value, variables));
            }
        });
        return templates;
    }

    /** A value with expressions in it, whatever its shape. */
    public Nested nested(Tree tree, Set<String> variables) {
        if (tree instanceof Tree.Branch branch) {
            Map<String, Nested> entries = new LinkedHashMap<>();
            branch.entries().forEach((name, value) -> {
                if (!name.equals(PARAMETERS)) {
                    entries.put(name, nested(value, variables));
                }
            });
            return new Nested.Fields(entries);
        }
        return tree instanceof Tree.Items items
                ? new Nested.Several(items.items().stream()
                        .map(item -> nested(item, variables))
                        .toList())
                : new Nested.One(template(tree, variables));
    }

    /** The entries of a map, each with expressions in it. */
    public Map<String, Nested> nestedEntries(String field, Set<String> variables) {
        Optional<Tree> found = find(field);
        if (found.isEmpty()) {
            return Map.of();
        }
        if (nested(found.get(), variables) instanceof Nested.Fields fields) {
            return fields.entries();
        }
        throw found.get().problem("'" + field + "' must be a map of names and values");
    }

    /** The expression of one value. */
    public Template template(Tree tree, Set<String> variables) {
        try {
            Set<String> all = new HashSet<>(variables);
            all.add("parameters");
            return new Template(tree.place(), Interpolation.parse(text(tree), all), Template.plain(parameters));
        } catch (ExpressionException wrong) {
            throw tree.problem(String.valueOf(wrong.getMessage()));
        }
    }

    static String text(Tree tree) {
        if (tree instanceof Tree.Text text) {
            return text.empty() ? "" : text.text();
        }
        throw tree.problem("expected a single value");
    }
}
