package vn.nhip.connection;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.nhip.kit.http.GuardedHttp;
import vn.nhip.kit.http.HttpCall;
import vn.nhip.kit.http.HttpFailures;
import vn.nhip.kit.http.HttpReply;
import vn.nhip.spi.Auth;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Secret;

/** Where a provider gives tokens, renews them and takes them back. Asks once; retrying is the caller's. */
final class TokenEndpoint implements Renewal {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final GuardedHttp http;
    private final Place place;
    private final Clock clock;

    TokenEndpoint(GuardedHttp http, Place place, Clock clock) {
        this.http = http;
        this.place = place;
        this.clock = clock;
    }

    @Override
    public Grant renew(Connection connection, Function<SecretName, Optional<Secret>> secrets) throws Denied {
        return switch (connection.way()) {
            case OAUTH_CODE ->
                covering(
                        connection.scopes(),
                        ask(
                                new RefreshTokenGrant(new RefreshToken(
                                        kept(secrets, SecretName.REFRESH_TOKEN).reveal())),
                                connection.clientId().orElse(""),
                                secrets.apply(SecretName.CLIENT_SECRET)));
            case SERVICE_ACCOUNT -> {
                ServiceAccountKey key = ServiceAccountKey.of(kept(secrets, SecretName.KEY_FILE));
                yield ask(
                        key.grant(place.vendor().token(), connection.scopes(), clock.instant()), "", Optional.empty());
            }
            case TOKEN -> throw new Denied("a pasted token cannot be renewed");
        };
    }

    /** A person may take back a part of the consent; what is left would fail one call after another. */
    private static Grant covering(List<String> needed, Grant grant) throws Denied {
        if (!grant.scopes().isEmpty() && !grant.scopes().containsAll(needed)) {
            throw new Denied("the consent no longer covers all that is read");
        }
        return grant;
    }

    /** Exchanges a grant for a token. */
    private Grant ask(AuthorizationGrant grant, String clientId, Optional<Secret> clientSecret) throws Denied {
        HttpReply reply = http.send(HttpCall.post(
                place.token(), FORM, form(grant, clientId, clientSecret).getBytes(StandardCharsets.UTF_8)));
        TokenResponse answer = parsed(reply);
        if (answer instanceof AccessTokenResponse granted) {
            return grant(granted);
        }
        throw refused(reply, answer.toErrorResponse().getErrorObject());
    }

    /** What a consent gives, when it gives all that is needed. */
    Credential exchange(Consents.Agreed agreed, Secret clientSecret, Map<String, Secret> settings) {
        AuthorizationGrant code = new AuthorizationCodeGrant(
                new AuthorizationCode(agreed.code().reveal()),
                agreed.ask().redirect(),
                new CodeVerifier(agreed.verifier().reveal()));
        try {
            Grant grant = ask(code, agreed.ask().clientId(), Optional.of(clientSecret));
            return credential(agreed.ask(), grant, clientSecret, settings);
        } catch (Denied denied) {
            throw new ConsentException(
                    ConsentException.Reason.DENIED, "The provider gave no token: " + denied.reason() + ".");
        }
    }

    private Credential credential(Consents.Ask ask, Grant grant, Secret clientSecret, Map<String, Secret> settings) {
        List<String> scopes = place.vendor().scopes();
        if (!grant.scopes().isEmpty() && !grant.scopes().containsAll(scopes)) {
            throw new ConsentException(
                    ConsentException.Reason.TOO_LITTLE,
                    "Not everything was agreed to. Connect again and leave every box ticked.");
        }
        Secret refresh = grant.refreshToken()
                .orElseThrow(() -> new ConsentException(
                        ConsentException.Reason.TOO_LITTLE,
                        "The provider gave no lasting token. Remove the app's access there and connect again."));
        return new Credential(
                Auth.Way.OAUTH_CODE,
                Optional.of(ask.clientId()),
                scopes,
                Map.of(
                        SecretName.ACCESS_TOKEN,
                        grant.token(),
                        SecretName.REFRESH_TOKEN,
                        refresh,
                        SecretName.CLIENT_SECRET,
                        clientSecret),
                settings,
                grant.expires(),
                grant.ends());
    }

