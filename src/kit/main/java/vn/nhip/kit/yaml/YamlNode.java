package vn.nhip.kit.yaml;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** One value of a YAML file: a text, a list or a map, at a known place. */
public final class YamlNode {

    private final String file;
    private final Node node;

    YamlNode(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    /** {@code config/kpis/sales.yaml:12:5}. */
    public String place() {
        return place(file, node.getStartMark());
    }

    static String place(String file, Optional<Mark> mark) {
        return file
                + mark.map(at -> ":" + (at.getLine() + 1) + ":" + (at.getColumn() + 1))
                        .orElse("");
    }

    /** A problem with this value, ready to throw. */
    public YamlException problem(String message) {
        return new YamlException(List.of(place() + ": " + message));
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public boolean isText() {
        return node instanceof ScalarNode;
    }

    public YamlMap map() {
        if (node instanceof MappingNode mapping) {
            return new YamlMap(file, mapping);
        }
        throw problem("expected a map of names and values");
    }

    public List<YamlNode> list() {
        if (node instanceof SequenceNode sequence) {
            List<YamlNode> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(new YamlNode(file, item)));
            return List.copyOf(items);
        }
        throw problem("expected a list");
    }

    /** The text as written; numbers and dates are not guessed. */
    public String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw problem("expected a single value");
    }

    /** True for {@code key:} with nothing behind it, {@code ~} or a plain {@code null}. */
    public boolean isEmpty() {
        return node instanceof ScalarNode scalar
                && scalar.getScalarStyle() == ScalarStyle.PLAIN
                && (scalar.getValue().isEmpty()
                        || scalar.getValue().equals("~")
                        || scalar.getValue().equals("null"));
    }

    public List<String> texts() {
        return list().stream().map(YamlNode::text).toList();
    }

    public boolean yes() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw problem("expected true or false, not '" + text() + "'");
        };
    }

    public int wholeNumber() {
        return parse(Integer::parseInt, "a whole number");
    }

    public BigDecimal number() {
        return parse(BigDecimal::new, "a number with a decimal point");
    }

    public LocalDate day() {
        return parse(LocalDate::parse, "a day as yyyy-mm-dd");
    }

    /** One constant of an enum, written in kebab-case. */
    public <E extends Enum<E>> E choice(Class<E> type) {
        String wanted = text();
        List<String> known = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String name = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (name.equals(wanted)) {
                return constant;
            }
            known.add(name);
        }
        throw problem("'" + wanted + "' is not one of " + String.join(", ", known));
    }

    /** Parses the text; an exception of the parser becomes a problem at this place. */
    public <T> T parse(Function<String, T> parser, String expected) {
        try {
            return parser.apply(text());
        } catch (IllegalArgumentException | DateTimeException refused) {
            throw new YamlException(List.of(place() + ": expected " + expected + ", not '" + text() + "'"));
        }
    }
}
