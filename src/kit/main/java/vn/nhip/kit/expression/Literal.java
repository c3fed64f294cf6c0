package vn.nhip.kit.expression;

import org.jspecify.annotations.Nullable;

/** A value that stands in the expression itself. */
record Literal(@Nullable Object content) implements Node {

    @Override
    public @Nullable Object value(Variables variables, int row) {
        return content;
    }
}
