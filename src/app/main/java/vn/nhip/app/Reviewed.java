package vn.nhip.app;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import vn.nhip.catalogue.Kpi;
import vn.nhip.config.KpiChoice;
import vn.nhip.incident.Incident;
import vn.nhip.incident.Incidents;
import vn.nhip.incident.Task;
import vn.nhip.review.Review;

/** One KPI in the review of a month: how it went, what moved and what was done, what was decided, what could replace it. */
public record Reviewed(
        Kpi kpi, KpiChoice choice, Course course, List<Case> cases, Optional<Review> review, List<Kpi> successors) {

    /** An incident and what was done about it. */
    public record Case(Incident incident, List<Task> tasks) {

        /** The incidents of a KPI that touch the month, oldest first. */
        static List<Case> of(Incidents incidents, Kpi kpi, YearMonth month) {
            LocalDate first = month.atDay(1);
            LocalDate last = month.atEndOfMonth();
            return incidents.of(kpi.id()).stream()
                    .filter(incident -> !incident.start().isAfter(last)
                            && !incident.grain().endOf(incident.last()).isBefore(first))
                    .sorted(java.util.Comparator.comparing(Incident::start).thenComparing(Incident::id))
                    .map(incident -> new Case(incident, incidents.tasks(incident.id())))
                    .toList();
        }
    }
}
