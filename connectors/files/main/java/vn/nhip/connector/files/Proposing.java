package vn.nhip.connector.files;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nhip.spi.Inspector;

/** Writes a mapping for a sample: what the sample proves as it is, what it leaves open as a question. */
final class Proposing {

    private static final String FACT = "fact";

    private final Sample sample;
    private final MappingText text;
    private final Columns columns;
    private final ProposedFact fact;

    private Proposing(Sample sample, MappingText text) {
        this.sample = sample;
        this.text = text;
        this.columns = Columns.of(sample, text);
        this.fact = fact(columns, text);
    }

    /** The text, its questions and choices, and whether it can be tried as it stands. */
    record Draft(String mapping, List<String> questions, List<Inspector.Choice> choices, boolean complete) {}

    /** The answers are by the ids of choices. */
    static Draft of(Sample sample, String fileName, Map<String, String> answers) {
        Proposing proposing = new Proposing(sample, new MappingText(answers));
        proposing.read(fileName);
        proposing.fields();
        proposing.text.line("");
        proposing.text.line("facts:");
        proposing.fact().write(proposing.columns, proposing.text);
        return proposing.text.draft();
    }

    private static ProposedFact fact(Columns columns, MappingText text) {
        List<String> kinds = Stream.of(ProposedFact.values())
                .filter(kind -> kind != ProposedFact.UNKNOWN)
                .map(ProposedFact::id)
                .toList();
        ProposedFact found = ProposedFact.of(columns);
        String proposed = found == ProposedFact.UNKNOWN ? "" : found.id();
        String chosen = text.choose(FACT, "", kinds, proposed);
        return Stream.of(ProposedFact.values())
                .filter(kind -> kind.id().equals(chosen))
                .findFirst()
                .orElse(ProposedFact.UNKNOWN);
    }

    /** A fact whose columns are not there cannot be written. */
    private ProposedFact fact() {
        return fact.fits(columns) ? fact : ProposedFact.UNKNOWN;
    }

    private void read(String fileName) {
        text.line("# Proposed for " + MappingText.oneLine(fileName)
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
        fact().groupBy(columns).ifPresent(group -> text.line("  group-by: " + group));
    }

    private void fields() {
        text.line("");
        text.line("fields:");
        columns.places().forEach((role, column) -> field(role, column, sample.evidence(column)));
        String others = sample.header().stream()
                .filter(name -> Role.of(name).isEmpty() && !name.isBlank())
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            text.line("  # not used: " + MappingText.oneLine(others));
        }
    }

    private void field(Role role, int place, Evidence evidence) {
        String column = sample.header().get(place);
        String start = role.field() + ": {column: " + MappingText.quoted(column);
        String end = (evidence.hasBlanks() ? ", optional: true" : "") + "}";
        Shapes number = new Shapes(
                place,
                column,
                evidence.numberShapes(),
                evidence.usualNumberShapes(),
                shape -> start + ", number: " + shape + end);
        Shapes instant = new Shapes(
                place,
                column,
                evidence.datePatterns(),
                evidence.usualDatePatterns(),
                shape -> start + ", instant: " + shape + end);
        switch (role.reads()) {
            case NUMBER -> shaped(number);
            case WHEN -> shaped(instant);
            case PHONE -> text.line("  " + start + ", phone: VN, if-bad: absent" + end);
            case EMAIL -> text.line("  " + start + ", email: true, if-bad: absent" + end);
            case TEXT -> text.line("  " + start + meanings(role) + end);
        }
    }

    /** The ways in which all values of a column can be read, and those in which most can. */
    private record Shapes(int place, String column, List<String> found, List<String> usual, Line line) {

        interface Line {
            String with(String shape);
        }

        String written(String shape) {
            return line.with(MappingText.quoted(shape));
        }
    }

    /** One way that fits is proposed; of several, or none, the user decides. */
    private void shaped(Shapes shapes) {
        String proposed = shapes.found().size() == 1 ? shapes.found().get(0) : "";
        List<String> options = shapes.found().isEmpty() ? shapes.usual() : shapes.found();
        String chosen = text.choose("shape." + shapes.place(), shapes.column(), options, proposed);
        if (!chosen.isEmpty()) {
            text.line("  " + shapes.written(chosen));
            return;
        }
        String found = shapes.found().isEmpty()
                ? "are written in no known way: how are they read?"
                : "can be read in several ways: which?";
        text.demand("  ", "the values of column " + MappingText.quoted(shapes.column()) + " " + found);
        shapes.found().forEach(shape -> text.line("  # " + shapes.written(shape)));
    }

    /** What each value of the column means, once the user has said it of all. */
    private String meanings(Role role) {
        List<String> options = fact().meanings(role);
        if (options.isEmpty()) {
            return "";
        }
        String start = "value." + role.field() + ".";
        Optional<String> all = columns.words(role).stream()
                .map(word -> {
                    String chosen = text.choose(start + word, word, options, "");
                    return Optional.of(MappingText.quoted(word) + ": " + chosen).filter(any -> !chosen.isEmpty());
                })
                .reduce(
                        Optional.of(""),
                        (before, one) ->
                                before.flatMap(words -> one.map(word -> words.isEmpty() ? word : words + ", " + word)));
        return all.map(words -> ", values-else: refuse, values: {" + words + "}")
                .orElse("");
    }
}
