package vn.nhip.kit.expression;

import org.jspecify.annotations.Nullable;

/** {@code yes if condition else no}; only the chosen side is evaluated. */
record Choice(Node yes, Node condition, Node no, int column) implements Node {

    @Override
    public @Nullable Object value(Variables variables, int row) {
        boolean chosen = Values.truth(condition.value(variables, row), column);
        return chosen ? yes.value(variables, row) : no.value(variables, row);
    }
}
