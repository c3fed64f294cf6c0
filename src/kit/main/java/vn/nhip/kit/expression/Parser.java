package vn.nhip.kit.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Turns tokens into nodes: one method per level, loosest first. */
final class Parser {

    private static final Set<String> KEYWORDS = Set.of("and", "or", "not", "if", "else", "in", "true", "false", "none");
    private static final Set<String> ORDERS = Set.of("==", "!=", "<", "<=", ">", ">=");

    private final List<Token> tokens;
    private final Slots slots;
    private int at;
    private int depth;
    private int aggregates;

    Parser(List<Token> tokens, Slots slots) {
        this.tokens = tokens;
        this.slots = slots;
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
            Token sign = next();
            Node condition = or();
            expect("else");
            yes = new Choice(yes, condition, expression(), sign.column());
        }
        depth--;
        return yes;
    }

    private Node or() {
        Node left = and();
        while (peek().is("or")) {
            int column = next().column();
            left = Logic.or(left, and(), column);
        }
        return left;
    }

    private Node and() {
        Node left = not();
        while (peek().is("and")) {
            int column = next().column();
            left = Logic.and(left, not(), column);
        }
        return left;
    }

    private Node not() {
        if (!peek().is("not")) {
            return comparison();
        }
        enter();
        int column = next().column();
        Node operand = not();
        depth--;
        return Logic.not(operand, column);
    }

    private Node comparison() {
        Node left = sum();
        Token sign = peek();
        if (ORDERS.contains(sign.text()) && sign.kind() == Token.Kind.SIGN) {
            next();
            Node whole = Comparison.of(sign, left, sum());
            if (ORDERS.contains(peek().text()) && peek().kind() == Token.Kind.SIGN) {
                throw problem(peek(), "comparisons cannot be chained; join two with 'and'");
            }
            return whole;
        }
        if (sign.is("in")) {
            return Comparison.in(left, list(), sign.column());
        }
        if (sign.is("not") && tokens.get(at + 1).is("in")) {
            next();
            return Logic.not(Comparison.in(left, list(), sign.column()), sign.column());
        }
        return left;
    }

    /** What stands behind {@code in}: at least one value in round or square brackets. */
    private List<Node> list() {
        expect("in");
        boolean square = peek().is("[");
        expect(square ? "[" : "(");
        return items(square ? "]" : ")");
    }

    private List<Node> items(String end) {
        List<Node> items = new ArrayList<>();
        if (!peek().is(end)) {
            items.add(expression());
            while (peek().is(",")) {
                next();
                items.add(expression());
            }
        }
        expect(end);
        return List.copyOf(items);
    }

    private Node sum() {
        Node left = product();
        while (peek().is("+") || peek().is("-")) {
            Token sign = next();
            Node right = product();
            left = sign.is("+")
                    ? Numbers.add(left, right, sign.column())
                    : Numbers.subtract(left, right, sign.column());
        }
        return left;
    }

    private Node product() {
        Node left = signed();
        while (peek().is("*") || peek().is("/") || peek().is("%")) {
            Token sign = next();
            Node right = signed();
            left = switch (sign.text()) {
                case "*" -> Numbers.multiply(left, right, sign.column());
                case "/" -> Numbers.divide(left, right, sign.column());
                default -> Numbers.remainder(left, right, sign.column());
            };
        }
        return left;
    }

    private Node signed() {
        if (!peek().is("-")) {
            return primary();
        }
        enter();
        int column = next().column();
        Node operand = signed();
        depth--;
        return Numbers.negate(operand, column);
    }

    private Node primary() {
        Token token = next();
        return switch (token.kind()) {
            case NUMBER -> new Literal(Numbers.bounded(new BigDecimal(token.text()), token.column()));
            case TEXT -> new Literal(token.text());
            case NAME -> word(token);
            case SIGN -> bracket(token);
            case END -> throw problem(token, "a value is missing at the end");
        };
    }

    private Node bracket(Token token) {
        if (!token.is("(")) {
            throw problem(token, "expected a value, found " + token.shown());
        }
        Node inner = expression();
        expect(")");
        return inner;
    }

    private Node word(Token token) {
        return switch (token.text()) {
            case "true" -> new Literal(true);
            case "false" -> new Literal(false);
            case "none" -> new Literal(null);
            default -> {
                if (KEYWORDS.contains(token.text())) {
                    throw problem(token, "expected a value, found " + token.shown());
                }
                yield peek().is("(") ? call(token) : new Name(slots.of(token), token.column());
            }
        };
    }

    private Node call(Token name) {
        for (Aggregate aggregate : Aggregate.values()) {
            if (aggregate.name().toLowerCase(Locale.ROOT).equals(name.text())) {
                return aggregate(aggregate, name);
            }
        }
        return function(name, arguments());
    }

    private Node aggregate(Aggregate aggregate, Token name) {
        int before = aggregates;
        List<Node> nodes = arguments();
        if (nodes.size() > 1 && (aggregate == Aggregate.MIN || aggregate == Aggregate.MAX)) {
            return function(name, nodes);
        }
        if (nodes.isEmpty() && aggregate == Aggregate.COUNT) {
            nodes = List.of(new Literal(true));
        }
        if (nodes.size() != 1) {
            throw problem(name, name.text() + " takes one value, not " + nodes.size());
        }
        if (aggregates > before) {
            throw problem(name, name.text() + " cannot hold another sum, count, min, max or first");
        }
        aggregates++;
        return aggregate.over(nodes.get(0), name.column());
    }

    private Node function(Token name, List<Node> nodes) {
        return Function.named(name.text())
                .orElseThrow(() ->
                        problem(name, "there is no function '" + name.text() + "'; there are: " + functionNames()))
                .call(nodes, name.column());
    }

    private List<Node> arguments() {
        expect("(");
        return items(")");
    }

    private static String functionNames() {
        Stream<String> aggregates = Arrays.stream(Aggregate.values()).map(Aggregate::name);
        Stream<String> functions = Arrays.stream(Function.values()).map(Function::name);
        return Stream.concat(aggregates, functions)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    private void enter() {
        if (++depth > Expression.MAX_DEPTH) {
            throw problem(peek(), "nested deeper than " + Expression.MAX_DEPTH + " levels");
        }
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Token.Kind.END) {
            at++;
        }
        return token;
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
