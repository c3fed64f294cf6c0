package vn.nhip.kit.expression;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A function that looks at every row of the group. */
enum Aggregate {
    /** Of numbers; none in any row is an error. */
    SUM,
    /** Of rows whose value is neither none nor false. */
    COUNT,
    /** The smallest value that is not none. */
    MIN,
    /** The largest value that is not none. */
    MAX,
    /** The value in the first row. */
    FIRST;

    Node over(Node argument, int column) {
        return switch (this) {
            case SUM -> (variables, row) -> sum(argument, variables, column);
            case COUNT -> (variables, row) -> count(argument, variables);
            case MIN -> (variables, row) -> extreme(argument, variables, column, -1);
            case MAX -> (variables, row) -> extreme(argument, variables, column, 1);
            case FIRST -> (variables, row) -> argument.value(variables, 0);
        };
    }

    private static BigDecimal sum(Node argument, Variables variables, int column) {
        BigDecimal total = Numbers.of(argument.value(variables, 0), column);
        int rows = variables.rows();
        for (int row = 1; row < rows; row++) {
            total = total.add(Numbers.of(argument.value(variables, row), column));
        }
        return Numbers.bounded(total, column);
    }

    private static BigDecimal count(Node argument, Variables variables) {
        long count = 0;
        for (int row = 0; row < variables.rows(); row++) {
            Object value = argument.value(variables, row);
            if (value != null && !value.equals(false)) {
                count++;
            }
        }
        return BigDecimal.valueOf(count);
    }

    private static @Nullable Object extreme(Node argument, Variables variables, int column, int sign) {
        Object best = null;
        for (int row = 0; row < variables.rows(); row++) {
            Object value = argument.value(variables, row);
            if (value != null && (best == null || Values.order(value, best, column) * sign > 0)) {
                best = value;
            }
        }
        return best;
    }
}
