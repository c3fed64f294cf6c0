package vn.nhip.kit.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code coalesce(a, b, …)}: the first value that is not none; later ones are not evaluated. */
record Fallback(List<Node> candidates) implements Node {

    @Override
    public @Nullable Object value(Variables variables, int row) {
        for (Node candidate : candidates) {
            Object value = candidate.value(variables, row);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
