package vn.nhip.spi;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a connection to a source comes about.
 *
 * <p>Shape: connections are shared by the connectors of one {@code provider} (one Google login may serve two of them).
 * {@code oauth} is there when a {@link Way} needs it. The connection's own secrets (an app secret, a developer token)
 * are settings of type SECRET.
 */
public record Auth(String provider, Set<Way> ways, Optional<OAuth> oauth) {

    public enum Way {
        /** A person agrees in the browser: code flow with PKCE; the engine renews. */
        OAUTH_CODE,
        /** A key file of a robot account, exchanged for access tokens. */
        SERVICE_ACCOUNT,
        /** A token that the user makes in the source and pastes here. */
        TOKEN
    }

    /**
     * The vendor's addresses, the least scopes, and what else the consent request must say; {@code revoke} is where a
     * token is given back, when the vendor offers it.
     */
    public record OAuth(
            URI authorize, URI token, List<String> scopes, Map<String, String> parameters, Optional<URI> revoke) {
        public OAuth {
            scopes = List.copyOf(scopes);
            parameters = Map.copyOf(parameters);
        }

        /** Of a vendor with whom tokens cannot be given back. */
        public OAuth(URI authorize, URI token, List<String> scopes, Map<String, String> parameters) {
            this(authorize, token, scopes, parameters, Optional.empty());
        }
    }

    public Auth {
        Names.requireKebab(provider, "provider");
        ways = Set.copyOf(ways);
        boolean needsOAuth = ways.contains(Way.OAUTH_CODE) || ways.contains(Way.SERVICE_ACCOUNT);
        if (ways.isEmpty() || (needsOAuth && oauth.isEmpty())) {
            throw new IllegalArgumentException("provider " + provider + " needs a way in, and addresses for OAuth");
        }
    }

    /** A pasted token only. */
    public static Auth token(String provider) {
        return new Auth(provider, Set.of(Way.TOKEN), Optional.empty());
    }
}
