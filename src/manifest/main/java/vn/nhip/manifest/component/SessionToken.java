package vn.nhip.manifest.component;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.nhip.kit.http.HttpReply;
import vn.nhip.manifest.tree.Component;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.manifest.tree.Template;
import vn.nhip.spi.ConnectorException;

/** A token that a log-in gives, put where the source wants it. */
record SessionToken(Requester login, List<Template> path, Optional<Duration> life, Use use, String place)
        implements Authenticator, TokenCall {

    /** Where the token goes; without an option it is a bearer token. */
    record Use(Optional<RequestOption> option, Optional<Template> text) {}

    static SessionToken of(Component component) {
        component.allow(
                "login_requester", "session_token_path", "expiration_duration", "request_authentication", "decoder");
        Component request = component.child("request_authentication", "");
        boolean bearer = request.type().equals("Bearer");
        if (!bearer && !request.type().equals("ApiKey")) {
            throw request.unsupported("a use of a session token");
        }
        request.allow(bearer ? new String[0] : new String[] {"inject_into", "api_token"});
        Use use = new Use(
                bearer
                        ? Optional.empty()
                        : Optional.of(RequestOption.of(request.child("inject_into", "RequestOption"))),
                bearer ? Optional.empty() : request.findTemplate("api_token", Variables.SESSION));
        return new SessionToken(
                Requester.of(component.child("login_requester", "HttpRequester")),
                component.templateList("session_token_path", Variables.CONFIG),
                component.findText("expiration_duration").map(any -> Durations.of(component, "expiration_duration")),
                use,
                component.place());
    }

    @Override
    public void sign(RequestParts parts, Scope scope, Tokens tokens) {
        String token = tokens.fetched(this, scope);
        if (use.option().isEmpty()) {
            Authenticator.bearer(parts, token);
            return;
        }
        String text = use.text()
                .map(template -> template.text(scope.with("session_token", token)))
                .orElse(token);
        use.option().get().put(parts, Authenticator.sendable(text), scope);
    }

    @Override
    public String method() {
        return login.method();
    }

    @Override
    public RequestParts request(Scope scope, Tokens tokens) {
        RequestParts parts = login.begun(scope);
        login.sign(parts, scope, tokens);
        return parts;
    }

    @Override
    public Given given(HttpReply reply, Scope scope) {
        JsonNode at = reply.json();
        for (Template name : path) {
            at = at.path(name.text(scope));
        }
        if (at.asText("").isBlank()) {
            throw ConnectorException.data(reply.call() + " was answered without a session token");
        }
        return new Given(at.asText(), life);
    }
}
