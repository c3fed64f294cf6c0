package vn.nhip.kit.facts;

import org.jspecify.annotations.Nullable;

/** Reads one field from the cells of one source; remembers the last text, since neighbours often repeat. */
final class FieldReader {

    private final Field field;
    private final int column;
    private final boolean remembers;
    private String lastText = "";
    private @Nullable Object lastValue;

    FieldReader(Field field, int column) {
        this.field = field;
        this.column = column;
        this.remembers = field.shape().remembers();
    }

    Field field() {
        return field;
    }

    @Nullable
    Object cell(RawRow row) {
        return row.cell(column);
    }

    /** The typed value, or null for none. */
    @Nullable
    Object read(RawRow row) {
        Object cell = row.cell(column);
        if (cell == null) {
            return absent();
        }
        boolean typed = !(cell instanceof String);
        if (typed && field.cleaning().changesNothing()) {
            return field.shape().ofTyped(cell);
        }
        String text = typed ? CellText.of(cell) : CellText.clean((String) cell);
        String clean = field.cleaning().clean(text);
        if (typed && clean.equals(text)) {
            return field.shape().ofTyped(cell);
        }
        return clean.isEmpty() ? absent() : parse(clean);
    }

    /** The cell's text as this field sees it, before its shape; empty when there is none. */
    String text(RawRow row) {
        Object cell = row.cell(column);
        if (cell == null) {
            return "";
        }
        String text = cell instanceof String written ? CellText.clean(written) : CellText.of(cell);
        try {
            return field.cleaning().clean(text);
        } catch (Refusal refused) {
            return text;
        }
    }

    private @Nullable Object parse(String text) {
        if (!remembers) {
            return field.shape().ofText(text);
        }
        if (!text.equals(lastText)) {
            lastValue = parseAnew(text);
            lastText = text;
        }
        return lastValue;
    }

    private @Nullable Object parseAnew(String text) {
        try {
            return field.shape().ofText(text);
        } catch (Refusal refused) {
            if (field.presence().badIsAbsent()) {
                return null;
            }
            throw refused;
        }
    }

    private @Nullable Object absent() {
        if (field.presence().optional()) {
            return null;
        }
        throw Refusal.of("is empty; if that is right, declare the field optional: true");
    }
}
