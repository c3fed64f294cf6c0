package vn.nhip.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nhip.catalogue.Unit;
import vn.nhip.kpi.KpiValue;

/** The scorecard: one row per listed KPI. */
final class OverviewTable {

    static final String ID = "tblOverview";
    static final int VALUE = 3;
    static final int STATUS = 6;

    private final Words words;
    private final List<Scorecard.Line> lines;

    OverviewTable(Words words) {
        this.words = words;
        this.lines = Scorecard.of(words.report);
    }

    List<Scorecard.Line> lines() {
        return lines;
    }

    Table table() {
        List<Table.Column> columns = List.of(
                words.column("overview.kpi", 34),
                words.column("overview.cadence", 7),
                words.column("overview.period", 24),
                words.column("overview.value", 16),
                words.column("overview.target", 16),
                words.column("overview.target-share", 9),
                words.column("overview.status", 19),
                words.column("overview.since-previous", 9),
                words.column("overview.since-year", 10),
                words.column("overview.owner", 19),
                words.column("overview.department", 12),
                words.column("overview.complete-through", 11),
                words.column("overview.state", 13),
                words.column("overview.note", 44));
        return new Table(ID, columns, lines.size(), i -> row(lines.get(i)));
    }

    private List<Value> row(Scorecard.Line line) {
        Report.KpiLine kpi = line.kpi();
        Unit unit = kpi.kpi().unit();
        Optional<KpiValue> now = line.current();
        List<Value> row = new ArrayList<>();
        row.add(new Value.Prose(words.nameOf(kpi)));
        row.add(Value.text(words.labels.text("grain." + kpi.kpi().cadence().id())));
        row.add(Value.text(now.map(value -> words.numbers.period(value.grain(), value.start()))
                .orElse("")));
        row.add(words.in(now.flatMap(KpiValue::value), unit));
        row.add(words.in(line.target(), unit));
        row.add(Value.number(line.targetShare(), "0.0%"));
        row.add(Value.text(statusText(words.labels, line.status())));
        row.add(Value.number(line.sincePrevious(), "+0.0%;-0.0%;0.0%"));
        row.add(Value.number(line.sinceYear(), "+0.0%;-0.0%;0.0%"));
        row.add(Value.prose(kpi.choice().owner().orElse("")));
        row.add(Value.prose(kpi.choice().department().orElse("")));
        row.add(Value.day(now.flatMap(value -> value.standing().completeThrough())));
        row.add(Value.text(now.map(this::state).orElse("")));
        row.add(note(line));
        return row;
    }

    /** Icon and words, so that colour is never alone. */
    static String statusText(Labels labels, Scorecard.Status status) {
        return labels.text("status." + Ids.of(status));
    }

    private String state(KpiValue value) {
        return words.labels.text(
                value.standing().partial()
                        ? "state.running"
                        : "state." + Ids.of(value.standing().state()));
    }

    private Value note(Scorecard.Line line) {
        String said = line.current().map(words.reasons::say).orElseGet(() -> words.reasons.say("no-data"));
        return Value.prose(said);
    }
}
