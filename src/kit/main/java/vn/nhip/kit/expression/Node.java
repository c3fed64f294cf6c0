package vn.nhip.kit.expression;

import org.jspecify.annotations.Nullable;

/** One part of a parsed expression. */
interface Node {

    /** The value in a row of the group; null is none. */
    @Nullable
    Object value(Variables variables, int row);
}
