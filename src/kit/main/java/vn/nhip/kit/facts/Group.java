package vn.nhip.kit.facts;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhip.kit.expression.Variables;

/** The rows of one record as expressions see them; a cell is read when first asked for. Used again for every record. */
final class Group implements Variables {

    private static final Object UNREAD = new Object();

    /** Beyond this many rows the memory of a record is given back after it. */
    private static final int KEPT_ROWS = 1_000;

    private final FieldReader[] readers;
    private final ZoneId zone;
    private List<RawRow> rows = List.of();
    private @Nullable Object[][] values = new @Nullable Object[0][];

    Group(List<FieldReader> readers, ZoneId zone) {
        this.readers = readers.toArray(FieldReader[]::new);
        this.zone = zone;
    }

    void take(List<RawRow> record) {
        rows = record;
        if (values.length < record.size() || values.length > KEPT_ROWS) {
            values = new @Nullable Object[record.size()][readers.length];
        }
        for (int row = 0; row < record.size(); row++) {
            Arrays.fill(values[row], UNREAD);
        }
    }

    @Override
    public int rows() {
        return rows.size();
    }

    @Override
    public long line(int row) {
        return rows.get(row).line();
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public @Nullable Object value(int row, int slot) {
        Object value = values[row][slot];
        return value == UNREAD ? read(row, slot) : value;
    }

    /** Reads every field of every row, so that no bad value passes because nobody asked for it. */
    void readAll() {
        for (int row = 0; row < rows.size(); row++) {
            for (int slot = 0; slot < readers.length; slot++) {
                if (values[row][slot] == UNREAD) {
                    read(row, slot);
                }
            }
        }
    }

    private @Nullable Object read(int row, int slot) {
        FieldReader reader = readers[slot];
        try {
            Object value = reader.read(rows.get(row));
            values[row][slot] = value;
            return value;
        } catch (Refusal refused) {
            throw refused.at(row, reader.field().column(), shown(row, slot));
        }
    }

    /** The cell behind a slot as the source gave it. */
    String shown(int row, int slot) {
        Object cell = readers[slot].cell(rows.get(row));
        return cell == null ? "" : cell instanceof String text ? text : CellText.of(cell);
    }
}
