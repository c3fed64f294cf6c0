package vn.nhip.kit.expression;

/** {@code and}, {@code or}, {@code not}; the right side is evaluated only when it decides. */
final class Logic {

    private Logic() {}

    static Node and(Node left, Node right, int column) {
        return (variables, row) ->
                Values.truth(left.value(variables, row), column) && Values.truth(right.value(variables, row), column);
    }

    static Node or(Node left, Node right, int column) {
        return (variables, row) ->
                Values.truth(left.value(variables, row), column) || Values.truth(right.value(variables, row), column);
    }

    static Node not(Node operand, int column) {
        return (variables, row) -> !Values.truth(operand.value(variables, row), column);
    }
}
