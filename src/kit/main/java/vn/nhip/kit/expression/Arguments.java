package vn.nhip.kit.expression;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of one function call, each evaluated once. */
final class Arguments {

    private final Variables variables;
    private final int row;
    private final int column;
    private final @Nullable Object[] values;

    Arguments(List<Node> nodes, Variables variables, int row, int column) {
        this.variables = variables;
        this.row = row;
        this.column = column;
        this.values = new @Nullable Object[nodes.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = nodes.get(i).value(variables, row);
        }
    }

    int size() {
        return values.length;
    }

    int column() {
        return column;
    }

    @Nullable
    Object value(int index) {
        return values[index];
    }

    String text(int index) {
        return Values.text(values[index], column);
    }

    BigDecimal number(int index) {
        return Numbers.of(values[index], column);
    }

    LocalDate day(int index) {
        return Values.day(values[index], column);
    }

    ZoneId zone() {
        return variables.zone();
    }

    BigDecimal line() {
        return BigDecimal.valueOf(variables.line(row));
    }

    ExpressionException problem(String message) {
        return new ExpressionException(column, message);
    }
}
