package vn.nhip.connector.files;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a mapping for a sample: what the sample proves as it is, what it leaves open as a question. */
final class Proposing {

    private final Sample sample;
    private final Columns columns;
    private final ProposedFact fact;
    private final MappingText text = new MappingText();

    private Proposing(Sample sample) {
        this.sample = sample;
        this.columns = Columns.of(sample);
        this.fact = ProposedFact.of(columns);
    }

    /** The text, its questions, and whether it can be tried as it stands. */
    record Draft(String mapping, List<String> questions, boolean complete) {}

    static Draft of(Sample sample, String fileName) {
        Proposing proposing = new Proposing(sample);
        proposing.read(fileName);
        proposing.fields();
        proposing.text.line("");
        proposing.text.line("facts:");
        proposing.fact.write(proposing.columns, proposing.text);
        return proposing.text.draft();
    }

    private void read(String fileName) {
        text.line("# Proposed for " + fileName
                + "; read it, answer what is asked, and keep it as a mapping of your own.");
        text.line("read:");
        text.line("  format: " + sample.reading().format().id());
        if (sample.reading().format() != Reading.Format.XLSX) {
            text.line("  encoding: " + sample.reading().encoding().name().toLowerCase(Locale.ROOT));
            if (!sample.surelyEncoded()) {
                text.ask(
                        "  ",
                        "the file is no UTF-8 text: is " + sample.reading().encoding() + " right? Look at the accents");
            }
        }
        if (sample.reading().format() == Reading.Format.CSV) {
            text.line("  delimiter: \"" + sample.reading().separator() + "\"");
        }
        text.line("  header-row: " + sample.reading().heading().row());
        fact.groupBy(columns).ifPresent(group -> text.line("  group-by: " + group));
    }

    private void fields() {
        text.line("");
        text.line("fields:");
        columns.places().forEach((role, column) -> field(role, sample.header().get(column), sample.evidence(column)));
        String others = sample.header().stream()
                .filter(name -> Role.of(name).isEmpty() && !name.isBlank())
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            text.line("  # not used: " + others.replaceAll("\\s+", " "));
        }
    }

    private void field(Role role, String column, Evidence evidence) {
        String start = role.field() + ": {column: " + MappingText.quoted(column);
        String end = (evidence.hasBlanks() ? ", optional: true" : "") + "}";
        switch (role.reads()) {
            case NUMBER -> choice(column, ways(start + ", number: ", evidence.numberShapes(), end));
            case WHEN -> choice(column, ways(start + ", instant: ", evidence.datePatterns(), end));
            case PHONE -> text.line("  " + start + ", phone: VN, if-bad: absent" + end);
            case EMAIL -> text.line("  " + start + ", email: true, if-bad: absent" + end);
            case TEXT -> text.line("  " + start + end);
        }
    }

    private static List<String> ways(String start, List<String> shapes, String end) {
        return shapes.stream()
                .map(shape -> start + MappingText.quoted(shape) + end)
                .toList();
    }

    /** One way that fits is proposed; of several, or none, the user decides. */
    private void choice(String column, List<String> ways) {
        if (ways.size() == 1) {
            text.line("  " + ways.get(0));
            return;
        }
        String found = ways.isEmpty()
                ? "are written in no known way: how are they read?"
                : "can be read in several ways: which?";
        text.demand("  ", "the values of column " + MappingText.quoted(column) + " " + found);
        ways.forEach(way -> text.line("  # " + way));
    }
}
