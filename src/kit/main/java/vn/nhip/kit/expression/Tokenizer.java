package vn.nhip.kit.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts an expression into tokens; any character outside the language is refused. */
final class Tokenizer {

    private static final Set<String> PAIRS = Set.of("==", "!=", "<=", ">=");
    private static final String SINGLES = "+-*/%<>(),[]";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Tokenizer(String text) {
        this.text = text;
    }

    List<Token> tokens() {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == ' ' || next == '\t' || next == '\n' || next == '\r') {
                at++;
            } else if (isDigit(next)) {
                number();
            } else if (next == '\'' || next == '"') {
                quoted(next);
            } else if (Character.isLetter(next)) {
                name();
            } else {
                sign();
            }
        }
        tokens.add(new Token(Token.Kind.END, "", text.length() + 1));
        return tokens;
    }

    private void number() {
        int start = at;
        digits();
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            if (at == text.length() || !isDigit(text.charAt(at))) {
                throw problem(at, "a digit must follow the decimal point");
            }
            digits();
        }
        if (at < text.length() && isNamePart(text.charAt(at))) {
            throw problem(at, "a number cannot be followed by '" + text.charAt(at) + "'");
        }
        add(Token.Kind.NUMBER, text.substring(start, at), start);
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
            content.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at));
            at++;
        }
        if (at == text.length()) {
            throw problem(start, "the text that starts here has no closing " + quote);
        }
        at++;
        add(Token.Kind.TEXT, content.toString(), start);
    }

    private char escaped() {
        at++;
        char escaped = at < text.length() ? text.charAt(at) : ' ';
        return switch (escaped) {
            case '\\', '\'', '"' -> escaped;
            case 'n' -> '\n';
            case 't' -> '\t';
            default -> throw problem(at - 1, "after \\ only \\ ' \" n t may stand");
        };
    }

    private void name() {
        int start = at;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        add(Token.Kind.NAME, text.substring(start, at), start);
    }

    private void sign() {
        String pair = text.substring(at, Math.min(at + 2, text.length()));
        String single = text.substring(at, at + 1);
        if (PAIRS.contains(pair)) {
            add(Token.Kind.SIGN, pair, at);
            at += 2;
        } else if (SINGLES.contains(single)) {
            add(Token.Kind.SIGN, single, at);
            at++;
        } else {
            throw problem(at, "'" + single + "' has no meaning here" + (single.equals("=") ? "; equality is ==" : ""));
        }
    }

    private void add(Token.Kind kind, String content, int start) {
        tokens.add(new Token(kind, content, start + 1));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNamePart(char c) {
        return c == '_' || Character.isLetter(c) || isDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static ExpressionException problem(int index, String message) {
        return new ExpressionException(index + 1, message);
    }
}
