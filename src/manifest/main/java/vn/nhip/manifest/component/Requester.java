package vn.nhip.manifest.component;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.nhip.manifest.tree.Component;
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

    /** The texts that go into the query, the headers and the body. */
    record Carried(
            Map<String, Template> query,
            Map<String, Template> headers,
            Map<String, Template> form,
            Map<String, Template> json) {}

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
                carried(component),
                component
                        .findChild("authenticator", "NoAuth")
                        .map(Authenticator::of)
                        .orElse(new Authenticator.None()),
                ErrorHandler.of(component.findChild("error_handler", "DefaultErrorHandler")));
    }

    private static Carried carried(Component component) {
        return new Carried(
                component.templates("request_parameters", Variables.REQUEST),
                component.templates("request_headers", Variables.REQUEST),
                component.templates("request_body_data", Variables.REQUEST),
                component.templates("request_body_json", Variables.REQUEST));
    }

    /** The request as far as this component knows it; paging, slices and the key are still to be put in. */
    RequestParts begun(Scope scope) {
        String url = base.text(scope);
        String rest = path.map(each -> each.text(scope)).orElse("");
        RequestParts parts = new RequestParts(rest.isEmpty() ? url : slashed(url) + unslashed(rest));
        parts.putAll(RequestParts.Place.REQUEST_PARAMETER, carried.query(), scope);
        parts.putAll(RequestParts.Place.HEADER, carried.headers(), scope);
        parts.putAll(RequestParts.Place.BODY_DATA, carried.form(), scope);
        parts.putAll(RequestParts.Place.BODY_JSON, carried.json(), scope);
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
