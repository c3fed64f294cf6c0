package vn.nhip.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.export.Labels;
import vn.nhip.export.Numbers;
import vn.nhip.export.Reasons;
import vn.nhip.export.Report;
import vn.nhip.export.Scorecard;
import vn.nhip.kpi.KpiValue;

/** The listed KPIs, one line each, for the terminal. */
final class ScorecardText {

    private final Report report;
    private final Labels labels;
    private final Numbers numbers;
    private final Reasons reasons;

    ScorecardText(Report report, Catalogue catalogue) {
        this.report = report;
        this.labels = Labels.of(report.business().language());
        this.numbers = Numbers.of(labels, report.business().currency());
        this.reasons = new Reasons(labels, numbers, catalogue);
    }

    String render() {
        TextTable table = new TextTable(List.of(
                labels.text("overview.kpi"),
                labels.text("overview.period"),
                ">" + labels.text("overview.value"),
                ">" + labels.text("overview.target"),
                labels.text("overview.status"),
                labels.text("overview.owner"),
                labels.text("overview.note")));
        for (Scorecard.Line line : Scorecard.of(report)) {
            Optional<KpiValue> current = line.current();
            table.row(
                    labels.text(line.kpi().kpi().name()),
                    current.map(value -> numbers.period(value.grain(), value.start()))
                            .orElse("—"),
                    current.flatMap(KpiValue::value)
                            .map(value -> numbers.value(value, line.kpi().kpi().unit()))
                            .orElse("—"),
                    line.target()
                            .map(target ->
                                    numbers.value(target, line.kpi().kpi().unit()))
                            .orElse("—"),
                    labels.text("status."
                            + line.status().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                    line.kpi().choice().owner().orElse(""),
                    current.map(value -> reasons.say(value)).orElse(""));
        }
        return table.render();
    }
}
