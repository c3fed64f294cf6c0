package vn.nhip.kit.facts;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.kit.yaml.YamlMap;
import vn.nhip.kit.yaml.YamlNode;
import vn.nhip.spi.FactKind;

/**
 * The {@code fields:} and {@code facts:} of a {@code facts.yaml}, checked as a whole; the same for files, manifests and
 * webhooks. Unchanging; {@link #bind} makes the mapper of one source.
 *
 * <p>Time: wall-clock instants are in the field's zone, else the account's; days are the account's. Units: amounts
 * without a declared currency are in the account's.
 */
public final class FactsMapping {

    private final String place;
    private final List<Field> fields;
    private final List<Rule> rules;
    private final ZoneId zone;

    private FactsMapping(String place, List<Field> fields, List<Rule> rules, ZoneId zone) {
        this.place = place;
        this.fields = List.copyOf(fields);
        this.rules = List.copyOf(rules);
        this.zone = zone;
    }

    /**
     * Loads the mapping; a {@code read:} part beside it is left to whoever reads the records.
     *
     * @throws YamlException with every problem at once, each with file, line and column
     */
    public static FactsMapping load(YamlMap top, ZoneId zone, Currency currency) {
        Problems problems = new Problems();
        problems.attempt(() -> top.allow("title", "read", "fields", "facts"));
        Map<String, Field> fields = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        FieldLoader loader = new FieldLoader(zone);
        problems.attempt(() -> top.require("fields").map())
                .ifPresent(map -> map.entries().forEach((name, node) -> {
                    names.add(name);
                    problems.attempt(() -> loader.load(map.key(name), node.map()))
                            .ifPresent(field -> fields.put(name, field));
                }));
        MappingScope scope = new MappingScope(fields, List.copyOf(names), zone, currency, problems);
        List<Rule> rules =
                problems.attempt(() -> rules(top.require("facts"), scope)).orElse(List.of());
        problems.throwAny();
        return new FactsMapping(top.place(), List.copyOf(fields.values()), rules, zone);
    }

    private static List<Rule> rules(YamlNode facts, MappingScope scope) {
        List<Rule> rules = new ArrayList<>();
        if (facts.list().isEmpty()) {
            throw facts.problem("needs at least one fact");
        }
        for (YamlNode node : facts.list()) {
            scope.problems()
                    .attempt(node::map)
                    .flatMap(map -> Rule.load(map, scope))
                    .ifPresent(rules::add);
        }
        return rules;
    }

    /** The kinds of fact that its rules can give. */
    public Set<FactKind> kinds() {
        return rules.stream().map(Rule::kind).collect(Collectors.toUnmodifiableSet());
    }

    /** The names of the fields, in the order of the file; every row of the mapping has them in this order. */
    public List<String> fields() {
        return fields.stream().map(Field::name).toList();
    }

    /** The columns that a source must have. */
    public List<String> columns() {
        return fields.stream().map(Field::column).distinct().toList();
    }

    /** The column of a field, or nothing when no field has this name. */
    public Optional<String> column(String field) {
        return fields.stream()
                .filter(each -> each.name().equals(field))
                .map(Field::column)
                .findFirst();
    }

    /** Binds to a header whose rows are called {@code line 42} in envelopes and messages. */
    public BoundMapping bind(List<String> header) {
        return bind(header, "line ");
    }

    /**
     * Finds every column once. Names are compared trimmed and in Unicode's composed form, and case counts.
     *
     * @param rowName what stands before a row's number: {@code "line "}, {@code "sheet Số liệu row "}
     * @throws vn.nhip.spi.ConnectorException SETTINGS, with the columns that are missing or stand twice and the header
     *     that was found
     */
    public BoundMapping bind(List<String> header, String rowName) {
        HeaderColumns columns = new HeaderColumns(header);
        List<FieldReader> readers = new ArrayList<>();
        for (Field field : fields) {
            readers.add(new FieldReader(field, columns.indexOf(field.column())));
        }
        columns.throwMissing(place);
        return new BoundMapping(readers, rules, zone, rowName);
    }
}
