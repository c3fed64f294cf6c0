package vn.nhip.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhip.app.Workplace;
import vn.nhip.login.Logins;
import vn.nhip.login.Role;
import vn.nhip.login.User;
import vn.nhip.spi.Secret;

/** The screen of one workplace, served on loopback until it is closed; the workplace is closed by whoever opened it. */
public final class WebServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final long LARGEST_REQUEST = 1024 * 1024;

    private final Javalin javalin;
    private final Probes probes;
    private final URI address;
    private final List<Route> routes;
    private final Optional<Secret> firstCode;

    private WebServer(Javalin javalin, Probes probes, URI address, List<Route> routes, Optional<Secret> firstCode) {
        this.javalin = javalin;
        this.probes = probes;
        this.address = address;
        this.routes = routes;
        this.firstCode = firstCode;
    }

    /**
     * Starts to serve.
     *
     * @param chores where KPIs are brought up to date, one at a time
     * @param sampleEnd what throws the sample figures away, where it is them that are shown
     * @throws io.javalin.util.JavalinBindException when another program has the port
     */
    public static WebServer start(
            Workplace workplace, WebSettings settings, Executor chores, Optional<Runnable> sampleEnd) {
        int port = settings.port() == 0 ? freePort() : settings.port();
        Logins logins = workplace.logins();
        Optional<User> everybody = settings.openToAll()
                ? Optional.of(logins.users().withoutPassword("demo", Role.EDITOR))
                : Optional.empty();
        Optional<Secret> firstCode =
                logins.users().nobody() ? Optional.of(logins.invitations().first()) : Optional.empty();
        Assets assets = new Assets();
        Pages pages = new Pages(workplace, assets.version(), sampleEnd.isPresent());
        Gate gate = new Gate(logins.sessions(), settings, port, everybody);
        Probes probes = new Probes(workplace);
        Desks desks = new Desks(workplace, pages, gate, new SyncDesk(workplace, chores), settings, address(port));
        List<Route> routes = desks.routes(assets, new SampleDesk(pages, sampleEnd), probes);
        Javalin javalin = Javalin.create(config -> {
            set(config);
            Uploads.set(config, workplace.home().folder().resolve("data/uploads"));
            guard(config, gate, new SecurityHeaders(settings.secure()), probes);
            routes.forEach(route ->
                    config.routes.addHttpHandler(route.method(), route.path(), route.handler(), route.needs()));
            answerErrors(config, pages);
        });
        javalin.start(LOOPBACK, port);
        return new WebServer(javalin, probes, address(port), routes, firstCode);
    }

    private static URI address(int port) {
        return URI.create("http://" + LOOPBACK + ":" + port + "/");
    }

    private static void set(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = LARGEST_REQUEST;
        config.http.prefer405over404 = true;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    }

    private static void guard(JavalinConfig config, Gate gate, SecurityHeaders headers, Probes probes) {
        config.routes.before(context -> {
            probes.began(context);
            headers.set(context);
            gate.checkHost(context);
            Uploads.check(context);
        });
        config.routes.beforeMatched(gate::check);
        config.routes.after(probes::ended);
    }

    private static void answerErrors(JavalinConfig config, Pages pages) {
        config.routes.exception(Refused.class, (refused, context) -> refuse(context, pages, refused));
        config.routes.exception(Exception.class, (fault, context) -> {
            String number = UUID.randomUUID().toString().substring(0, 8);
            LOG.error("{} {} failed, number {}", context.method(), context.path(), number, fault);
            tell(context, pages, 500, "fault", number);
        });
        for (int status : List.of(400, 404, 405, 413)) {
            config.routes.error(status, context -> {
                if (!Pages.shown(context) && !Api.asked(context)) {
                    tell(context, pages, status, status == 404 ? "not-found" : "form", "");
                }
            });
        }
    }

    private static void refuse(Context context, Pages pages, Refused refused) {
        boolean toLogin = refused.status() == 401
                && !Api.asked(context)
                && context.method().name().equals("GET");
        if (toLogin) {
            context.redirect("/login?next=" + URLEncoder.encode(wanted(context), StandardCharsets.UTF_8));
        } else {
            tell(context, pages, refused.status(), refused.key(), "");
        }
    }

    /** A vendor's answer holds a code, which is written nowhere: whoever is not logged in begins anew. */
    private static String wanted(Context context) {
        if (context.path().startsWith(ConsentDesk.CALLBACK)) {
            return "/connect";
        }
        return context.path() + (context.queryString() == null ? "" : "?" + context.queryString());
    }

    private static void tell(Context context, Pages pages, int status, String key, String number) {
        if (Api.asked(context)) {
            Api.refuse(context, status, key, number);
        } else {
            pages.notice(context, status, key, number);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }

    /** Where a browser on this machine finds it. */
    public URI address() {
        return address;
    }

    /** The code with which the first person comes in; empty when somebody has. */
    public Optional<Secret> firstCode() {
        return firstCode;
    }

    List<Route> routes() {
        return routes;
    }

    /** Ends what is being answered, then the server. */
    @Override
    public void close() {
        javalin.stop();
        probes.close();
    }
}
