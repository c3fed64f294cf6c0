package vn.nhip.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.export.Firmness;
import vn.nhip.export.Labels;
import vn.nhip.export.Numbers;
import vn.nhip.export.Reasons;
import vn.nhip.export.Report;
import vn.nhip.export.Scorecard;
import vn.nhip.kpi.KpiValue;
import vn.nhip.notice.Letter;
import vn.nhip.spi.Grain;

/** The numbers of a morning as a plain text: what the dashboard shows, KPI by KPI, and what needs somebody first. */
final class MorningText {

    private final Report report;
    private final Labels labels;
    private final Numbers numbers;
    private final Reasons reasons;
    private final Set<String> failing;

    MorningText(Report report, Catalogue catalogue) {
        this.report = report;
        this.labels = Labels.of(report.business().language());
        this.numbers = Numbers.of(labels, report.business().currency());
        this.reasons = new Reasons(labels, numbers, catalogue);
        this.failing = report.sources().stream()
                .filter(source -> !source.lastError().isEmpty())
                .map(Report.Source::account)
                .collect(Collectors.toUnmodifiableSet());
    }

    Letter.Words of(LocalDate day) {
        List<Scorecard.Line> lines = Scorecard.of(report);
        StringBuilder text = new StringBuilder();
        if (report.business().sample()) {
            text.append(labels.text("sample.banner")).append("\n\n");
        }
        needs(lines, text);
        for (Grain cadence : Grain.values()) {
            text.append(labels.text("web.cadence." + cadence.id()).toUpperCase(labels.locale()))
                    .append('\n');
            lines.stream().filter(line -> line.kpi().kpi().cadence() == cadence).forEach(line -> text.append(line(line))
                    .append('\n'));
            text.append('\n');
        }
        text.append(labels.text("morning.foot"));
        return new Letter.Words(labels.text("morning.title", numbers.day(day)), text.toString());
    }

    private void needs(List<Scorecard.Line> lines, StringBuilder text) {
        List<String> needs = new ArrayList<>();
        report.sources().stream()
                .filter(source -> failing.contains(source.account()))
                .forEach(source -> needs.add(source.title() + ": " + source.lastError()));
        lines.stream()
                .filter(line -> Firmness.of(line.kpi(), line.current(), Set.of()) == Firmness.NEEDS_YOU)
                .forEach(line -> needs.add(line.kpi().name(labels) + ": " + because(line)));
        if (!needs.isEmpty()) {
            text.append(labels.text("web.state.needs-you").toUpperCase(labels.locale()))
                    .append('\n');
            needs.forEach(need -> text.append("• ").append(need).append('\n'));
            text.append('\n');
        }
    }

    private String because(Scorecard.Line line) {
        return line.current().map(reasons::say).orElseGet(() -> reasons.say("no-data"));
    }

    /** The value with its period, its change, its target and how firm it is, as far as there is any of it. */
    private String line(Scorecard.Line line) {
        Report.KpiLine kpi = line.kpi();
        Optional<KpiValue> now = line.current();
        List<String> parts = new ArrayList<>();
        parts.add(kpi.name(labels)
                + now.map(value -> " (" + numbers.period(value.grain(), value.start()) + ")")
                        .orElse("")
                + ": "
                + now.flatMap(KpiValue::value)
                        .map(value -> numbers.value(value, kpi.kpi().unit()))
                        .orElse("—"));
        line.sinceAlike()
                .ifPresent(change -> parts.add(numbers.change(change) + " "
                        + labels.text("web.alike." + kpi.kpi().cadence().id())));
        kpi.choice()
                .target()
                .ifPresent(target -> parts.add(labels.text(
                                "morning.target",
                                numbers.value(target, kpi.kpi().unit())) + " "
                        + labels.text("status."
                                + line.status().name().toLowerCase(Locale.ROOT).replace('_', '-'))));
        Firmness firmness = Firmness.of(kpi, now, failing);
        if (firmness != Firmness.FINAL) {
            parts.add(labels.text("web.state." + firmness.id()).toLowerCase(labels.locale()));
        }
        return String.join(" · ", parts);
    }
}
