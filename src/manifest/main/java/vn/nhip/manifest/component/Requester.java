package vn.nhip.manifest.component;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.nhip.manifest.tree.Component;
import vn.nhip.manifest.tree.Nested;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.manifest.tree.Template;

/** One kind of HTTP request: address, what it carries, how it is signed, what its failures mean. */
public record Requester(
        Template base,
        Optional<Template> path,
        String method,
        Carried carried,
        Authenticator authenticator,
        ErrorHandler errors) {

    /** What goes into the query, the headers and the body. */
    record Carried(Map<String, Nested> query, Map<String, Template> headers, Body body) {}

    private static final Set<String> METHODS = Set.of("GET", "POST");

    static Requester of(Component component) {
        if (!component.type().equals("HttpRequester")) {
            throw component.unsupported("a requester");
        }
        component.allow(
                "url_base",
                "url",
                "path",
                "http_method",
                "authenticator",
                "error_handler",
                "request_parameters",
                "request_headers",
                "request_body",
                "request_body_data",
                "request_body_json",
                "use_cache");
        String method = component.text("http_method", "GET");
        if (!METHODS.contains(method)) {
            throw component.require("http_method").problem("'" + method + "' is not sent: a source is only read");
        }
        return new Requester(
                component.template(component.find("url").isPresent() ? "url" : "url_base", Variables.REQUEST),
                component.findTemplate("path", Variables.REQUEST),
                method,
                new Carried(
                        QueryFields.of(component),
                        component.templates("request_headers", Variables.REQUEST),
                        Body.of(component)),
                component
                        .findChild("authenticator", "NoAuth")
                        .map(Authenticator::of)
                        .orElse(new Authenticator.None()),
                ErrorHandler.of(component.findChild("error_handler", "DefaultErrorHandler")));
    }

    /** The request as far as this component knows it; paging, slices and the key are still to be put in. */
    RequestParts begun(Scope scope) {
        String url = base.text(scope);
        String rest = path.map(each -> each.text(scope)).orElse("");
        RequestParts parts = new RequestParts(rest.isEmpty() ? url : slashed(url) + unslashed(rest));
        carried.query()
                .forEach((name, value) -> parts.put(RequestParts.Place.REQUEST_PARAMETER, name, value.value(scope)));
        parts.putAll(RequestParts.Place.HEADER, carried.headers(), scope);
        carried.body().put(parts, scope);
        return parts;
    }

    void sign(RequestParts parts, Scope scope, Tokens tokens) {
        authenticator.sign(parts, scope, tokens);
    }

    private static String slashed(String url) {
        return url.endsWith("/") ? url : url + "/";
    }

    private static String unslashed(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }
}
