package vn.nhip.web;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.nhip.app.Workplace;
import vn.nhip.catalogue.Kpi;
import vn.nhip.login.Audit;
import vn.nhip.login.Role;
import vn.nhip.login.Sessions;
import vn.nhip.note.Note;
import vn.nhip.note.Notes;

/** Notes beside the KPIs: written by editors, taken away by who wrote them or by an admin. */
final class Noting {

    private static final int LONGEST = 500;
    private static final int YEARS = 10;

    private final Workplace workplace;
    private final Audit audit;

    Noting(Workplace workplace, Audit audit) {
        this.workplace = workplace;
        this.audit = audit;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/notes", Needs.EDITOR, this::write),
                Route.post("/notes/remove", Needs.EDITOR, this::remove));
    }

    private Notes notes() {
        return workplace.acts().notes();
    }

    private void write(Context context) {
        Kpi kpi = workplace.catalogue().findKpi(Doors.sent(context, "kpi")).orElseThrow(Noting::unknown);
        Optional<LocalDate> day = day(Doors.sent(context, "day"));
        String text = Doors.sent(context, "text").strip();
        if (day.isEmpty() || text.isEmpty() || text.length() > LONGEST) {
            back(context, "note-wrong");
            return;
        }
        boolean ofAll = !Doors.sent(context, "all").isEmpty();
        notes().write(Optional.of(kpi.id()).filter(id -> !ofAll), day.get(), text, Gate.who(context));
        audit.note(Gate.who(context), "note", (ofAll ? "*" : kpi.id()) + " " + day.get());
        back(context, "note-saved");
    }

    /** A day of these years; nothing when it is none. */
    private Optional<LocalDate> day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            LocalDate today = workplace.today();
            return Optional.of(day)
                    .filter(it -> it.isAfter(today.minusYears(YEARS)) && it.isBefore(today.plusYears(YEARS)));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private void remove(Context context) {
        Note note = Optional.of(Doors.sent(context, "note"))
                .filter(id -> id.matches("\\d{1,15}"))
                .flatMap(id -> notes().find(Long.parseLong(id)))
                .orElseThrow(Noting::unknown);
        Sessions.Session session = Gate.session(context).orElseThrow();
        boolean may =
                session.user().role().may(Role.ADMIN) || session.user().name().equals(note.by());
        if (!may) {
            throw new Refused(403, "role");
        }
        notes().remove(note.id());
        audit.note(Gate.who(context), "note-removed", note.kpi().orElse("*") + " " + note.day());
        back(context, "note-removed");
    }

    /** To the page that the form stood on. */
    private static void back(Context context, String said) {
        String page = Doors.next(context.formParam("back"));
        context.redirect(page + (page.contains("?") ? "&" : "?") + "said=" + said);
    }

    private static Refused unknown() {
        return new Refused(404, "not-found");
    }
}
