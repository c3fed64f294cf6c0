package vn.nhip.web;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.nhip.app.Workplace;
import vn.nhip.catalogue.Kpi;
import vn.nhip.incident.Incident;
import vn.nhip.incident.Incidents;
import vn.nhip.incident.Task;
import vn.nhip.kpi.KpiValue;
import vn.nhip.login.Audit;
import vn.nhip.web.page.IncidentPage;
import vn.nhip.web.page.IncidentsPage;

/** Incidents: looked at, and what is done about them. */
final class Acting {

    private static final int CLOSED = 50;
    private static final int LONGEST = 2_000;

    private final Workplace workplace;
    private final Pages pages;
    private final Audit audit;

    Acting(Workplace workplace, Pages pages, Audit audit) {
        this.workplace = workplace;
        this.pages = pages;
        this.audit = audit;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/incidents", Needs.VIEWER, this::list),
                Route.get("/incidents/{incident}", Needs.VIEWER, this::show),
                Route.post("/incidents/task", Needs.EDITOR, this::work),
                Route.post("/incidents/add-task", Needs.EDITOR, this::add),
                Route.post("/incidents/set-aside", Needs.EDITOR, this::setAside));
    }

    private Incidents incidents() {
        return workplace.acts().incidents();
    }

    private void list(Context context) {
        Incidents incidents = incidents();
        pages.show(
                context,
                "incidents",
                new IncidentsPage(
                        incidents.open().stream()
                                .map(incident -> page(context, incident))
                                .toList(),
                        incidents.closed(CLOSED).stream()
                                .map(incident -> page(context, incident))
                                .toList()));
    }

    private void show(Context context) {
        pages.show(context, "incidents", page(context, find(context.pathParam("incident"))));
    }

    private IncidentPage page(Context context, Incident incident) {
        Kpi kpi = workplace.catalogue().findKpi(incident.kpi()).orElseThrow(Acting::unknown);
        List<KpiValue> values = workplace
                .values()
                .find(
                        kpi.id(),
                        incident.grain(),
                        incident.start().minusYears(3),
                        incident.last().plusMonths(3));
        return IncidentPage.of(
                new IncidentPage.Subject(incident, kpi, values, incidents().tasks(incident.id())),
                workplace.today(),
                pages.words(context));
    }

    private void work(Context context) {
        Task task =
                number(Doors.sent(context, "task")).flatMap(incidents()::task).orElseThrow(Acting::unknown);
        Incidents.Work work = new Incidents.Work(
                text(context, "owner"), day(Doors.sent(context, "due")), state(context), text(context, "outcome"));
        if (work.state() == Task.State.DONE && work.outcome().isEmpty()) {
            context.redirect("/incidents/" + task.incident() + "?said=outcome-missing");
            return;
        }
        incidents().work(task.id(), work, workplace.today());
        audit.note(who(context), "task", task.id() + " (" + work.state().id() + ")");
        context.redirect("/incidents/" + task.incident() + "?said=task-saved");
    }

    private void add(Context context) {
        Incident incident = find(Doors.sent(context, "incident"));
        String text = text(context, "text");
        if (!text.isEmpty()) {
            incidents().add(incident.id(), text, text(context, "owner"));
            audit.note(who(context), "task-added", Long.toString(incident.id()));
        }
        context.redirect("/incidents/" + incident.id() + (text.isEmpty() ? "" : "?said=task-saved"));
    }

    private void setAside(Context context) {
        Incident incident = find(Doors.sent(context, "incident"));
        incidents().setAside(incident.id());
        audit.note(who(context), "set-aside", incident.kpi() + " " + incident.start());
        context.redirect("/incidents?said=set-aside");
    }

    private Incident find(String id) {
        return number(id).flatMap(incidents()::find).orElseThrow(Acting::unknown);
    }

    private static Refused unknown() {
        return new Refused(404, "not-found");
    }

    private static Optional<Long> number(String text) {
        return Optional.of(text).filter(id -> id.matches("\\d{1,15}")).map(Long::parseLong);
    }

    private static String text(Context context, String field) {
        String text = Doors.sent(context, field).strip();
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(text).filter(day -> !day.isEmpty()).map(LocalDate::parse);
        } catch (DateTimeException noDay) {
            throw new Refused(400, "form");
        }
    }

    private static Task.State state(Context context) {
        String asked = Doors.sent(context, "state");
        for (Task.State state : Task.State.values()) {
            if (state.id().equals(asked)) {
                return state;
            }
        }
        throw new Refused(400, "form");
    }

    static String who(Context context) {
        return Gate.session(context).orElseThrow().user().name();
    }
}
