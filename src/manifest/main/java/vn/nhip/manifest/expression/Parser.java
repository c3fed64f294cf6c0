package vn.nhip.manifest.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.nhip.kit.expression.ExpressionException;

/** Turns tokens into nodes: one method per level, loosest first. */
final class Parser {

    static final int MAX_DEPTH = 64;
    private static final int MAX_STEPS = 500;

    private static final Set<String> KEYWORDS = Set.of("and", "or", "not", "if", "else", "in", "is");
    private static final Set<String> ORDERS = Set.of("==", "!=", "<", "<=", ">", ">=");

    private final List<Token> tokens;
    private final Set<String> variables;
    private int at;
    private int depth;
    private int steps;

    Parser(List<Token> tokens, Set<String> variables) {
        this.tokens = tokens;
        this.variables = variables;
    }

    Node whole() {
        Node root = expression();
        if (peek().kind() != Token.Kind.END) {
            throw problem(peek(), "unexpected " + peek().shown());
        }
        return root;
    }

    private Node expression() {
        enter();
        Node yes = or();
        if (peek().is("if")) {
            next();
            Node then = yes;
            Node condition = or();
            Node no = taken("else") ? expression() : evaluation -> Nothing.MISSING;
            yes = evaluation ->
                    Values.truth(condition.value(evaluation)) ? then.value(evaluation) : no.value(evaluation);
        }
        depth--;
        return yes;
    }

    private Node or() {
        Node left = and();
        while (taken("or")) {
            Node first = left;
            Node second = and();
            step();
            left = evaluation -> {
                Object value = first.value(evaluation);
                return Values.truth(value) ? value : second.value(evaluation);
            };
        }
        return left;
    }

    private Node and() {
        Node left = not();
        while (taken("and")) {
            Node first = left;
            Node second = not();
            step();
            left = evaluation -> {
                Object value = first.value(evaluation);
                return Values.truth(value) ? second.value(evaluation) : value;
            };
        }
        return left;
    }

    private Node not() {
        if (!taken("not")) {
            return comparison();
        }
        enter();
        Node operand = not();
        depth--;
        return evaluation -> !Values.truth(operand.value(evaluation));
    }

    private Node comparison() {
        Node left = sum();
        Token sign = peek();
        if (sign.kind() == Token.Kind.SIGN && ORDERS.contains(sign.text())) {
            next();
            Node whole = Comparisons.ordered(sign, left, sum());
            if (peek().kind() == Token.Kind.SIGN && ORDERS.contains(peek().text())) {
                throw problem(peek(), "comparisons cannot be chained; join two with 'and'");
            }
            return whole;
        }
        if (taken("in")) {
            return Comparisons.contained(sign, left, sum(), true);
        }
        if (sign.is("not") && tokens.get(at + 1).is("in")) {
            at += 2;
            return Comparisons.contained(sign, left, sum(), false);
        }
        return taken("is") ? tested(left) : left;
    }

    private Node tested(Node left) {
        boolean wanted = !taken("not");
        Token test = next();
        return switch (test.text()) {
            case "defined" -> evaluation -> (left.value(evaluation) != Nothing.MISSING) == wanted;
            case "undefined" -> evaluation -> (left.value(evaluation) == Nothing.MISSING) == wanted;
            case "none", "None" -> evaluation -> (left.value(evaluation) == Nothing.NONE) == wanted;
            case "string" -> evaluation -> (left.value(evaluation) instanceof String) == wanted;
            case "number" -> evaluation -> (left.value(evaluation) instanceof BigDecimal) == wanted;
            case "mapping" -> evaluation -> (left.value(evaluation) instanceof Map) == wanted;
            case "boolean" -> evaluation -> (left.value(evaluation) instanceof Boolean) == wanted;
            case "true", "false" -> evaluation -> left.value(evaluation).equals(test.is("true")) == wanted;
            default ->
                throw problem(
                        test,
                        "after 'is' stands defined, undefined, none, true, false, boolean, string, number or mapping, not "
                                + test.shown());
        };
    }

    private Node sum() {
        Node left = joined();
        while (peek().is("+") || peek().is("-")) {
            left = operation(next(), left, joined());
            step();
        }
        return left;
    }

    private Node joined() {
        Node left = product();
        while (peek().is("~")) {
            left = operation(next(), left, product());
            step();
        }
        return left;
    }

    private Node product() {
        Node left = signed();
        while (peek().is("*") || peek().is("/") || peek().is("//") || peek().is("%")) {
            left = operation(next(), left, signed());
            step();
        }
        return left;
    }

    private static Node operation(Token sign, Node left, Node right) {
        return evaluation -> Operators.apply(sign, left.value(evaluation), right.value(evaluation), evaluation);
    }

    private Node signed() {
        Token sign = peek();
        if (!taken("-")) {
            return filtered(postfixed(primary()));
        }
        enter();
        Node operand = signed();
        depth--;
        return evaluation -> {
            if (operand.value(evaluation) instanceof BigDecimal number) {
                return number.negate();
            }
            throw problem(sign, "'-' goes before a number only");
        };
    }

    private Node filtered(Node value) {
        Node result = value;
        while (taken("|")) {
            Token name = name();
            List<Node> given = new ArrayList<>(List.of(result));
            given.addAll(taken("(") ? items(")") : List.of());
            result = postfixed(Filter.named(name).call(name, given));
            step();
        }
        return result;
    }

