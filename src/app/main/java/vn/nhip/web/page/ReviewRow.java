package vn.nhip.web.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nhip.app.Course;
import vn.nhip.app.Reviewed;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.Kpi;
import vn.nhip.incident.Incident;
import vn.nhip.incident.Task;
import vn.nhip.kpi.KpiValue;
import vn.nhip.season.Occasions;
import vn.nhip.spi.Grain;

/** One KPI in the review: its month in numbers, what speaks for a change, what moved, what is decided, and the form. */
record ReviewRow(
        String id,
        String name,
        String address,
        String value,
        String period,
        Optional<Change> before,
        Optional<Change> year,
        String target,
        String tone,
        String reached,
        List<String> hints,
        List<Case> cases,
        Optional<Decided> decided,
        Form form) {

    /** An incident of the month and what was done about it. */
    record Case(String title, String address, String tone, String state, List<String> outcomes, String waiting) {}

    /** The form as it is to be shown: with what was typed when that could not be taken over. */
    record Form(
            String kind, String reason, String target, String unit, List<TargetPage.Option> successors, String wrong) {

        List<String> kinds() {
            return successors.size() > 1
                    ? List.of("keep", "target", "replace", "drop")
                    : List.of("keep", "target", "drop");
        }
    }

    static ReviewRow of(
            Reviewed subject, YearMonth month, Optional<DecisionForm> typed, Catalogue catalogue, Wording words) {
        Kpi kpi = subject.kpi();
        Course course = subject.course();
        Grain grain = course.now().map(KpiValue::grain).orElse(Grain.MONTH);
        return new ReviewRow(
                kpi.id(),
                words.text(kpi.name()),
                "/kpi/" + kpi.id() + "?grain=" + grain.id(),
                words.value(course.now().flatMap(KpiValue::value), kpi.unit()),
                grain == Grain.MONTH
                        ? words.text("web.review.whole")
                        : course.now()
                                .map(now -> words.period(now.grain(), now.start()))
                                .orElse(""),
                change(kpi, course.now(), course.before(), words),
                change(kpi, course.now(), course.year(), words),
                target(subject, month, words),
                tone(course),
                reached(kpi, course, words),
                hints(subject, month, words),
                subject.cases().stream().map(found -> caseOf(kpi, found, words)).toList(),
                subject.review().map(review -> Decided.of(review, catalogue, words)),
                form(subject, typed, words));
    }

    private static Optional<Change> change(Kpi kpi, Optional<KpiValue> now, Optional<KpiValue> then, Wording words) {
        Optional<BigDecimal> old = then.flatMap(KpiValue::value).filter(value -> value.signum() != 0);
        Optional<BigDecimal> ratio = now.filter(value -> !value.standing().partial())
                .flatMap(KpiValue::value)
                .flatMap(
                        value -> old.map(before -> value.subtract(before).divide(before.abs(), MathContext.DECIMAL32)));
        return Change.of(ratio, kpi.good(), words);
    }

    private static String target(Reviewed subject, YearMonth month, Wording words) {
        Kpi kpi = subject.kpi();
        return subject.choice()
                .target(kpi.cadence().startOf(month.atEndOfMonth()))
                .map(target -> words.text(
                        "web.review.target." + kpi.cadence().id(),
                        words.numbers().value(target, kpi.unit())))
                .orElse("");
    }

    private static String tone(Course course) {
        return course.reached() == course.judged() ? "reached" : course.reached() == 0 ? "missed" : "mixed";
    }

    private static String reached(Kpi kpi, Course course, Wording words) {
        if (course.judged() == 0) {
            return "";
        }
        return kpi.cadence() == Grain.MONTH
                ? words.text("status." + tone(course))
                : words.text(
                        "web.review.reached." + kpi.cadence().id(),
                        words.count(course.reached()),
                        words.count(course.judged()));
    }

    private static List<String> hints(Reviewed subject, YearMonth month, Wording words) {
        Course course = subject.course();
        List<String> hints = new ArrayList<>();
        if (course.now().flatMap(KpiValue::value).isEmpty()) {
            String why = course.now().map(words::because).orElseGet(() -> words.because("no-data"));
            hints.add(why + " " + words.text("web.review.hint.no-value"));
        } else if (course.judged() == 0) {
            boolean aimed = subject.choice().hasTargets();
            hints.add(words.text(aimed ? "web.review.hint.not-judged" : "web.review.hint.no-target"));
        }
        course.habit().ifPresent(habit -> hints.add(words.text("web.review.hint." + Card.id(habit))));
        if (tet(month) != tet(month.minusYears(1))) {
            hints.add(words.text("web.review.hint.tet"));
        }
        return hints;
    }

    private static boolean tet(YearMonth month) {
        return Occasions.touchTet(month.atDay(1), month.atEndOfMonth());
    }

    private static Case caseOf(Kpi kpi, Reviewed.Case found, Wording words) {
        Incident incident = found.incident();
        long waiting = found.tasks().stream()
                .filter(task -> task.state() == Task.State.TO_DO)
                .count();
        IncidentPage.Mark mark = IncidentPage.mark(incident, words);
        return new Case(
                words.text("web.incident." + Incident.id(incident.cause()), words.text(kpi.name())),
                "/incidents/" + incident.id(),
                mark.tone(),
                IncidentPage.period(incident, words) + " · " + mark.text(),
                found.tasks().stream()
                        .filter(task -> !task.outcome().isEmpty())
                        .map(task -> words.day(task.endedOn()) + ": " + task.outcome())
                        .toList(),
                waiting == 0 ? "" : words.text("web.incident.waiting", words.count(waiting)));
    }

    private static Form form(Reviewed subject, Optional<DecisionForm> typed, Wording words) {
        Kpi kpi = subject.kpi();
        boolean vietnamese = words.language().equals("vi");
        String chosen = typed.map(DecisionForm::successor).orElse("");
        List<TargetPage.Option> successors = new ArrayList<>();
        successors.add(new TargetPage.Option("", "—", chosen.isEmpty()));
        subject.successors()
                .forEach(other -> successors.add(new TargetPage.Option(
                        other.id(), words.text(other.name()), other.id().equals(chosen))));
        return new Form(
                typed.map(DecisionForm::kind).orElse("keep"),
                typed.map(DecisionForm::reason).orElse(""),
                typed.map(DecisionForm::target).orElseGet(() -> subject.choice()
                        .target()
                        .map(new Typed(vietnamese, kpi.unit())::shown)
                        .orElse("")),
                TargetPage.label(kpi, words),
                successors,
                typed.flatMap(form -> form.wrong(vietnamese, subject.successors()))
                        .map(words::text)
                        .orElse(""));
    }
}
