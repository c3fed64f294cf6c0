package vn.nhip.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.Kpi;
import vn.nhip.export.Labels;
import vn.nhip.export.Numbers;
import vn.nhip.export.Reasons;
import vn.nhip.export.Report;
import vn.nhip.kpi.KpiValue;

/** KPI values of several periods, one line each, for the terminal. */
final class ValuesText {

    private final Labels labels;
    private final Numbers numbers;
    private final Reasons reasons;
    private final Map<String, Kpi> kpis;

    ValuesText(Report report, Catalogue catalogue) {
        this.labels = Labels.of(report.business().language());
        this.numbers = Numbers.of(labels, report.business().currency());
        this.reasons = new Reasons(labels, numbers, catalogue);
        this.kpis =
                report.kpis().stream().map(Report.KpiLine::kpi).collect(Collectors.toMap(Kpi::id, Function.identity()));
    }

    String render(List<KpiValue> values) {
        TextTable table = new TextTable(List.of(
                labels.text("overview.kpi"),
                labels.text("overview.period"),
                ">" + labels.text("overview.value"),
                labels.text("overview.state"),
                labels.text("overview.note")));
        for (KpiValue value : values) {
            Kpi kpi = kpis.get(value.kpi());
            if (kpi != null) {
                table.row(
                        labels.text(kpi.name()),
                        numbers.period(value.grain(), value.start()),
                        value.value()
                                .map(number -> numbers.value(number, kpi.unit()))
                                .orElse("—"),
                        labels.text("state." + stateOf(value)),
                        reasons.say(value));
            }
        }
        return table.render();
    }

    private static String stateOf(KpiValue value) {
        return value.standing().partial()
                ? "running"
                : value.standing().state().name().toLowerCase(Locale.ROOT);
    }
}
