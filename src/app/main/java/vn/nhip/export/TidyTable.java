package vn.nhip.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.nhip.catalogue.Unit;
import vn.nhip.kpi.KpiValue;
import vn.nhip.spi.Grain;

/** Every KPI value as one row, ready for a pivot; the columns and their order never change. */
final class TidyTable {

    static final String ID = "tblKpi";

    static final List<Table.Column> COLUMNS = List.of(
            new Table.Column("date", 12),
            new Table.Column("grain", 8),
            new Table.Column("kpi_id", 26),
            new Table.Column("kpi_name", 34),
            new Table.Column("value", 18),
            new Table.Column("numerator", 18),
            new Table.Column("denominator", 18),
            new Table.Column("unit", 9),
            new Table.Column("currency", 11),
            new Table.Column("dimension", 13),
            new Table.Column("dimension_value", 26),
            new Table.Column("target", 18),
            new Table.Column("status", 30),
            new Table.Column("is_partial", 12),
            new Table.Column("restated", 11),
            new Table.Column("definition_version", 19),
            new Table.Column("source", 24),
            new Table.Column("synced_at", 18));

    private static final Map<Grain, Value> GRAINS = texts(Grain.class);
    private static final Map<KpiValue.State, Value> STATES = texts(KpiValue.State.class);

    private final Words words;
    private final Map<String, Shared> shared = new HashMap<>();

    /** The cells that are the same in all rows of one KPI. */
    private record Shared(
            Report.KpiLine line, Value id, Value name, Value unit, Value currency, Value source, Value syncedAt) {}

    TidyTable(Words words) {
        this.words = words;
    }

    Table table(String id, List<KpiValue> values) {
        return new Table(id, COLUMNS, values.size(), i -> row(values.get(i)));
    }

    private List<Value> row(KpiValue value) {
        Shared same = shared.computeIfAbsent(value.kpi(), this::shared);
        Unit unit = same.line().kpi().unit();
        List<Value> row = new ArrayList<>(COLUMNS.size());
        row.add(new Value.Day(value.start()));
        row.add(GRAINS.get(value.grain()));
        row.add(same.id());
        row.add(same.name());
        row.add(words.in(value.value(), unit));
        row.add(part(value.numerator(), unit));
        row.add(part(value.denominator(), unit));
        row.add(same.unit());
        row.add(same.currency());
        row.add(Value.text(value.of().dimension()));
        row.add(Value.text(value.of().value()));
        row.add(words.in(Report.targetOf(same.line(), value), unit));
        row.add(status(value));
        row.add(new Value.Flag(value.standing().partial()));
        row.add(new Value.Flag(value.standing().state() == KpiValue.State.RESTATED));
        row.add(Value.count(value.version()));
        row.add(same.source());
        row.add(same.syncedAt());
        return row;
    }

    private Shared shared(String kpi) {
        Report.KpiLine line = words.line(kpi);
        Unit unit = line.kpi().unit();
        return new Shared(
                line,
                Value.text(kpi),
                Value.text(words.nameOf(line)),
                Value.text(Ids.of(unit)),
                unit == Unit.MONEY
                        ? Value.text(words.report.business().currency().getCurrencyCode())
                        : new Value.Empty(),
                Value.text(Words.joined(line.sources())),
                Value.moment(line.syncedAt().map(words::local)));
    }

    /** The parts of a ratio are plain sums of some unit of their own; they are shown with the decimals they may have. */
    private static Value part(Optional<BigDecimal> part, Unit unit) {
        return Value.number(part, unit == Unit.MONEY ? "#,##0.##" : "#,##0");
    }

    /** How far the value can be relied on; of an undefined one, why it is undefined. */
    private static Value status(KpiValue value) {
        return value.value().isEmpty()
                ? Value.text("undefined: " + value.reason())
                : Objects.requireNonNull(STATES.get(value.standing().state()));
    }

    private static <E extends Enum<E>> Map<E, Value> texts(Class<E> kind) {
        Map<E, Value> texts = new EnumMap<>(kind);
        for (E constant : kind.getEnumConstants()) {
            texts.put(constant, Value.text(Ids.of(constant)));
        }
        return texts;
    }
}
