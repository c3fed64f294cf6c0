package vn.nhip.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.nhip.login.Role;
import vn.nhip.spi.Secret;

/** Somebody with a cookie jar who sends forms as a browser does, and follows nowhere. */
final class Visitor {

    static final String PASSWORD = "bốn con thuyền giấy";
    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

    private final int port;
    final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    Visitor(Scene scene) {
        this(scene.web);
    }

    Visitor(WebServer web) {
        this.port = web.address().getPort();
    }

    /** Somebody who was invited and has come in. */
    static Visitor invited(Scene scene, Role role) throws IOException, InterruptedException {
        Secret code = scene.workplace.logins().invitations().invite(Scene.lower(role), role);
        Visitor visitor = new Visitor(scene);
        HttpResponse<String> came =
                visitor.post("/welcome", Map.of("code", code.reveal(), "name", "", "password", PASSWORD));
        if (came.statusCode() != 302) {
            throw new AssertionError(came.statusCode() + "\n" + came.body());
        }
        return visitor;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** From one of our own pages. */
    HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        return post(path, fields, "http://127.0.0.1:" + port);
    }

    HttpResponse<String> post(String path, Map<String, String> fields, String origin)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))));
        return send(origin.isEmpty() ? request : request.header("Origin", origin));
    }

    /** The token that this visitor's forms carry. */
    String form() throws IOException, InterruptedException {
        for (String path : List.of("/people", "/sync")) {
            Matcher found = FORM.matcher(get(path).body());
            if (found.find()) {
                return found.group(1);
            }
        }
        return "none";
    }

    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("nhip-" + port))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
