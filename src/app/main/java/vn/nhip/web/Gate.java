package vn.nhip.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.SameSite;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import vn.nhip.login.Role;
import vn.nhip.login.Sessions;
import vn.nhip.login.User;
import vn.nhip.spi.Secret;

/** Lets a request in or turns it away, before any page or deed sees it. */
final class Gate {

    private static final String SESSION = "session";
    private static final Set<HandlerType> LOOKING = Set.of(HandlerType.GET, HandlerType.HEAD);

    private final Sessions sessions;
    private final WebSettings settings;
    private final int port;
    private final Optional<User> everybody;

    /** With {@code everybody}, whoever has no session is given one of this person. */
    Gate(Sessions sessions, WebSettings settings, int port, Optional<User> everybody) {
        this.sessions = sessions;
        this.settings = settings;
        this.port = port;
        this.everybody = everybody;
    }

    /** Requests come by a name of this machine or by the public one: a page elsewhere cannot borrow the browser by a name of its own. */
    void checkHost(Context context) {
        String host = Optional.ofNullable(context.header("Host")).orElse("");
        if (!hosts().contains(host)) {
            throw new Refused(421, "host");
        }
    }

    private Set<String> hosts() {
        Set<String> hosts = new LinkedHashSet<>(Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port));
        settings.publicUrl().map(URI::getAuthority).ifPresent(hosts::add);
        return hosts;
    }

    /** Who may do what: the session must have the role that the route needs, and a deed must come from one of our forms. */
    void check(Context context) {
        Needs needs = context.routeRoles().stream()
                .filter(Needs.class::isInstance)
                .map(Needs.class::cast)
                .findFirst()
                .orElse(Needs.ADMIN);
        boolean looking = LOOKING.contains(context.method());
        if (!looking && needs != Needs.ADDRESS) {
            checkOrigin(context);
        }
        Optional<Sessions.Session> session = find(context).or(() -> looking ? given(context, needs) : Optional.empty());
        session.ifPresent(found -> context.attribute(SESSION, found));
        if (needs.role().isPresent()) {
            checkRole(session, needs.role().get());
            if (!looking) {
                checkForm(context, session.orElseThrow());
            }
        }
    }

    private static void checkRole(Optional<Sessions.Session> session, Role role) {
        if (session.isEmpty()) {
            throw new Refused(401, "login");
        }
        if (!session.get().user().role().may(role)) {
            throw new Refused(403, "role");
        }
    }

    /** Browsers say by themselves where a form was sent from; with our referrer policy the older of the two headers is null. */
    private void checkOrigin(Context context) {
        String site = context.header("Sec-Fetch-Site");
        String origin = context.header("Origin");
        boolean own = site == null
                ? origin != null && origins().contains(origin)
                : site.equals("same-origin")
                        && (origin == null || origin.equals("null") || origins().contains(origin));
        if (!own) {
            throw new Refused(403, "origin");
        }
    }

    private Set<String> origins() {
        Set<String> origins = new LinkedHashSet<>(
                Set.of("http://127.0.0.1:" + port, "http://localhost:" + port, "http://[::1]:" + port));
        settings.publicUrl()
                .map(address -> address.getScheme() + "://" + address.getAuthority())
                .ifPresent(origins::add);
        return origins;
    }

    private static void checkForm(Context context, Sessions.Session session) {
        String sent = Optional.ofNullable(context.formParam("form")).orElse("");
        boolean same = MessageDigest.isEqual(
                sent.getBytes(StandardCharsets.UTF_8), session.formToken().getBytes(StandardCharsets.UTF_8));
        if (!same) {
            throw new Refused(403, "form");
        }
    }

    private Optional<Sessions.Session> find(Context context) {
        return token(context).flatMap(sessions::find);
    }

    private Optional<Sessions.Session> given(Context context, Needs needs) {
        return everybody.filter(user -> needs.role().isPresent()).flatMap(user -> sessions.find(enter(context, user)));
    }

    /** The name of the person who does something. */
    static String who(Context context) {
        return session(context).orElseThrow().user().name();
    }

    static Optional<Sessions.Session> session(Context context) {
        return Optional.ofNullable(context.<Sessions.Session>attribute(SESSION));
    }

    private Optional<Secret> token(Context context) {
        return Optional.ofNullable(context.cookie(cookieName()))
                .filter(value -> !value.isBlank())
                .map(Secret::of);
    }

    /** A fresh session for the person, in place of whatever the browser had. */
    Secret enter(Context context, User user) {
        token(context).ifPresent(sessions::close);
        Secret token = sessions.open(user);
        Cookie cookie = new Cookie(cookieName(), token.reveal(), "/", -1, settings.secure());
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.LAX);
        context.cookie(cookie);
        return token;
    }

    void leave(Context context) {
        token(context).ifPresent(sessions::close);
        context.removeCookie(cookieName(), "/");
    }

    /** Cookies know no ports: two homes on one machine keep theirs apart by name. */
    private String cookieName() {
        return settings.secure() ? "__Host-sid" : "nhip-" + port;
    }
}
