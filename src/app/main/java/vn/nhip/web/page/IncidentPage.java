package vn.nhip.web.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.nhip.catalogue.Kpi;
import vn.nhip.catalogue.Texts.Trigger;
import vn.nhip.incident.Evidence;
import vn.nhip.incident.Incident;
import vn.nhip.incident.Task;
import vn.nhip.kpi.KpiValue;

/** One incident: what happened, an excerpt of the KPI's course, and what is done about it. */
public record IncidentPage(
        String id,
        String kpi,
        String address,
        String title,
        String says,
        String period,
        Mark mark,
        Optional<Stretch> stretch,
        List<Job> jobs) {

    private static final MathContext SHOWN = new MathContext(4);

    /** Open or closed in words, with the tone in which it is shown. */
    record Mark(String tone, String text, boolean open) {}

    /** A task as its form shows it; late where its day is over. */
    record Job(
            String id,
            String text,
            String owner,
            String due,
            String dueWords,
            String state,
            String outcome,
            String ended,
            boolean late) {}

    /** An incident with the values around it and its tasks. */
    public record Subject(Incident incident, Kpi kpi, List<KpiValue> values, List<Task> tasks) {}

    public static IncidentPage of(Subject subject, LocalDate today, Wording words) {
        Incident incident = subject.incident();
        Kpi kpi = subject.kpi();
        String cause = Incident.id(incident.cause());
        return new IncidentPage(
                Long.toString(incident.id()),
                words.text(kpi.name()),
                "/kpi/" + kpi.id(),
                words.text("web.incident." + cause, words.text(kpi.name())),
                says(incident, kpi, words),
                period(incident, words),
                mark(incident, words),
                Stretch.of(kpi, subject.values(), incident),
                subject.tasks().stream().map(task -> job(task, today, words)).toList());
    }

    private static String says(Incident incident, Kpi kpi, Wording words) {
        Evidence seen = incident.evidence();
        String value = number(seen.value(), kpi, words);
        if (incident.cause() == Trigger.BELOW_TARGET) {
            return words.text("web.incident.says.below-target", value, number(seen.expected(), kpi, words));
        }
        return words.text(
                "web.incident.says",
                value,
                number(seen.expected(), kpi, words),
                number(seen.low(), kpi, words),
                number(seen.high(), kpi, words));
    }

    private static String number(double value, Kpi kpi, Wording words) {
        return words.value(Optional.of(new BigDecimal(value).round(SHOWN)), kpi.unit());
    }

    static String period(Incident incident, Wording words) {
        String first = words.period(incident.grain(), incident.start());
        return incident.start().equals(incident.last())
                ? first
                : words.text("web.incident.from-to", first, words.period(incident.grain(), incident.last()));
    }

    static Mark mark(Incident incident, Wording words) {
        return incident.ending()
                .map(ending -> new Mark("final", words.text("web.incident.ending." + ending.id()), false))
                .orElseGet(() -> new Mark(
                        incident.severe() ? "needs-you" : "may-change",
                        words.text(incident.severe() ? "web.incident.severe" : "web.incident.open"),
                        true));
    }

    private static Job job(Task task, LocalDate today, Wording words) {
        boolean late = task.state() == Task.State.TO_DO
                && task.due().filter(due -> due.isBefore(today)).isPresent();
        return new Job(
                Long.toString(task.id()),
                words.text(task.text()),
                task.owner(),
                task.due().map(LocalDate::toString).orElse(""),
                words.day(task.due()),
                task.state().id(),
                task.outcome(),
                words.day(task.endedOn()),
                late);
    }

    List<String> states() {
        return List.of(Task.State.TO_DO.id(), Task.State.DONE.id(), Task.State.DROPPED.id());
    }

    /** How many tasks should have been done by now. */
    long late() {
        return jobs.stream().filter(Job::late).count();
    }

    /** How many tasks wait to be done. */
    long waiting() {
        return jobs.stream()
                .filter(job -> job.state().equals(Task.State.TO_DO.id()))
                .count();
    }
}
