package vn.nhip.manifest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.nhip.kit.http.GuardedHttp;
import vn.nhip.kit.http.HttpCall;
import vn.nhip.kit.http.HttpLimits;
import vn.nhip.kit.http.HttpReply;
import vn.nhip.manifest.component.RequestParts;
import vn.nhip.manifest.expression.Values;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorException;

/** Sends requests to the declared hosts, or where the operator's file says that they are, and nowhere else. */
final class Sender implements AutoCloseable {

    private final GuardedHttp http;
    private final Set<String> hosts;
    private final Optional<URI> base;

    private Sender(GuardedHttp http, Set<String> hosts, Optional<URI> base) {
        this.http = http;
        this.hosts = hosts;
        this.base = base;
    }

    static Sender of(List<String> hosts, ConnectorContext context, HttpLimits limits) {
        Optional<URI> base = context.site().base();
        return new Sender(
                new GuardedHttp(hosts, base, limits, context.clock()),
                hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()),
                base);
    }

    /** @throws ConnectorException DATA when the address is on no declared host, also where the source gave it */
    HttpReply send(String method, RequestParts parts) {
        URI uri = parts.uri();
        URI target = placed(uri);
        String name = method + " " + uri.getHost() + uri.getRawPath();
        Optional<HttpCall.Content> content = method.equals("GET") ? Optional.empty() : Optional.of(content(parts));
        return http.send(new HttpCall(method, target, parts.headers(), content, name));
    }

    private URI placed(URI uri) {
        if (base.filter(place -> sameOrigin(place, uri)).isPresent()) {
            return uri;
        }
        String host = uri.getHost();
        if (host == null || !hosts.contains(host.toLowerCase(Locale.ROOT)) || !"https".equals(uri.getScheme())) {
            throw ConnectorException.data("the next request would go to '" + host
                    + "', which is none of the hosts that facts.yaml" + " declares over https; it is not sent");
        }
        return base.map(place -> moved(place, uri)).orElse(uri);
    }

    private static URI moved(URI place, URI uri) {
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return URI.create(place.getScheme() + "://" + place.getRawAuthority() + uri.getRawPath() + query);
    }

    private static boolean sameOrigin(URI one, URI other) {
        return one.getScheme().equals(other.getScheme())
                && one.getHost().equals(other.getHost())
                && one.getPort() == other.getPort();
    }

    private static HttpCall.Content content(RequestParts parts) {
        if (parts.text().isPresent()) {
            return content(
                    parts.header("Content-Type").orElse("text/plain"),
                    parts.text().get());
        }
        if (parts.form().isPresent()) {
            return content("application/x-www-form-urlencoded", parts.form().get());
        }
        return content(
                "application/json", Values.json(parts.json().orElseGet(Map::of)).toString());
    }

    private static HttpCall.Content content(String mediaType, String text) {
        return new HttpCall.Content(mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        http.close();
    }
}
