package vn.nhip.kit.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Secret;

/**
 * One request to make.
 *
 * <p>Shape: {@code name} is what messages call it: method, host and path unless told otherwise, never the query.
 */
public record HttpCall(String method, URI uri, Map<String, String> headers, Optional<Content> content, String name) {

    /** What a request carries. */
    @SuppressWarnings("ArrayRecordComponent") // sent, never compared
    public record Content(String mediaType, byte[] bytes) {}

    public HttpCall {
        headers = Map.copyOf(headers);
    }

    public static HttpCall get(URI uri) {
        return new HttpCall("GET", uri, Map.of(), Optional.empty(), named("GET", uri));
    }

    public static HttpCall post(URI uri, String mediaType, byte[] bytes) {
        return new HttpCall("POST", uri, Map.of(), Optional.of(new Content(mediaType, bytes)), named("POST", uri));
    }

    /** A POST of form fields, in the order of their names. */
    public static HttpCall form(URI uri, Map<String, String> fields) {
        return post(uri, "application/x-www-form-urlencoded", encoded(fields).getBytes(StandardCharsets.UTF_8));
    }

    /** Fields as a query or a form has them: {@code a=1&b=x%20y}, in the order of their names. */
    public static String encoded(Map<String, String> fields) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public HttpCall header(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new HttpCall(method, uri, more, content, name);
    }

    /**
     * With this token in the Authorization header.
     *
     * @throws ConnectorException ACCESS when it holds what no token can hold
     */
    public HttpCall bearer(Secret token) {
        return header("Authorization", "Bearer " + sendable(token));
    }

    /** The same request under another name in messages: for addresses that are secrets themselves. */
    public HttpCall called(String words) {
        return new HttpCall(method, uri, headers, content, words);
    }

    private static String sendable(Secret token) {
        if (token.reveal().chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw ConnectorException.access(
                    "the token holds a space or a letter that no token has: copy it again and reconnect");
        }
        return token.reveal();
    }

    private static String named(String method, URI uri) {
        return method + " " + uri.getHost() + uri.getRawPath();
    }

    @Override
    public String toString() {
        return name;
    }
}
