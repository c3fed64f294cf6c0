package vn.nhip.kit.facts;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.kit.expression.Expression;
import vn.nhip.kit.expression.ExpressionException;
import vn.nhip.kit.yaml.YamlMap;
import vn.nhip.kit.yaml.YamlNode;

/** Reads one entry of {@code fields:}. */
final class FieldLoader {

    private static final List<String> SHAPES = List.of("number", "instant", "day", "phone", "email");

    /** What becomes of a phone number or an e-mail address that is none. */
    private enum IfBad {
        REFUSE,
        ABSENT
    }

    /** What becomes of a value that is not among the declared ones. */
    private enum Else {
        REFUSE,
        KEEP
    }

    private final ZoneId zone;

    FieldLoader(ZoneId zone) {
        this.zone = zone;
    }

    Field load(YamlNode key, YamlMap map) {
        requireName(key);
        map.allow(
                "column",
                "optional",
                "strip-suffix",
                "values",
                "values-else",
                "zone",
                "if-bad",
                "number",
                "instant",
                "day",
                "phone",
                "email");
        Shape shape = shape(map);
        if (map.find("zone").isPresent() && map.find("instant").isEmpty()) {
            throw map.key("zone").problem("a zone belongs to an instant only");
        }
        return new Field(key.text(), map.text("column"), presence(map, shape), cleaning(map), shape);
    }

    private static void requireName(YamlNode key) {
        try {
            if (Expression.parse(key.text()).names().equals(List.of(key.text()))) {
                return;
            }
        } catch (ExpressionException notAName) {
            throw key.problem("'" + key.text() + "' is no field name: letters, then letters, digits and _ ("
                    + notAName.getMessage() + ")");
        }
        throw key.problem("'" + key.text() + "' is no field name: letters, then letters, digits and _");
    }

    private Shape shape(YamlMap map) {
        List<String> declared =
                SHAPES.stream().filter(shape -> map.find(shape).isPresent()).toList();
        if (declared.size() > 1) {
            throw map.key(declared.get(1)).problem("a field has one shape, not " + String.join(" and ", declared));
        }
        return declared.isEmpty() ? new TextShape() : shape(declared.get(0), map.require(declared.get(0)), map);
    }

    private Shape shape(String kind, YamlNode value, YamlMap map) {
        return switch (kind) {
            case "number" ->
                value.parse(
                        NumberShape::like,
                        "a number such as \"1234.56\", \"1,234.56\", \"1.234,56\" or \"1 234,56\" as an example");
            case "instant" ->
                EpochShape.named(value.text()).orElseGet(() -> new InstantShape(pattern(value), zoneOf(map)));
            case "day" -> new DayShape(pattern(value), zone);
            case "phone" -> value.parse(PhoneShape::of, "a region such as VN");
            default -> email(value);
        };
    }

    private static Shape email(YamlNode value) {
        return value.yes() ? new EmailShape() : new TextShape();
    }

    private static TimePattern pattern(YamlNode value) {
        return value.parse(TimePattern::of, "a pattern with a whole date, such as \"dd/MM/yyyy\"");
    }

    private ZoneId zoneOf(YamlMap map) {
        Optional<ZoneId> declared =
                map.find("zone").map(value -> value.parse(ZoneId::of, "a zone such as Asia/Ho_Chi_Minh"));
        return declared.orElse(zone);
    }

    private static Field.Presence presence(YamlMap map, Shape shape) {
        boolean optional = map.find("optional").map(YamlNode::yes).orElse(false);
        boolean absent = map.find("if-bad")
                .map(value -> value.choice(IfBad.class) == IfBad.ABSENT)
                .orElse(false);
        if (absent && !(shape instanceof PhoneShape || shape instanceof EmailShape)) {
            throw map.key("if-bad").problem("'if-bad: absent' is for phone and email only; other values are refused");
        }
        return new Field.Presence(optional, absent);
    }

    private static Field.Cleaning cleaning(YamlMap map) {
        Map<String, String> translations = new HashMap<>();
        map.entries("values")
                .forEach((from, to) -> translations.put(CellText.clean(from), to.isEmpty() ? "" : to.text()));
        Optional<Else> otherwise = map.find("values-else").map(value -> value.choice(Else.class));
        if (otherwise.isPresent() && translations.isEmpty()) {
            throw map.key("values-else").problem("'values-else' needs 'values'");
        }
        return new Field.Cleaning(
                map.text("strip-suffix", ""), translations, otherwise.orElse(Else.KEEP) == Else.REFUSE);
    }
}