    /** Gives a token back, where the provider takes it; whether it did. */
    boolean revoke(Secret token) {
        return place.revoke()
                .map(uri -> http.send(HttpCall.form(uri, Map.of("token", token.reveal())))
                        .successful())
                .orElse(false);
    }

    private String form(AuthorizationGrant grant, String clientId, Optional<Secret> clientSecret) {
        URI to = place.token();
        TokenRequest request = clientSecret
                .map(secret -> new TokenRequest.Builder(
                                to,
                                new ClientSecretPost(
                                        new ClientID(clientId),
                                        new com.nimbusds.oauth2.sdk.auth.Secret(secret.reveal())),
                                grant)
                        .build())
                .orElseGet(() -> clientId.isEmpty()
                        ? new TokenRequest.Builder(to, grant).build()
                        : new TokenRequest.Builder(to, new ClientID(clientId), grant).build());
        return request.toHTTPRequest().getBody();
    }

    private static TokenResponse parsed(HttpReply reply) {
        boolean oauth = reply.successful() || reply.status() == 400 || reply.status() == 401;
        if (!oauth || reply.isWebPage()) {
            throw failure(reply);
        }
        HTTPResponse response = new HTTPResponse(reply.status());
        try {
            response.setContentType("application/json");
            response.setBody(reply.json().toString());
            return TokenResponse.parse(response);
        } catch (ParseException notOAuth) {
            throw failure(reply);
        }
    }

    private static ConnectorException failure(HttpReply reply) {
        return reply.successful() ? later(reply, "what is no token") : HttpFailures.of(reply);
    }

    private static ConnectorException later(HttpReply reply, String what) {
        return ConnectorException.unavailable(
                reply.call() + " was answered with " + what, new IllegalStateException("status " + reply.status()));
    }

    /** What a person must mend is a denial; all else may pass. The provider's own words may hold anything: not shown. */
    private static ConnectorException refused(HttpReply reply, ErrorObject error) throws Denied {
        String code = Optional.ofNullable(error.getCode()).orElse("");
        return switch (code) {
            case "invalid_grant", "access_denied" -> throw new Denied("the consent was withdrawn or has ended");
            case "invalid_client", "unauthorized_client", "deleted_client", "disabled_client" ->
                throw new Denied("the provider does not take the app's client id and secret");
            case "invalid_scope", "insufficient_scope" ->
                throw new Denied("the provider no longer grants what is needed");
            case "temporarily_unavailable", "server_error", "slow_down" -> later(reply, "'" + code + "'");
            default -> HttpFailures.of(reply);
        };
    }

    private Grant grant(AccessTokenResponse granted) {
        AccessToken token = granted.getTokens().getAccessToken();
        Instant now = clock.instant();
        return new Grant(
                Secret.of(token.getValue()),
                seconds(now, token.getLifetime()),
                Optional.ofNullable(granted.getTokens().getRefreshToken()).map(next -> Secret.of(next.getValue())),
                granted.getCustomParameters().get("refresh_token_expires_in") instanceof Number life
                        ? seconds(now, life.longValue())
                        : Optional.empty(),
                Optional.ofNullable(token.getScope()).map(Scope::toStringList).orElse(List.of()));
    }

    private static Optional<Instant> seconds(Instant now, long life) {
        return life > 0 ? Optional.of(now.plusSeconds(life)) : Optional.empty();
    }

    private static Secret kept(Function<SecretName, Optional<Secret>> secrets, SecretName name) throws Denied {
        Optional<Secret> secret = secrets.apply(name);
        if (secret.isEmpty()) {
            throw new Denied("nothing is kept that it could be renewed with");
        }
        return secret.get();
    }
}
