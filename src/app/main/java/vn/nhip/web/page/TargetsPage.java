package vn.nhip.web.page;

import java.time.LocalDate;
import java.util.List;
import vn.nhip.catalogue.Kpi;
import vn.nhip.config.KpiChoice;

/** What every KPI aims for, and whose it is. */
public record TargetsPage(List<Row> rows) {

    /** A KPI, what was decided about it, and the start of its running period. */
    public record Subject(Kpi kpi, KpiChoice choice, LocalDate running) {}

    /** One line; the target is that of the running period. */
    record Row(
            String id,
            String name,
            String cadence,
            String target,
            boolean own,
            String owner,
            String department,
            boolean show,
            boolean watch) {}

    public static TargetsPage of(List<Subject> subjects, Wording words) {
        return new TargetsPage(
                subjects.stream().map(subject -> row(subject, words)).toList());
    }

    private static Row row(Subject subject, Wording words) {
        Kpi kpi = subject.kpi();
        KpiChoice choice = subject.choice();
        return new Row(
                kpi.id(),
                words.text(kpi.name()),
                words.text("grain." + kpi.cadence().id()),
                words.value(choice.target(subject.running()), kpi.unit()),
                choice.targets().containsKey(subject.running()),
                choice.owner().orElse(""),
                choice.department().map(words::department).orElse(""),
                choice.show(),
                choice.watch());
    }
}
