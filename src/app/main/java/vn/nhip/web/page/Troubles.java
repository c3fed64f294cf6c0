package vn.nhip.web.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.nhip.catalogue.Kpi;
import vn.nhip.export.Report;
import vn.nhip.incident.Incident;
import vn.nhip.season.Pace;

/** What stands in the way of taking numbers as they are: accounts whose last run went wrong, KPIs that moved, and how periods go. */
public record Troubles(Set<String> failing, Map<String, Incident> incidents, Map<String, Pace> paces) {

    /** The newest open incident of each KPI counts. */
    public static Troubles of(Report report, List<Incident> open, Map<String, Pace> paces) {
        return new Troubles(
                report.sources().stream()
                        .filter(source -> !source.lastError().isEmpty())
                        .map(Report.Source::account)
                        .collect(Collectors.toSet()),
                open.stream().collect(Collectors.toMap(Incident::kpi, found -> found, (newer, older) -> newer)),
                Map.copyOf(paces));
    }

    Optional<Incident> incident(Kpi kpi) {
        return Optional.ofNullable(incidents.get(kpi.id()));
    }

    Optional<Pace> pace(Kpi kpi) {
        return Optional.ofNullable(paces.get(kpi.id()));
    }
}
