package vn.nhip.web;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.nhip.app.Connecting;
import vn.nhip.connection.Connection;
import vn.nhip.connection.Credential;
import vn.nhip.spi.Auth;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.Secret;
import vn.nhip.spi.Setting;

/** The form in which somebody gives what is secret; nothing of it is ever shown again. */
final class KeyForm {

    enum Way {
        /** Through a connection that is there, or none at all. */
        EXISTING,
        KEY,
        OAUTH
    }

    private final Context context;
    private final Connecting connecting;
    private final ConnectorSpec spec;

    KeyForm(Context context, Connecting connecting, ConnectorSpec spec) {
        this.context = context;
        this.connecting = connecting;
        this.spec = spec;
    }

    Way way() {
        return switch (sent("way")) {
            case "oauth-code" -> Way.OAUTH;
            case "service-account", "token" -> Way.KEY;
            default -> Way.EXISTING;
        };
    }

    /** The connection that is made anew, used, or made: empty where a source wants none. */
    String connection() {
        Optional<Connection> named = connecting.find(sent(again() ? "again" : "connection"));
        if (spec.auth().isEmpty()) {
            return "";
        }
        boolean wanted = way() == Way.EXISTING || again();
        if (wanted) {
            return named.filter(found -> found.provider().equals(auth().provider()))
                    .orElseThrow(() -> new Refused(404, "not-found"))
                    .name();
        }
        return connecting.freshName(auth().provider());
    }

    boolean again() {
        return !sent("again").isEmpty();
    }

    Auth auth() {
        return connecting.wanted(List.of(spec.id())).auth();
    }

    Credential credential() {
        if (sent("way").equals("service-account") && auth().ways().contains(Auth.Way.SERVICE_ACCOUNT)) {
            List<String> scopes = connecting.wanted(List.of(spec.id())).scopes();
            return Credential.serviceAccount(secret("key-file"), scopes, secrets());
        }
        if (!auth().ways().contains(Auth.Way.TOKEN)) {
            throw new Refused(400, "form");
        }
        return Credential.token(secret("token"), secrets(), ends());
    }

    /** Through the app that the form names; a secret left empty is that of the app that was used before. */
    ConsentDesk.Asking asking() {
        if (!auth().ways().contains(Auth.Way.OAUTH_CODE)) {
            throw new Refused(400, "form");
        }
        String clientId = sent("client-id").strip();
        if (clientId.isEmpty()) {
            throw ConnectorException.settings("client-id");
        }
        Secret secret = sent("client-secret").isBlank()
                ? before(clientId).orElseThrow(() -> ConnectorException.settings("client-secret"))
                : secret("client-secret");
        return new ConsentDesk.Asking(connecting.wanted(List.of(spec.id())), clientId, secret, secrets());
    }

    private Optional<Secret> before(String clientId) {
        return connecting.list().stream()
                .filter(known -> known.provider().equals(auth().provider()))
                .filter(known -> known.clientId().equals(Optional.of(clientId)))
                .flatMap(known -> connecting.clientSecret(known).stream())
                .findFirst();
    }

    /** The connector's own; those left empty stay as they were. */
    private Map<String, Secret> secrets() {
        Map<String, Secret> secrets = new TreeMap<>(again() ? connecting.secrets(sent("again")) : Map.of());
        for (Setting setting : connecting.wanted(List.of(spec.id())).secrets()) {
            String given = sent("secret." + setting.name()).strip();
            if (!given.isEmpty()) {
                secrets.put(setting.name(), Secret.of(given));
            } else if (setting.fallback().isEmpty() && !secrets.containsKey(setting.name())) {
                throw ConnectorException.settings(setting.name());
            }
        }
        return secrets;
    }

    private Secret secret(String field) {
        String given = sent(field).strip();
        if (given.isEmpty()) {
            throw ConnectorException.settings(field);
        }
        return Secret.of(given);
    }

    private Optional<java.time.Instant> ends() {
        try {
            return Optional.of(sent("ends"))
                    .filter(day -> !day.isEmpty())
                    .map(LocalDate::parse)
                    .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeParseException wrong) {
            throw new Refused(400, "form");
        }
    }

    private String sent(String field) {
        return Doors.sent(context, field);
    }
}
