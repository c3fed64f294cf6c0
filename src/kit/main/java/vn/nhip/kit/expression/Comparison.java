package vn.nhip.kit.expression;

import java.util.List;

/** {@code == != < <= > >= in}. */
final class Comparison {

    private Comparison() {}

    static Node of(Token sign, Node left, Node right) {
        int column = sign.column();
        return switch (sign.text()) {
            case "==" ->
                (variables, row) -> Values.same(left.value(variables, row), right.value(variables, row), column);
            case "!=" ->
                (variables, row) -> !Values.same(left.value(variables, row), right.value(variables, row), column);
            case "<" ->
                (variables, row) -> Values.order(left.value(variables, row), right.value(variables, row), column) < 0;
            case "<=" ->
                (variables, row) -> Values.order(left.value(variables, row), right.value(variables, row), column) <= 0;
            case ">" ->
                (variables, row) -> Values.order(left.value(variables, row), right.value(variables, row), column) > 0;
            case ">=" ->
                (variables, row) -> Values.order(left.value(variables, row), right.value(variables, row), column) >= 0;
            default -> throw new IllegalStateException("no comparison: " + sign.text());
        };
    }

    static Node in(Node wanted, List<Node> list, int column) {
        return (variables, row) -> {
            Object value = wanted.value(variables, row);
            for (Node item : list) {
                if (Values.same(value, item.value(variables, row), column)) {
                    return true;
                }
            }
            return false;
        };
    }
}
