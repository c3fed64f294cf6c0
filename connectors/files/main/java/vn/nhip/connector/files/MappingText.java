package vn.nhip.connector.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.nhip.spi.Inspector;

/** The text of a proposed mapping as it grows, the questions that stand in it, and what the user decided of them. */
final class MappingText {

    private final Map<String, String> answers;
    private final List<String> questions = new ArrayList<>();
    private final List<Inspector.Choice> choices = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean open;

    MappingText(Map<String, String> answers) {
        this.answers = answers;
    }

    void line(String line) {
        text.append(line).append('\n');
    }

    /** A question to look at; the mapping can be tried as it stands. */
    void ask(String indent, String question) {
        questions.add(question);
        line(indent + "# QUESTION: " + oneLine(question));
    }

    /** A question without whose answer the mapping cannot be used. */
    void demand(String indent, String question) {
        open = true;
        ask(indent, question);
    }

    /** What the user chose among the options, else what is proposed; empty while nothing is. */
    String choose(String id, String subject, List<String> options, String proposed) {
        return choose(new Inspector.Choice(id, subject, options, proposed, List.of()));
    }

    /** The same, with examples of what it is about. */
    String choose(Inspector.Choice choice) {
        String answer = answers.getOrDefault(choice.id(), choice.chosen());
        String chosen = choice.options().contains(answer) ? answer : choice.chosen();
        choices.add(new Inspector.Choice(choice.id(), choice.subject(), choice.options(), chosen, choice.examples()));
        return chosen;
    }

    /** Whether this choice was put and something is chosen. */
    boolean chosen(String id) {
        return choices.stream()
                .anyMatch(choice -> choice.id().equals(id) && !choice.chosen().isEmpty());
    }

    Proposing.Draft draft() {
        return new Proposing.Draft(text.toString(), List.copyOf(questions), List.copyOf(choices), !open);
    }

    /** Nothing of a file can begin a line of its own. */
    static String oneLine(String words) {
        return words.replaceAll("[\\s\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ");
    }

    /** Double-quoted YAML, in which nothing of a file can be anything but text. */
    static String quoted(String word) {
        return '"' + oneLine(word).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
