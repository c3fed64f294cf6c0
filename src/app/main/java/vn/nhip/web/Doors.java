package vn.nhip.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import vn.nhip.app.Workplace;
import vn.nhip.login.Attempts;
import vn.nhip.login.Invitations;
import vn.nhip.login.Logins;
import vn.nhip.login.User;
import vn.nhip.spi.Secret;
import vn.nhip.web.page.LoginPage;
import vn.nhip.web.page.WelcomePage;

/** Coming in and going out: login, logout, and the first visit with a code. */
final class Doors {

    private final Logins logins;
    private final Gate gate;
    private final Pages pages;
    private final Attempts byName;
    private final Attempts byAddress;
    private final String business;

    Doors(Workplace workplace, Logins logins, Gate gate, Pages pages) {
        this.logins = logins;
        this.gate = gate;
        this.pages = pages;
        this.business = workplace.config().name();
        this.byName = new Attempts(workplace.clock(), 5);
        this.byAddress = new Attempts(workplace.clock(), 50);
    }

    void login(Context context) {
        pages.show(context, "", new LoginPage("", "", next(context.queryParam("next"))));
    }

    /** One answer for a wrong password, an unknown name and a person who is switched off. */
    void enter(Context context) {
        String name = sent(context, "name");
        String password = sent(context, "password");
        String next = next(context.formParam("next"));
        if (!byName.start(name) || !byAddress.start(context.ip())) {
            again(context, 429, name, "web.login.slow", next);
            return;
        }
        Optional<User> user =
                password.isEmpty() ? Optional.empty() : logins.users().check(name, Secret.of(password));
        if (user.isEmpty()) {
            logins.audit().note(name, "login-refused", "");
            again(context, 401, name, "web.login.wrong", next);
            return;
        }
        byName.succeeded(name);
        byAddress.succeeded(context.ip());
        come(context, user.get(), next);
    }

    private void again(Context context, int status, String name, String key, String next) {
        context.status(status);
        pages.show(context, "", new LoginPage(name, pages.words(context).text(key), next));
    }

    private void come(Context context, User user, String next) {
        gate.enter(context, user);
        logins.audit().note(user.name(), "login", "");
        context.redirect(next);
    }

    void leave(Context context) {
        gate.leave(context);
        context.redirect("/login");
    }

    void welcome(Context context) {
        pages.show(context, "", new WelcomePage("", "", logins.users().nobody()));
    }

    /** The code is good once; a weak password or a name that is taken does not spend it. */
    void accept(Context context) {
        String name = sent(context, "name");
        String code = sent(context, "code").strip();
        String password = sent(context, "password");
        if (!byAddress.start(context.ip())) {
            welcomeAgain(context, 429, name, "web.login.slow");
            return;
        }
        Optional<Invitations.Invitation> invitation =
                code.isEmpty() ? Optional.empty() : logins.invitations().find(Secret.of(code));
        if (invitation.isEmpty()) {
            welcomeAgain(context, 403, name, "web.welcome.code-wrong");
            return;
        }
        String known =
                invitation.get().name().isEmpty() ? name : invitation.get().name();
        if (known.isBlank() || logins.users().find(known).isPresent()) {
            welcomeAgain(context, 400, name, "web.welcome.name-wrong");
            return;
        }
        Optional<String> weakness = weakness(password, known);
        if (weakness.isPresent()) {
            welcomeAgain(context, 400, name, weakness.get());
            return;
        }
        Optional<User> user = logins.invitations().accept(Secret.of(code), name, Secret.of(password));
        if (user.isEmpty()) {
            welcomeAgain(context, 403, name, "web.welcome.code-wrong");
            return;
        }
        byAddress.succeeded(context.ip());
        come(context, user.get(), "/");
    }

    private void welcomeAgain(Context context, int status, String name, String key) {
        context.status(status);
        pages.show(
                context,
                "",
                new WelcomePage(
                        name, pages.words(context).text(key), logins.users().nobody()));
    }

    private Optional<String> weakness(String password, String name) {
        if (password.isEmpty()) {
            return Optional.of("web.password.too-short");
        }
        return logins.passwords()
                .weakness(Secret.of(password), List.of(name, business, "nhip", "marketing"))
                .map(weak -> "web.password."
                        + weak.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }

    static String sent(Context context, String field) {
        return Optional.ofNullable(context.formParam(field)).orElse("");
    }

    /** Where to go after login: a path of ours, nowhere else. */
    static String next(@org.jspecify.annotations.Nullable String asked) {
        boolean ours = asked != null && asked.matches("/(?![/\\\\])[\\w./?=&%:-]*");
        return ours && asked != null ? asked : "/";
    }
}
