package vn.nhip.manifest.component;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import vn.nhip.manifest.tree.Component;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.manifest.tree.Template;
import vn.nhip.spi.Access;
import vn.nhip.spi.ConnectorException;

/** How a request says who asks. */
sealed interface Authenticator {

    void sign(RequestParts parts, Scope scope, Access access);

    /** Nobody in particular. */
    record None() implements Authenticator {
        @Override
        public void sign(RequestParts parts, Scope scope, Access access) {}
    }

    /** A key in a header or elsewhere. */
    record ApiKey(RequestOption option, Template token) implements Authenticator {
        @Override
        public void sign(RequestParts parts, Scope scope, Access access) {
            option.put(parts, given(token, scope));
        }
    }

    /** A token that the settings hold. */
    record Bearer(Template token) implements Authenticator {
        @Override
        public void sign(RequestParts parts, Scope scope, Access access) {
            authorize(parts, "Bearer " + given(token, scope));
        }
    }

    /** A name and a password. */
    record Basic(Template user, Optional<Template> password) implements Authenticator {
        @Override
        public void sign(RequestParts parts, Scope scope, Access access) {
            String pair = user.text(scope) + ":"
                    + password.map(given -> given.text(scope)).orElse("");
            authorize(parts, "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** The token of the account's connection, which the engine renews. */
    record Connected() implements Authenticator {
        @Override
        public void sign(RequestParts parts, Scope scope, Access access) {
            authorize(parts, "Bearer " + access.token().reveal());
        }
    }

    static Authenticator of(Component component) {
        return switch (component.type()) {
            case "NoAuth" -> new None();
            case "ApiKeyAuthenticator" -> apiKey(component.allow("api_token", "header", "inject_into"));
            case "BearerAuthenticator" ->
                new Bearer(component.allow("api_token").template("api_token", Variables.CONFIG));
            case "BasicHttpAuthenticator" -> {
                component.allow("username", "password");
                yield new Basic(
                        component.template("username", Variables.CONFIG),
                        component.findTemplate("password", Variables.CONFIG));
            }
            case "OAuthAuthenticator" -> new Connected();
            default -> throw component.unsupported("an authenticator");
        };
    }

    private static Authenticator apiKey(Component component) {
        RequestOption option = component
                .findChild("inject_into", "RequestOption")
                .map(RequestOption::of)
                .orElseGet(() -> new RequestOption(
                        Optional.of(RequestParts.Place.HEADER), component.text("header", "Authorization")));
        return new ApiKey(option, component.template("api_token", Variables.CONFIG));
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

    private static String sendable(String text) {
        if (text.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw ConnectorException.access("the key holds a letter that no key has: copy it again and reconnect");
        }
        return text;
    }
}
