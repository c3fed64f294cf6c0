package vn.nhip.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.nhip.app.Workplace;
import vn.nhip.config.WorkspaceConfig.Language;
import vn.nhip.login.Attempts;
import vn.nhip.login.Logins;
import vn.nhip.login.Role;
import vn.nhip.login.User;

/** What is done when a form is sent; each says on the next page what came of it. */
final class Deeds {

    private static final int A_YEAR = (int) Duration.ofDays(365).toSeconds();

    private final Workplace workplace;
    private final Logins logins;
    private final SyncDesk syncs;
    private final Screens screens;
    private final Attempts pace;

    Deeds(Workplace workplace, Logins logins, SyncDesk syncs, Screens screens) {
        this.workplace = workplace;
        this.logins = logins;
        this.syncs = syncs;
        this.screens = screens;
        this.pace = new Attempts(workplace.clock(), 10);
    }

    /** Reads one account, or all of them. */
    void sync(Context context) {
        String account = Doors.sent(context, "account");
        List<String> accounts =
                account.isEmpty() ? List.copyOf(workplace.config().accounts().keySet()) : List.of(account);
        if (!workplace.config().accounts().keySet().containsAll(accounts)) {
            throw new Refused(404, "not-found");
        }
        if (!pace.start(Gate.who(context))) {
            throw new Refused(429, "slow");
        }
        boolean started = syncs.start(accounts);
        if (started) {
            logins.audit().note(Gate.who(context), "sync", account);
        }
        context.redirect("/sync?said=" + (started ? "sync-started" : "sync-busy"));
    }

    /** Records that were held back are read again with the mapping as it is now. */
    void replay(Context context) {
        logins.audit().note(Gate.who(context), "replay", "");
        workplace.quarantine().replayAll();
        boolean started = syncs.start(List.copyOf(workplace.config().accounts().keySet()));
        context.redirect("/sync?said=" + (started ? "replay-started" : "sync-busy"));
    }

    void invite(Context context) {
        String name = Doors.sent(context, "name");
        if (name.isBlank() || logins.users().find(name).isPresent()) {
            context.redirect("/people?said=name-wrong");
            return;
        }
        Role role = role(context);
        logins.audit().note(Gate.who(context), "invite", name.strip() + " (" + role.id() + ")");
        screens.people(
                context, Optional.of(logins.invitations().invite(name, role).reveal()));
    }

    /** Another role, or switched off or on; what the person has open ends. */
    void changePerson(Context context) {
        User user = Optional.of(Doors.sent(context, "user"))
                .filter(id -> id.matches("\\d{1,9}"))
                .flatMap(id -> logins.users().find(Long.parseLong(id)))
                .orElseThrow(() -> new Refused(404, "not-found"));
        Role role = role(context);
        boolean active = !Doors.sent(context, "active").isEmpty();
        boolean changed = logins.users().change(user.id(), role, active);
        if (changed) {
            logins.audit()
                    .note(
                            Gate.who(context),
                            "change-person",
                            user.name() + " (" + role.id() + (active ? "" : ", off") + ")");
        }
        context.redirect("/people?said=" + (changed ? "person-changed" : "last-admin"));
    }

    /** Kept in the browser; nothing else changes, so everybody may. */
    void language(Context context) {
        String asked = Doors.sent(context, "language");
        Language language = asked.equals("en") ? Language.EN : Language.VI;
        Cookie cookie =
                new Cookie(Pages.LANGUAGE, language.name().toLowerCase(java.util.Locale.ROOT), "/", A_YEAR, false);
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.LAX);
        context.cookie(cookie);
        context.redirect(Doors.next(context.formParam("next")));
    }

    private static Role role(Context context) {
        String asked = Doors.sent(context, "role");
        for (Role role : Role.values()) {
            if (role.id().equals(asked)) {
                return role;
            }
        }
        throw new Refused(400, "form");
    }
}
