package vn.nhip.manifest.expression;

import java.time.Clock;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.nhip.kit.expression.ExpressionException;

/**
 * A text of a manifest with its {@code {{ … }}}, parsed once and worked out any number of times by any number of threads.
 *
 * <p>Shape of an expression: lookups {@code config['key']}, {@code record.id}, {@code list[0]}, {@code text[0:7]}; literals;
 * {@code == != < <= > >= in}, {@code is defined}; {@code and or not}; {@code a if c else b}; {@code + - * / // % ~};
 * the functions, methods and filters of {@link Function}, {@link Method}, {@link Filter}. A variable that the place does
 * not have is refused when parsed; a key that a map does not have is missing, and a key of what is missing is an error.
 *
 * <p>Limits: 10,000 characters, 64 levels, 500 steps in a chain, texts of a million characters, a fixed amount of work.
 */
public final class Interpolation {

    static final int MAX_LENGTH = 10_000;
    static final int MAX_TEXT = 1_000_000;

    private final String written;
    private final List<Node> parts;
    private final boolean plain;

    private Interpolation(String written, List<Node> parts, boolean plain) {
        this.written = written;
        this.parts = List.copyOf(parts);
        this.plain = plain;
    }

    /**
     * Parses a text over these variables.
     *
     * @throws ExpressionException with the column of the first thing that is wrong
     */
    public static Interpolation parse(String text, Set<String> variables) {
        if (text.length() > MAX_LENGTH) {
            throw new ExpressionException(MAX_LENGTH, "the text is longer than " + MAX_LENGTH + " characters");
        }
        List<Node> parts = new ArrayList<>();
        int at = 0;
        int start = text.indexOf("{{");
        while (start >= 0) {
            addText(parts, text, at, start);
            int inner = start + (text.startsWith("{{-", start) ? 3 : 2);
            Tokenizer tokenizer = new Tokenizer(text, inner);
            parts.add(new Parser(tokenizer.untilClosed(), variables).whole());
            at = tokenizer.position();
            start = text.indexOf("{{", at);
        }
        addText(parts, text, at, text.length());
        return new Interpolation(text, parts, !text.contains("{{"));
    }

    private static void addText(List<Node> parts, String text, int from, int to) {
        String piece = text.substring(from, to);
        if (piece.contains("{%") || piece.contains("{#")) {
            int column = from + Math.max(piece.indexOf("{%"), piece.indexOf("{#")) + 1;
            throw new ExpressionException(column, "'{%' and '{#' are not supported; say it in one {{ … }}");
        }
        if (!piece.isEmpty()) {
            parts.add(evaluation -> piece);
        }
    }

    /** Whether it has no expression at all. */
    public boolean isPlain() {
        return plain;
    }

    /** The text as it was written. */
    public String written() {
        return written;
    }

    /**
     * The value: that of its only expression, or the joined text; a text that is written like a literal becomes its value.
     *
     * @throws ExpressionException with the column, when a value does not fit or the work takes too long
     */
    public Object value(Map<String, ?> variables, Clock clock) {
        Object result = raw(variables, clock);
        return result instanceof String text ? WrittenLiteral.of(text) : result;
    }

    /** The value as a text, whatever it looks like; missing and none are empty. */
    public String text(Map<String, ?> variables, Clock clock) {
        Object result = raw(variables, clock);
        return Values.present(result) ? Values.text(result) : "";
    }

    /** Whether the value counts as true; a text says so by what it is written like. */
    public boolean truth(Map<String, ?> variables, Clock clock) {
        Object result = value(variables, clock);
        return Values.truth(result) && !(result instanceof String text && text.equalsIgnoreCase("false"));
    }

    private Object raw(Map<String, ?> variables, Clock clock) {
        try {
            Evaluation evaluation = new Evaluation(variables, clock);
            return parts.size() == 1 ? parts.get(0).value(evaluation) : joined(evaluation);
        } catch (DateTimeException | ArithmeticException unfit) {
            throw new ExpressionException(1, "a time or number leaves its range: " + unfit.getMessage());
        }
    }

    private String joined(Evaluation evaluation) {
        StringBuilder all = new StringBuilder();
        for (Node part : parts) {
            Object value = part.value(evaluation);
            all.append(evaluation.made(Values.text(value), 1));
        }
        return all.toString();
    }

    @Override
    public String toString() {
        return written;
    }
}
