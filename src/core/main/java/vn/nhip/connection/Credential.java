package vn.nhip.connection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.spi.Auth;
import vn.nhip.spi.Secret;

/**
 * What someone gives, or a provider grants, to make a connection.
 *
 * <p>Shape: {@code secrets} by name as the engine keeps them; {@code settings} are the connector's own secrets by setting;
 * {@code tokenExpires} is of the access token, {@code ends} of the whole connection, both where known.
 */
public record Credential(
        Auth.Way way,
        Optional<String> clientId,
        List<String> scopes,
        Map<SecretName, Secret> secrets,
        Map<String, Secret> settings,
        Optional<Instant> tokenExpires,
        Optional<Instant> ends) {

    public Credential {
        scopes = List.copyOf(scopes);
        secrets = Map.copyOf(secrets);
        settings = Map.copyOf(settings);
    }

    /** A token made in the source and pasted here. */
    public static Credential token(Secret token, Map<String, Secret> settings, Optional<Instant> ends) {
        return new Credential(
                Auth.Way.TOKEN,
                Optional.empty(),
                List.of(),
                Map.of(SecretName.ACCESS_TOKEN, token),
                settings,
                ends,
                ends);
    }

    /**
     * The key file of a service account; its access tokens are fetched when they are needed.
     *
     * @throws vn.nhip.spi.ConnectorException SETTINGS when it is no such file
     */
    public static Credential serviceAccount(Secret keyFile, List<String> scopes, Map<String, Secret> settings) {
        ServiceAccountKey.of(keyFile);
        return new Credential(
                Auth.Way.SERVICE_ACCOUNT,
                Optional.empty(),
                scopes,
                Map.of(SecretName.KEY_FILE, keyFile),
                settings,
                Optional.empty(),
                Optional.empty());
    }
}
