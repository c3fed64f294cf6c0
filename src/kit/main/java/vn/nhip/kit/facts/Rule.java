package vn.nhip.kit.facts;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.nhip.kit.yaml.YamlMap;
import vn.nhip.kit.yaml.YamlNode;
import vn.nhip.spi.Fact;
import vn.nhip.spi.FactKind;

/** One entry of {@code facts:}: when it takes a record, and what it makes of it. */
record Rule(FactKind kind, Attribute when, Attribute version, FactMapper mapper) {

    static Optional<Rule> load(YamlMap map, MappingScope scope) {
        return scope.problems().attempt(() -> kind(map.require("fact"))).map(kind -> {
            Attributes attributes = new Attributes(map, "", scope);
            attributes.known("fact");
            Rule rule = new Rule(
                    kind, attributes.optional("when"), attributes.optional("version"), FactMapper.of(kind, attributes));
            attributes.done();
            return rule;
        });
    }

    private static FactKind kind(YamlNode node) {
        List<FactKind> kinds = Arrays.asList(FactKind.values());
        return kinds.stream()
                .filter(kind -> kind.id().equals(node.text()))
                .findFirst()
                .orElseThrow(() -> node.problem("'" + node.text() + "' is no fact; facts are "
                        + kinds.stream().map(FactKind::id).collect(Collectors.joining(", "))));
    }

    boolean takes(Group group) {
        return !when.declared() || when.yes(group);
    }

    Fact fact(Group group) {
        try {
            return mapper.map(group);
        } catch (IllegalArgumentException contradiction) {
            throw Refusal.of("the " + kind.id() + " cannot be: " + contradiction.getMessage())
                    .at(0, kind.id(), "");
        }
    }

    /** The source's revision, or the milliseconds of its updated-at; 0 where it says nothing. */
    long version(Group group) {
        Object value = version.find(group, 0);
        if (value instanceof Instant instant) {
            return version.inRange(instant).toEpochMilli();
        } else if (value instanceof BigDecimal) {
            return version.whole(group);
        } else if (value == null) {
            return 0;
        }
        throw version.refusal(0, CellText.of(value), "must be a whole number or an instant");
    }
}
