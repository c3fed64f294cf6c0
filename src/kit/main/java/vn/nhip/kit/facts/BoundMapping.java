package vn.nhip.kit.facts;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Rejected;

/** A mapping bound to the columns of one source. For one thread: it remembers the last values it read. */
public final class BoundMapping {

    private final List<FieldReader> readers;
    private final List<Rule> rules;
    private final String rowName;
    private final Group group;

    BoundMapping(List<FieldReader> readers, List<Rule> rules, ZoneId zone, String rowName) {
        this.readers = List.copyOf(readers);
        this.rules = List.copyOf(rules);
        this.rowName = rowName;
        this.group = new Group(readers, zone);
    }

    /** Maps one row that is a record by itself. */
    public Mapped map(RawRow row) {
        return map(List.of(row));
    }

    /**
     * Maps the rows of one record, at least one. A bad row rejects them all: half an order would be a wrong order.
     * Fields outside an aggregate mean the first row.
     */
    public Mapped map(List<RawRow> rows) {
        return map(rows, refused -> rejections(rows, refused));
    }

    /** The same for a record that is not made of rows itself: a bad one is rejected once, with its whole text. */
    public Mapped map(List<RawRow> rows, Supplier<String> raw) {
        return map(
                rows,
                refused -> List.of(new Rejected(
                        at(rows.get(refused.row())), refused.field(), refused.value(), refused.reason(), raw.get())));
    }

    private Mapped map(List<RawRow> rows, Function<Refusal, List<Rejected>> rejected) {
        group.take(rows);
        try {
            List<Rule> taking = taking();
            if (taking.isEmpty()) {
                return Mapped.FILTERED;
            }
            group.readAll();
            List<Envelope> facts = new ArrayList<>(taking.size());
            for (Rule rule : taking) {
                facts.add(new Envelope(rule.fact(group), rule.version(group), at(rows.get(0))));
            }
            return new Mapped(facts, List.of());
        } catch (Refusal refused) {
            return new Mapped(List.of(), rejected.apply(refused));
        }
    }

    private List<Rule> taking() {
        List<Rule> taking = new ArrayList<>(rules.size());
        for (Rule rule : rules) {
            if (rule.takes(group)) {
                taking.add(rule);
            }
        }
        return taking;
    }

    private List<Rejected> rejections(List<RawRow> rows, Refusal refused) {
        String bad = at(rows.get(refused.row()));
        List<Rejected> rejected = new ArrayList<>(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            boolean itself = row == refused.row();
            String reason = itself
                    ? refused.reason()
                    : "refused with " + bad + " of the same record, where " + refused.field() + ": " + refused.reason();
            rejected.add(reject(rows.get(row), refused.field(), itself ? refused.value() : "", reason));
        }
        return rejected;
    }

    /**
     * What the rows of one record have in common: the text of a field after trimming, stripping and translation; nothing
     * when it is empty. A value that {@link #map} will refuse still groups, so that its record is refused as a whole.
     *
     * @throws IllegalArgumentException when the mapping has no such field
     */
    public Optional<String> groupKey(String field, RawRow row) {
        String text = reader(field).text(row);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    FieldReader reader(String field) {
        for (FieldReader reader : readers) {
            if (reader.field().name().equals(field)) {
                return reader;
            }
        }
        throw new IllegalArgumentException("the mapping has no field '" + field + "'");
    }

    /** Rejects a row before it is mapped, written as this mapping writes its own. */
    public Rejected reject(RawRow row, String column, String value, String reason) {
        return new Rejected(at(row), column, value, reason, RawText.of(row));
    }

    private String at(RawRow row) {
        return rowName + row.line();
    }
}
