package vn.nhip.manifest.component;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.nhip.kit.http.HttpReply;
import vn.nhip.manifest.expression.Strftime;
import vn.nhip.manifest.expression.Values;
import vn.nhip.manifest.tree.Component;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.manifest.tree.Template;
import vn.nhip.spi.ConnectorException;

/**
 * A token by OAuth: the connection's, or else one that keys are exchanged for.
 *
 * <p>A refresh token that is replaced at every use must be the connection's: a connector keeps nothing.
 */
record OAuth(Template endpoint, Client client, Extras extras, Names names, String place)
        implements Authenticator, TokenCall {

    private static final String[] FIELDS = {
        "client_id",
        "client_id_name",
        "client_secret",
        "client_secret_name",
        "refresh_token",
        "refresh_token_name",
        "token_refresh_endpoint",
        "access_token_name",
        "access_token_value",
        "expires_in_name",
        "grant_type",
        "grant_type_name",
        "scopes",
        "refresh_request_body",
        "refresh_request_headers",
        "send_refresh_request_as_query_params",
        "token_expiry_date",
        "token_expiry_date_format",
        "refresh_token_error_status_codes",
        "refresh_token_error_key",
        "refresh_token_error_values",
        "refresh_token_updater"
    };

    /** Who asks, in the fields of the request. */
    record Client(Map<String, Template> fields, List<Template> scopes) {}

    /** What else the request carries. */
    record Extras(Map<String, Template> body, Map<String, Template> headers, boolean asQuery) {}

    /** Where the answer holds the token and its end. */
    record Names(Template token, Template life, Optional<Strftime> format) {}

    static Authenticator of(Component component) {
        component.allow(FIELDS);
        boolean rotates = component.find("refresh_token_updater").isPresent();
        if (rotates || component.find("token_refresh_endpoint").isEmpty()) {
            return new Connected(component.place());
        }
        return new OAuth(
                component.template("token_refresh_endpoint", Variables.CONFIG),
                new Client(fields(component), component.templateList("scopes", Variables.CONFIG)),
                new Extras(
                        component.templates("refresh_request_body", Variables.CONFIG),
                        component.templates("refresh_request_headers", Variables.CONFIG),
                        component.yes("send_refresh_request_as_query_params")),
                new Names(
                        component.template("access_token_name", "access_token", Variables.CONFIG),
                        component.template("expires_in_name", "expires_in", Variables.CONFIG),
                        component.findText("token_expiry_date_format").map(format -> format(component, format))),
                component.place());
    }

    private static Map<String, Template> fields(Component component) {
        Map<String, Template> fields = new LinkedHashMap<>();
        fields.put(
                component.text("grant_type_name", "grant_type"),
                component.template("grant_type", "refresh_token", Variables.CONFIG));
        component
                .findTemplate("client_id", Variables.CONFIG)
                .ifPresent(id -> fields.put(component.text("client_id_name", "client_id"), id));
        component
                .findTemplate("client_secret", Variables.CONFIG)
                .ifPresent(secret -> fields.put(component.text("client_secret_name", "client_secret"), secret));
        component
                .findTemplate("refresh_token", Variables.CONFIG)
                .ifPresent(token -> fields.put(component.text("refresh_token_name", "refresh_token"), token));
        return fields;
    }

    private static Strftime format(Component component, String format) {
        try {
            return Strftime.of(format);
        } catch (DateTimeException unknown) {
            throw component.require("token_expiry_date_format").problem(String.valueOf(unknown.getMessage()));
        }
    }

    @Override
    public void sign(RequestParts parts, Scope scope, Tokens tokens) {
        Authenticator.bearer(
                parts, tokens.connected().map(token -> token.reveal()).orElseGet(() -> tokens.fetched(this, scope)));
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public RequestParts request(Scope scope, Tokens tokens) {
        RequestParts parts = new RequestParts(endpoint.text(scope));
        parts.putAll(RequestParts.Place.HEADER, extras.headers(), scope);
        boolean json = parts.header("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).contains("json"))
                .isPresent();
        RequestParts.Place place = extras.asQuery()
                ? RequestParts.Place.REQUEST_PARAMETER
                : json ? RequestParts.Place.BODY_JSON : RequestParts.Place.BODY_DATA;
        parts.putAll(place, extras.body(), scope);
        parts.putAll(place, client.fields(), scope);
        if (!client.scopes().isEmpty()) {
            parts.put(
                    place,
                    "scopes",
                    client.scopes().stream().map(each -> each.text(scope)).toList());
        }
        return parts;
    }

    @Override
    public Given given(HttpReply reply, Scope scope) {
        JsonNode json = reply.json();
        String name = names.token().text(scope);
        String token = json.path(name).asText("");
        if (token.isBlank()) {
            throw ConnectorException.data(reply.call() + " was answered without '" + name + "'");
        }
        return new Given(token, life(json.path(names.life().text(scope)), scope));
    }

    private Optional<Duration> life(JsonNode told, Scope scope) {
        try {
            if (told.isMissingNode() || told.isNull()) {
                return Optional.empty();
            }
            return Optional.of(
                    names.format().isPresent()
                            ? Duration.between(
                                    scope.clock().instant(),
                                    names.format().get().parse(told.asText()).toInstant())
                            : Duration.ofSeconds((long) Double.parseDouble(Values.text(told.asText()))));
        } catch (DateTimeException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }
}
