package vn.nhip.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import vn.nhip.sandbox.face.FaultPlan;
import vn.nhip.sandbox.face.oauth.OAuthFace;
import vn.nhip.sandbox.face.oauth.OAuthRules;

/** The platform behind {@link LoopbackAds}, its login included; takes a token away in the middle of a report on demand. */
final class LoopbackPlatform implements AutoCloseable {

    static final String CLIENT = "client-1";

    private static final String ACCOUNTS =
            "[{\"id\":\"1\",\"title\":\"Agency\",\"hindrance\":\"a manager, read its accounts\"},"
                    + "{\"id\":\"11\",\"title\":\"Cửa hàng Mẫu\",\"parent\":\"1\"},"
                    + "{\"id\":\"12\",\"title\":\"Old shop\",\"parent\":\"1\",\"hindrance\":\"cancelled\"}]";

    final OAuthFace login;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final String developer;
    private final AtomicInteger reports = new AtomicInteger();
    private volatile int withdrawAfter = Integer.MAX_VALUE;
    private volatile Optional<String> pasted = Optional.empty();

    LoopbackPlatform(String clientSecret, String developer) throws IOException {
        this.developer = developer;
        login = new OAuthFace(OAuthRules.ROTATING, Clock.systemUTC(), FaultPlan.none()).client(CLIENT, clientSecret);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Accepts this token, which somebody made by hand. */
    LoopbackPlatform pasted(String token) {
        pasted = Optional.of(token);
        return this;
    }

    /** After so many reports the owner takes the access back. */
    void withdrawAfter(int reports) {
        withdrawAfter = reports;
    }

    int reports() {
        return reports.get();
    }

    /** Lets the home's connectors call this platform. */
    void operate(Path home) throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(
                home.resolve("config/operator.yaml"),
                "sources: {loopback-ads: {base: \"http://127.0.0.1:"
                        + server.getAddress().getPort() + "\"}}\nproviders: {loopback: {base: \"" + login.base()
                        + "\"}}\n");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI asked = exchange.getRequestURI();
            String token = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                    .orElse("")
                    .replaceFirst("Bearer ", "");
            boolean known = login.accepts(token) || pasted.equals(Optional.of(token));
            if (!known || !developer.equals(exchange.getRequestHeaders().getFirst("developer-token"))) {
                send(exchange, 401, "{\"error\":\"the token " + token + " is refused\"}");
            } else if (asked.getPath().equals("/accounts")) {
                send(exchange, 200, ACCOUNTS);
            } else {
                send(exchange, 200, "{\"impressions\":1000,\"clicks\":50,\"cost\":\"12.34\"}");
                if (reports.incrementAndGet() == withdrawAfter) {
                    login.withdraw(token);
                    pasted = Optional.empty();
                }
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        login.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
