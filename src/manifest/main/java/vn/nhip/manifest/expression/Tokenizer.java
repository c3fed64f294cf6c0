package vn.nhip.manifest.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.nhip.kit.expression.ExpressionException;

/** Cuts one expression into tokens, up to the {@code }}} that ends it; any character outside the language is refused. */
final class Tokenizer {

    private static final Set<String> PAIRS = Set.of("==", "!=", "<=", ">=", "//", "}}");
    private static final String SINGLES = "+-*/%<>(),[]{}:.|~=";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int braces;

    Tokenizer(String text, int start) {
        this.text = text;
        this.at = start;
    }

    /** The tokens up to {@code }}}, which becomes the END. */
    List<Token> untilClosed() {
        while (at < text.length()) {
            if (closes()) {
                return ended(2);
            }
            one();
        }
        throw problem(text.length(), "the '{{' has no '}}'");
    }

    /** The tokens up to the end of the text. */
    List<Token> untilEnd() {
        while (at < text.length()) {
            one();
        }
        return ended(0);
    }

    /** Where the text goes on. */
    int position() {
        return at;
    }

    private boolean closes() {
        boolean dash = text.startsWith("-}}", at);
        at += dash && braces == 0 ? 1 : 0;
        return braces == 0 && text.startsWith("}}", at);
    }

    private List<Token> ended(int width) {
        tokens.add(new Token(Token.Kind.END, "", at + 1));
        at += width;
        return List.copyOf(tokens);
    }

    private void one() {
        char next = text.charAt(at);
        if (next == ' ' || next == '\t' || next == '\n' || next == '\r') {
            at++;
        } else if (isDigit(next)) {
            number();
        } else if (next == '\'' || next == '"') {
            quoted(next);
        } else if (isNamePart(next)) {
            name();
        } else {
            sign(next);
        }
    }

    private void number() {
        int start = at;
        digits();
        if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
            at++;
            digits();
        }
        if (at < text.length() && isNamePart(text.charAt(at))) {
            throw problem(at, "a number cannot be followed by '" + text.charAt(at) + "'");
        }
        tokens.add(new Token(Token.Kind.NUMBER, text.substring(start, at), start + 1));
    }

    private void digits() {
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    private void quoted(char quote) {
        int start = at++;
        StringBuilder content = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            escapedOrPlain(content);
        }
        if (at >= text.length()) {
            throw problem(start, "the text that starts here has no closing " + quote);
        }
        at++;
        tokens.add(new Token(Token.Kind.TEXT, content.toString(), start + 1));
    }

    /** An escape that is none of the language's stays as it stands, as patterns such as {@code \d} need. */
    private void escapedOrPlain(StringBuilder content) {
        char c = text.charAt(at++);
        if (c != '\\' || at == text.length()) {
            content.append(c);
            return;
        }
        char escaped = text.charAt(at++);
        switch (escaped) {
            case '\\', '\'', '"' -> content.append(escaped);
            case 'n' -> content.append('\n');
            case 't' -> content.append('\t');
            case 'r' -> content.append('\r');
            default -> content.append('\\').append(escaped);
        }
    }

    private void name() {
        int start = at;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        String name = text.substring(start, at);
        if (name.startsWith("__")) {
            throw problem(start, "no name begins with '__'");
        }
        tokens.add(new Token(Token.Kind.NAME, name, start + 1));
    }

    private void sign(char next) {
        String pair = text.substring(at, Math.min(at + 2, text.length()));
        if (SINGLES.indexOf(next) < 0 && !pair.equals("!=")) {
            throw problem(at, "'" + next + "' has no meaning here");
        }
        boolean two = PAIRS.contains(pair) && !pair.equals("}}");
        braces += next == '{' ? 1 : next == '}' ? -1 : 0;
        tokens.add(new Token(Token.Kind.SIGN, two ? pair : String.valueOf(next), at + 1));
        at += two ? 2 : 1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNamePart(char c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
    }

    private static ExpressionException problem(int index, String message) {
        return new ExpressionException(index + 1, message);
    }
}
