package vn.nhip.manifest.component;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.manifest.expression.Values;
import vn.nhip.manifest.tree.Component;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.manifest.tree.Template;
import vn.nhip.manifest.tree.Tree;
import vn.nhip.spi.ConnectorException;

/** How a request says who asks. */
interface Authenticator {

    void sign(RequestParts parts, Scope scope, Tokens tokens);

    /** Nobody in particular. */
    record None() implements Authenticator {
        @Override
        public void sign(RequestParts parts, Scope scope, Tokens tokens) {}
    }

    /** A key in a header or elsewhere. */
    record ApiKey(RequestOption option, Template token) implements Authenticator {
        @Override
        public void sign(RequestParts parts, Scope scope, Tokens tokens) {
            option.put(parts, given(token, scope), scope);
        }
    }

    /** A token that the settings hold. */
    record Bearer(Template token) implements Authenticator {
        @Override
        public void sign(RequestParts parts, Scope scope, Tokens tokens) {
            bearer(parts, given(token, scope));
        }
    }

    /** A name and a password. */
    record Basic(Template user, Optional<Template> password) implements Authenticator {
        @Override
        public void sign(RequestParts parts, Scope scope, Tokens tokens) {
            String pair = user.text(scope) + ":"
                    + password.map(given -> given.text(scope)).orElse("");
            authorize(parts, "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** The token of the account's connection, which the engine renews. */
    record Connected(String place) implements Authenticator {
        @Override
        public void sign(RequestParts parts, Scope scope, Tokens tokens) {
            bearer(
                    parts,
                    tokens.connected()
                            .orElseThrow(() -> ConnectorException.settings(place + ": this token is renewed by the"
                                    + " connection; facts.yaml must declare one, with 'oauth'"))
                            .reveal());
        }
    }

    /** The one of several that the settings choose. */
    record Selective(List<Template> path, Map<String, Authenticator> choices, String place) implements Authenticator {
        @Override
        public void sign(RequestParts parts, Scope scope, Tokens tokens) {
            String choice = chosen(scope);
            Authenticator chosen = choices.get(choice);
            if (chosen == null) {
                throw ConnectorException.settings(place + ": '" + choice + "' is no way to log in; choose one of "
                        + String.join(", ", choices.keySet()));
            }
            chosen.sign(parts, scope, tokens);
        }

        private String chosen(Scope scope) {
            Object at = scope.variables().getOrDefault("config", Map.of());
            for (Template name : path) {
                Object inner = at instanceof Map<?, ?> map ? map.get(name.text(scope)) : null;
                if (inner == null) {
                    return "";
                }
                at = inner;
            }
            return Values.text(at);
        }
    }

    static Authenticator of(Component component) {
        return switch (component.type()) {
            case "NoAuth" -> new None();
            case "ApiKeyAuthenticator" -> apiKey(component.allow("api_token", "header", "inject_into"));
            case "BearerAuthenticator" ->
                new Bearer(component.allow("api_token").template("api_token", Variables.CONFIG));
            case "BasicHttpAuthenticator" ->
                new Basic(
                        component.allow("username", "password").template("username", Variables.CONFIG),
                        component.findTemplate("password", Variables.CONFIG));
            case "OAuthAuthenticator" -> OAuth.of(component);
            case "SessionTokenAuthenticator" -> SessionToken.of(component);
            case "JwtAuthenticator" -> Jwt.of(component);
            case "SelectiveAuthenticator" -> selective(component);
            default -> throw component.unsupported("an authenticator");
        };
    }

    private static Authenticator selective(Component component) {
        component.allow("authenticator_selection_path", "authenticators");
        Map<String, Authenticator> choices = new LinkedHashMap<>();
        if (component.require("authenticators") instanceof Tree.Branch branch) {
            branch.entries().forEach((name, tree) -> choices.put(name, of(component.inner(tree, ""))));
        }
        return new Selective(
                component.templateList("authenticator_selection_path", Variables.CONFIG), choices, component.place());
    }

    private static Authenticator apiKey(Component component) {
        RequestOption option = component
                .findChild("inject_into", "RequestOption")
                .map(RequestOption::of)
                .orElseGet(() -> RequestOption.header(component.text("header", "Authorization")));
        return new ApiKey(option, component.template("api_token", Variables.CONFIG));
    }

    static void bearer(RequestParts parts, String token) {
        authorize(parts, "Bearer " + token);
    }

    private static void authorize(RequestParts parts, String value) {
        parts.put(RequestParts.Place.HEADER, "Authorization", sendable(value));
    }

    private static String given(Template token, Scope scope) {
        String text = token.text(scope);
        if (text.isBlank()) {
            throw ConnectorException.settings(
                    "the key that the source is asked with is empty; give it in the settings");
        }
        return sendable(text);
    }

    static String sendable(String text) {
        if (text.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw ConnectorException.access("the key holds a letter that no key has: copy it again and reconnect");
        }
        return text;
    }
}
