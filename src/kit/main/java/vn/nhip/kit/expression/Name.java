package vn.nhip.kit.expression;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The value of a name, found by its slot. */
record Name(int slot, int column) implements Node {

    @Override
    public @Nullable Object value(Variables variables, int row) {
        Object value = variables.value(row, slot);
        return value instanceof BigDecimal number ? Numbers.bounded(number, column) : value;
    }
}