    private Node postfixed(Node value) {
        Node result = value;
        while (true) {
            if (peek().is(".")) {
                next();
                Token name = name();
                Node target = result;
                result =
                        taken("(") ? method(name, target) : evaluation -> Lookups.field(target.value(evaluation), name);
            } else if (peek().is("[")) {
                result = bracketed(result, next());
            } else {
                return result;
            }
            step();
        }
    }

    private Node method(Token name, Node target) {
        List<Node> given = new ArrayList<>(List.of(target));
        given.addAll(items(")"));
        return Method.named(name).call(name, given);
    }

    private Node bracketed(Node target, Token open) {
        Node none = evaluation -> Nothing.NONE;
        Node from = peek().is(":") ? none : expression();
        if (!taken(":")) {
            expect("]");
            return evaluation -> Lookups.item(target.value(evaluation), from.value(evaluation), open);
        }
        Node to = peek().is("]") ? none : expression();
        expect("]");
        return evaluation ->
                Lookups.slice(target.value(evaluation), from.value(evaluation), to.value(evaluation), open, evaluation);
    }

    private Node primary() {
        Token token = next();
        return switch (token.kind()) {
            case NUMBER -> literal(Operators.bounded(new BigDecimal(token.text()), token.column()));
            case TEXT -> literal(token.text());
            case NAME -> word(token);
            case SIGN -> bracket(token);
            case END -> throw problem(token, "a value is missing at the end");
        };
    }

    private static Node literal(Object value) {
        return evaluation -> value;
    }

    private Node word(Token token) {
        return switch (token.text()) {
            case "true", "True" -> literal(true);
            case "false", "False" -> literal(false);
            case "none", "None" -> literal(Nothing.NONE);
            default -> {
                if (KEYWORDS.contains(token.text())) {
                    throw problem(token, "expected a value, found " + token.shown());
                }
                yield taken("(") ? called(token) : variable(token);
            }
        };
    }

    private Node called(Token token) {
        Function function = Function.named(token);
        return function.call(token, items(")", function.names()));
    }

    private Node variable(Token token) {
        if (!variables.contains(token.text())) {
            throw problem(
                    token,
                    "there is no variable '" + token.text() + "' here; there are: "
                            + String.join(", ", variables.stream().sorted().toList()));
        }
        return evaluation -> {
            evaluation.spend(1, token.column());
            return evaluation.variable(token.text());
        };
    }

    private Node bracket(Token token) {
        if (token.is("[")) {
            return list(items("]"));
        }
        if (token.is("{")) {
            return map();
        }
        if (!token.is("(")) {
            throw problem(token, "expected a value, found " + token.shown());
        }
        Node inner = expression();
        if (!peek().is(",")) {
            expect(")");
            return inner;
        }
        next();
        List<Node> items = new ArrayList<>(List.of(inner));
        items.addAll(items(")"));
        return list(items);
    }

    private static Node list(List<Node> items) {
        return evaluation -> {
            List<Object> values = new ArrayList<>(items.size());
            items.forEach(item -> values.add(item.value(evaluation)));
            return values;
        };
    }

    private Node map() {
        Map<Node, Node> entries = new LinkedHashMap<>();
        while (!peek().is("}")) {
            Node key = expression();
            expect(":");
            entries.put(key, expression());
            if (!taken(",")) {
                break;
            }
        }
        expect("}");
        return evaluation -> {
            Map<Object, Object> values = new LinkedHashMap<>();
            entries.forEach((key, value) -> values.put(key.value(evaluation), value.value(evaluation)));
            return values;
        };
    }

    private List<Node> items(String end) {
        return items(end, List.of());
    }

    /** Values up to the closing sign; one may stand behind its name, where that is its place. */
    private List<Node> items(String end, List<String> names) {
        List<Node> items = new ArrayList<>();
        while (!peek().is(end)) {
            if (peek().kind() == Token.Kind.NAME && tokens.get(at + 1).is("=")) {
                if (items.size() >= names.size() || !peek().is(names.get(items.size()))) {
                    throw problem(peek(), "has no argument '" + peek().text() + "' here; give them in order");
                }
                at += 2;
            }
            items.add(expression());
            if (!taken(",")) {
                break;
            }
        }
        expect(end);
        return List.copyOf(items);
    }

    private Token name() {
        Token token = next();
        if (token.kind() != Token.Kind.NAME) {
            throw problem(token, "expected a name, found " + token.shown());
        }
        return token;
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw problem(peek(), "nested deeper than " + MAX_DEPTH + " levels");
        }
    }

    /** Chains are as deep, when they are worked out, as brackets are. */
    private void step() {
        if (++steps > MAX_STEPS) {
            throw problem(peek(), "more than " + MAX_STEPS + " steps in one expression");
        }
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = tokens.get(at);
        at += token.kind() == Token.Kind.END ? 0 : 1;
        return token;
    }

    private boolean taken(String wanted) {
        boolean found = peek().is(wanted);
        at += found ? 1 : 0;
        return found;
    }

    private void expect(String wanted) {
        Token token = next();
        if (!token.is(wanted)) {
            throw problem(token, "expected '" + wanted + "', found " + token.shown());
        }
    }

    private static ExpressionException problem(Token token, String message) {
        return new ExpressionException(token.column(), message);
    }
}
