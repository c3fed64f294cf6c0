package vn.nhip.sandbox.face.oauth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import vn.nhip.sandbox.face.Face;
import vn.nhip.sandbox.face.FaultPlan;
import vn.nhip.sandbox.face.Tokens;

/**
 * A login on loopback: {@code …/auth} agrees at once and sends the browser back with a code, {@code …/token} gives and
 * renews tokens, {@code …/revoke} takes them back. Other faces accept the tokens that it gave.
 */
public final class OAuthFace implements Face, Tokens {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final TokenBook book;
    private final Clock clock;
    private final FaultPlan<OAuthFault> faults;
    private final Consents consents = new Consents();
    private final Map<String, String> clients = new ConcurrentHashMap<>();
    private final Map<String, PublicKey> accounts = new ConcurrentHashMap<>();
    private final AtomicInteger tokenCalls = new AtomicInteger();

    /** Faults are counted by calls of the token endpoint. */
    public OAuthFace(OAuthRules rules, Clock clock, FaultPlan<OAuthFault> faults) {
        this.book = new TokenBook(rules, clock);
        this.clock = clock;
        this.faults = faults;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Registers an app. */
    public OAuthFace client(String id, String secret) {
        clients.put(id, secret);
        return this;
    }

    /** Registers a service account with its public key. */
    public OAuthFace account(String email, PublicKey key) {
        accounts.put(email, key);
        return this;
    }

    /** A login as if someone had agreed: access token, then refresh token. */
    public String[] login() {
        TokenBook.Pair pair = book.login();
        return new String[] {pair.access(), pair.refresh().orElseThrow()};
    }

    /** Ends the login of this token, as its owner may at the vendor. */
    public boolean withdraw(String token) {
        return book.revoke(token);
    }

    /** Ends every login that was given so far. */
    public void withdrawAll() {
        book.revokeAll();
    }

    /** How many refresh tokens were exchanged. */
    public int renewals() {
        return book.renewals();
    }

    /** How often the token endpoint was called. */
    public int tokenCalls() {
        return tokenCalls.get();
    }

    @Override
    public boolean accepts(String token) {
        return book.accepts(token);
    }

    @Override
    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.endsWith("/auth")) {
                authorize(exchange, fields(exchange.getRequestURI().getRawQuery()));
            } else if (path.endsWith("/token")) {
                token(exchange, body(exchange));
            } else if (path.endsWith("/revoke")) {
                boolean known = book.revoke(body(exchange).getOrDefault("token", ""));
                send(exchange, known ? 200 : 400, known ? "{}" : error("invalid_token"));
            } else {
                send(exchange, 404, error("not_found"));
            }
        }
    }

    private void authorize(HttpExchange exchange, Map<String, String> request) throws IOException {
        boolean right = clients.containsKey(request.getOrDefault("client_id", ""))
                && "code".equals(request.get("response_type"))
                && "S256".equals(request.get("code_challenge_method"))
                && request.containsKey("code_challenge")
                && request.getOrDefault("redirect_uri", "").startsWith("http://127.0.0.1:");
        if (!right) {
            send(exchange, 400, error("invalid_request"));
            return;
        }
        String answer = "code=" + consents.code(request) + "&state="
                + URLEncoder.encode(request.getOrDefault("state", ""), StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Location", request.get("redirect_uri") + "?" + answer);
        exchange.sendResponseHeaders(302, -1);
    }

    private void token(HttpExchange exchange, Map<String, String> request) throws IOException {
        Optional<OAuthFault> fault = faults.at(tokenCalls.getAndIncrement());
        if (fault.isEmpty()) {
            send(exchange, granted(request));
            return;
        }
        switch (fault.get()) {
            case AWAY -> send(exchange, 503, error("temporarily_unavailable"));
            case TOO_MANY -> {
                exchange.getResponseHeaders().add("Retry-After", "2");
                send(exchange, 429, error("slow_down"));
            }
            case WEB_PAGE -> {
                exchange.getResponseHeaders().add("Content-Type", "text/html");
                send(exchange, 200, "<html>back soon</html>");
            }
            case ANSWER_LOST -> granted(request);
            case CONSENT_WITHDRAWN -> send(exchange, 400, error("invalid_grant"));
        }
    }

    private Optional<TokenBook.Pair> granted(Map<String, String> request) {
        return switch (request.getOrDefault("grant_type", "")) {
            case "authorization_code" ->
                knows(request) && consents.spend(request) ? Optional.of(book.login()) : Optional.empty();
            case "refresh_token" ->
                knows(request) ? book.renew(request.getOrDefault("refresh_token", "")) : Optional.empty();
            case "urn:ietf:params:oauth:grant-type:jwt-bearer" ->
                Assertion.signer(request.getOrDefault("assertion", ""), accounts, clock.instant())
                        .map(book::accessOnly);
            default -> Optional.empty();
        };
    }

    private boolean knows(Map<String, String> request) {
        String secret = clients.get(request.getOrDefault("client_id", ""));
        return secret != null && secret.equals(request.get("client_secret"));
    }

    private void send(HttpExchange exchange, Optional<TokenBook.Pair> pair) throws IOException {
        if (pair.isEmpty()) {
            send(exchange, 400, error("invalid_grant"));
            return;
        }
        String refresh = pair.get()
                .refresh()
                .map(token -> ",\"refresh_token\":\"" + token + "\"")
                .orElse("");
        send(
                exchange,
                200,
                "{\"access_token\":\"" + pair.get().access() + "\",\"token_type\":\"Bearer\",\"expires_in\":"
                        + book.lifeSeconds() + refresh + "}");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().putIfAbsent("Content-Type", java.util.List.of("application/json"));
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String error(String code) {
        return "{\"error\":\"" + code + "\"}";
    }

    private static Map<String, String> body(HttpExchange exchange) throws IOException {
        return fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static Map<String, String> fields(String encoded) {
        Map<String, String> fields = new HashMap<>();
        for (String field : Optional.ofNullable(encoded).orElse("").split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(
                        field.substring(0, equals),
                        URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }
}
