package vn.nhip.connector.files;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a mapping for a sample: what the sample proves as it is, what it leaves open as a question. */
final class Proposing {

    private final Sample sample;
    private final Map<Role, Integer> columns = new EnumMap<>(Role.class);
    private final List<String> questions = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean open;

    private Proposing(Sample sample) {
        this.sample = sample;
        for (int column = 0; column < sample.header().size(); column++) {
            int at = column;
            Role.of(sample.header().get(column)).ifPresent(role -> columns.putIfAbsent(role, at));
        }
    }

    /** The text, its questions, and whether it can be tried as it stands. */
    record Draft(String mapping, List<String> questions, boolean complete) {}

    static Draft of(Sample sample, String fileName) {
        Proposing proposing = new Proposing(sample);
        proposing.read(fileName);
        proposing.fields();
        proposing.facts();
        return new Draft(proposing.text.toString(), List.copyOf(proposing.questions), !proposing.open);
    }

    private void read(String fileName) {
        line("# Proposed for " + fileName + "; read it, answer what is asked, and keep it as a mapping of your own.");
        line("read:");
        line("  format: " + sample.reading().format().id());
        if (sample.reading().format() != Reading.Format.XLSX) {
            line("  encoding: " + sample.reading().encoding().name().toLowerCase(Locale.ROOT));
            if (!sample.surelyEncoded()) {
                ask(
                        "  ",
                        "the file is no UTF-8 text: is " + sample.reading().encoding() + " right? Look at the accents");
            }
        }
        if (sample.reading().format() == Reading.Format.CSV) {
            line("  delimiter: \"" + sample.reading().separator() + "\"");
        }
        line("  header-row: " + sample.reading().heading().row());
        if (isOrders()) {
            line("  group-by: order # rows with the same value become one order");
        }
    }

    private boolean isOrders() {
        return columns.containsKey(Role.ORDER) && columns.containsKey(Role.AT) && !amount().isEmpty();
    }

    private String amount() {
        if (columns.containsKey(Role.AMOUNT)) {
            return "amount";
        }
        return columns.containsKey(Role.QUANTITY) && columns.containsKey(Role.PRICE) ? "quantity * price" : "";
    }

    private void fields() {
        line("");
        line("fields:");
        columns.forEach((role, column) -> field(role, sample.header().get(column), sample.evidence(column)));
        String others = sample.header().stream()
                .filter(name -> Role.of(name).isEmpty() && !name.isBlank())
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            line("  # not used: " + others.replaceAll("\\s+", " "));
        }
    }

    private void field(Role role, String column, Evidence evidence) {
        String start = role.field() + ": {column: " + quoted(column);
        String end = (evidence.hasBlanks() ? ", optional: true" : "") + "}";
        switch (role) {
            case AMOUNT, QUANTITY, PRICE, DISCOUNT ->
                choice(column, ways(start + ", number: ", evidence.numberShapes(), end));
            case AT -> choice(column, ways(start + ", instant: ", evidence.datePatterns(), end));
            case PHONE -> line("  " + start + ", phone: VN, if-bad: absent" + end);
            case EMAIL -> line("  " + start + ", email: true, if-bad: absent" + end);
            default -> line("  " + start + end);
        }
    }

    private static List<String> ways(String start, List<String> shapes, String end) {
        return shapes.stream().map(shape -> start + quoted(shape) + end).toList();
    }

    /** One way that fits is proposed; of several, or none, the user decides. */
    private void choice(String column, List<String> ways) {
        if (ways.size() == 1) {
            line("  " + ways.get(0));
            return;
        }
        open = true;
        String found = ways.isEmpty()
                ? "are written in no known way: how are they read?"
                : "can be read in several ways: which?";
        ask("  ", "the values of column " + quoted(column) + " " + found);
        ways.forEach(way -> line("  # " + way));
    }

    private void facts() {
        line("");
        line("facts:");
        if (!isOrders()) {
            open = true;
            ask("", "no order, date and amount were recognised: which fact is a row, and which column is what?");
            line("  # - fact: order");
            return;
        }
        line("  - fact: order");
        line("    id: order");
        line("    ordered-at: min(at)");
        status();
        line("    gross: sum(" + amount() + ")");
        if (columns.containsKey(Role.DISCOUNT)) {
            ask(
                    "    ",
                    "does column " + quoted(name(Role.DISCOUNT)) + " stand per row or once per order, and is it taken"
                            + " off the amounts already? discounts: sum(coalesce(discount, 0)) or discounts: coalesce(discount, 0)");
        }
        ask("    ", "which channel do these orders come from?");
        line("    channel: \"'shop'\"");
        person();
        if (columns.containsKey(Role.PRODUCT) && columns.containsKey(Role.QUANTITY)) {
            line("    lines: {product: product, quantity: quantity, amount: " + amount() + "}");
        }
    }

    private void status() {
        if (!columns.containsKey(Role.STATUS)) {
            ask("    ", "no column says the status: are all these orders paid?");
            line("    status: \"'paid'\"");
            return;
        }
        open = true;
        List<String> words = sample.evidence(columns.get(Role.STATUS)).values().stream()
                .map(String::valueOf)
                .distinct()
                .limit(20)
                .toList();
        ask(
                "    ",
                "which of pending, confirmed, paid, delivered, cancelled is each status? Add to field status:"
                        + " values-else: refuse, values: {"
                        + words.stream().map(word -> quoted(word) + ": ?").collect(Collectors.joining(", ")) + "}");
        line("    status: status");
    }

    private void person() {
        List<String> keys = new ArrayList<>();
        if (columns.containsKey(Role.EMAIL)) {
            keys.add("email: email");
        }
        if (columns.containsKey(Role.PHONE)) {
            keys.add("phone: phone");
        }
        if (columns.containsKey(Role.CUSTOMER)) {
            keys.add("external: customer");
        }
        if (!keys.isEmpty()) {
            line("    person: {" + String.join(", ", keys) + "}");
        }
    }

    private String name(Role role) {
        return sample.header().get(columns.getOrDefault(role, 0));
    }

    private void ask(String indent, String question) {
        questions.add(question);
        line(indent + "# QUESTION: " + question.replaceAll("\\s+", " "));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** Double-quoted YAML, in which nothing of a file can be anything but text. */
    private static String quoted(String word) {
        String safe = word.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "");
        return '"' + safe.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
