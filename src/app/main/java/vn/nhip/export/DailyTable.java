package vn.nhip.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.nhip.kpi.KpiValue;
import vn.nhip.spi.Grain;

/** One row per day, one column per KPI that is known by day, and a column that says why a cell is empty. */
final class DailyTable {

    static final String ID = "tblDaily";

    private final Words words;
    private final List<Report.KpiLine> kpis;
    private final TreeMap<LocalDate, Map<String, KpiValue>> days = new TreeMap<>();

    DailyTable(Words words) {
        this.words = words;
        Map<String, Boolean> seen = new TreeMap<>();
        for (KpiValue value : words.report.values()) {
            if (value.grain() == Grain.DAY && value.of().equals(KpiValue.Breakdown.TOTAL)) {
                days.computeIfAbsent(value.start(), day -> new TreeMap<>()).put(value.kpi(), value);
                seen.put(value.kpi(), true);
            }
        }
        this.kpis = words.report.kpis().stream()
                .filter(line -> seen.containsKey(line.kpi().id()))
                .toList();
    }

    Table table() {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(words.column("daily.day", 12));
        kpis.forEach(line -> columns.add(new Table.Column(words.nameOf(line), 18)));
        columns.add(words.column("daily.note", 70));
        List<LocalDate> all = List.copyOf(days.keySet());
        return new Table(ID, columns, all.size(), i -> row(all.get(i)));
    }

    private List<Value> row(LocalDate day) {
        Map<String, KpiValue> values = days.getOrDefault(day, Map.of());
        List<Value> row = new ArrayList<>();
        row.add(new Value.Day(day));
        for (Report.KpiLine line : kpis) {
            Optional<KpiValue> value = Optional.ofNullable(values.get(line.kpi().id()));
            row.add(words.in(value.flatMap(KpiValue::value), line.kpi().unit()));
        }
        row.add(Value.text(note(values)));
        return row;
    }

    private String note(Map<String, KpiValue> values) {
        List<String> notes = new ArrayList<>();
        if (values.values().stream().anyMatch(value -> value.standing().partial())) {
            notes.add(words.labels.text("daily.running"));
        }
        for (Report.KpiLine line : kpis) {
            KpiValue value = values.get(line.kpi().id());
            if (value != null && value.value().isEmpty()) {
                notes.add(words.nameOf(line) + ": " + words.reasons.say(value));
            }
        }
        return String.join(" · ", notes);
    }
}
