package vn.nhip.web.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.nhip.app.Masked;
import vn.nhip.spi.Inspector.Choice;

/**
 * What may be decided about a file, as select boxes: of the whole file, of its columns, and of values whose meaning nobody
 * but the user knows.
 *
 * <p>Shape: {@code needs} says which columns the chosen kind of row cannot do without.
 */
record FileChoices(List<Box> whole, List<Column> columns, List<Box> values, String needs) {

    private static final String COLUMN = "column.";
    private static final String SHAPE = "shape.";
    private static final String VALUE = "value.";

    /** One select box; {@code open} while nothing is chosen. */
    record Box(String name, String label, List<Option> options, boolean open) {

        /** Whether there is nothing to choose. */
        boolean settled() {
            return options.size() == 1 && !open;
        }
    }

    /** One column: its role, and how it is written, where that matters; {@code unreadable} says that no way fits. */
    record Column(String name, String examples, Box role, Optional<Box> shape, String unreadable) {}

    static FileChoices of(List<Choice> choices, Wording words) {
        Map<String, Choice> byId = new HashMap<>();
        choices.forEach(choice -> byId.put(choice.id(), choice));
        List<Box> whole = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        List<Box> values = new ArrayList<>();
        for (Choice choice : choices) {
            if (choice.id().startsWith(COLUMN)) {
                String place = choice.id().substring(COLUMN.length());
                columns.add(column(choice, Optional.ofNullable(byId.get(SHAPE + place)), words));
            } else if (choice.id().startsWith(VALUE)) {
                String role = choice.id().split("\\.", -1)[1];
                values.add(box(choice, words.text("web.role." + role) + " = " + choice.subject(), role, words));
            } else if (!choice.id().startsWith(SHAPE)) {
                whole.add(box(choice, words.text("web.choice." + choice.id()), choice.id(), words));
            }
        }
        String fact = Objects.requireNonNullElse(byId.get("fact"), new Choice("", "", List.of(), "", List.of()))
                .chosen();
        return new FileChoices(whole, columns, values, words.text("web.needs." + (fact.isEmpty() ? "unknown" : fact)));
    }

    private static Box box(Choice choice, String label, String group, Wording words) {
        List<Option> options = choice.options().stream()
                .map(option ->
                        new Option(option, words.text("web." + group + "." + option), option.equals(choice.chosen())))
                .toList();
        return new Box("answer." + choice.id(), label, options, choice.chosen().isEmpty());
    }

    private static Column column(Choice choice, Optional<Choice> shape, Wording words) {
        Optional<Box> shapes = shape.filter(ways -> !ways.options().isEmpty()).map(ways -> shapes(ways, words));
        boolean unreadable = shape.isPresent() && shapes.isEmpty();
        return new Column(
                choice.subject(),
                String.join(" · ", choice.examples().stream().map(Masked::text).toList()),
                box(choice, words.text("web.file.role", choice.subject()), "role", words),
                shapes,
                unreadable ? words.text("web.file.unreadable") : "");
    }

    private static Box shapes(Choice choice, Wording words) {
        return new Box(
                "answer." + choice.id(),
                words.text("web.file.shape", choice.subject()),
                choice.options().stream()
                        .map(option -> new Option(option, shown(option, words), option.equals(choice.chosen())))
                        .toList(),
                choice.chosen().isEmpty());
    }

    /** A pattern of days or numbers as people say it. */
    private static String shown(String pattern, Wording words) {
        return pattern.replace("yyyy", words.text("web.shape.year"))
                .replace("MM", words.text("web.shape.month"))
                .replace("dd", words.text("web.shape.day"))
                .replace("HH", words.text("web.shape.hour"))
                .replace("mm", words.text("web.shape.minute"))
                .replace("ss", words.text("web.shape.second"))
                .replace("'T'", "T");
    }
}
