package vn.nhip.kit.expression;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values an expression may see, and nothing else: the rows of one group, each with the same slots.
 *
 * <p>Shape: at least one row; a value is a {@code BigDecimal}, {@code String}, {@code Boolean}, {@code LocalDate},
 * {@code Instant}, or null for none. A single record is a group of one row.
 */
public interface Variables {

    int rows();

    /** The value in a row of the group (from 0) and a slot, as {@link Expression} numbers its names. */
    @Nullable
    Object value(int row, int slot);

    /** The line number that {@code row()} gives. */
    default long line(int row) {
        return row + 1L;
    }

    /** The zone in which {@code day(instant)} is taken. */
    default ZoneId zone() {
        return ZoneOffset.UTC;
    }

    /** One record, whose slots are the indexes of the list. */
    static Variables ofRow(List<? extends @Nullable Object> values) {
        return new Variables() {
            @Override
            public int rows() {
                return 1;
            }

            @Override
            public @Nullable Object value(int row, int slot) {
                return values.get(slot);
            }
        };
    }
}
