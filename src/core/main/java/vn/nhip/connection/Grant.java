package vn.nhip.connection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.nhip.spi.Secret;

/**
 * What a provider answered: an access token, perhaps a new refresh token that replaces the old one.
 *
 * <p>Shape: {@code scopes} is empty where the provider does not say what it granted; {@code ends} is of the refresh token.
 */
record Grant(
        Secret token,
        Optional<Instant> expires,
        Optional<Secret> refreshToken,
        Optional<Instant> ends,
        List<String> scopes) {}
