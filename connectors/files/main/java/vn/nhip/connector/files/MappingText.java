package vn.nhip.connector.files;

import java.util.ArrayList;
import java.util.List;

/** The text of a proposed mapping as it grows, and the questions that stand in it. */
final class MappingText {

    private final List<String> questions = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean open;

    void line(String line) {
        text.append(line).append('\n');
    }

    /** A question to look at; the mapping can be tried as it stands. */
    void ask(String indent, String question) {
        questions.add(question);
        line(indent + "# QUESTION: " + question.replaceAll("\\s+", " "));
    }

    /** A question without whose answer the mapping cannot be used. */
    void demand(String indent, String question) {
        open = true;
        ask(indent, question);
    }

    Proposing.Draft draft() {
        return new Proposing.Draft(text.toString(), List.copyOf(questions), !open);
    }

    /** Double-quoted YAML, in which nothing of a file can be anything but text. */
    static String quoted(String word) {
        String safe = word.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "");
        return '"' + safe.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
