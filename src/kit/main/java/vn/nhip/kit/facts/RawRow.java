package vn.nhip.kit.facts;

import org.jspecify.annotations.Nullable;

/**
 * One row as the source gave it.
 *
 * <p>Shape: {@code line} counts from 1; cells stand in the order of the bound header. A cell is a {@code String} (a
 * {@code String[]} will do), or already typed as {@code BigDecimal}, {@code Boolean}, {@code LocalDate},
 * {@code LocalDateTime} or {@code Instant}; null is empty. A row shorter than the header has empty cells at its end:
 * where a format forbids that, its reader refuses the row. The array is lent, never changed.
 */
@SuppressWarnings("ArrayRecordComponent") // lent millions of times, never compared
public record RawRow(long line, @Nullable Object[] cells) {

    @Nullable
    Object cell(int index) {
        return index < cells.length ? cells[index] : null;
    }
}
