package vn.nhip.connection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.nhip.spi.Auth;

/** One credential at one provider, without its secrets. */
public record Connection(
        long id,
        String name,
        String provider,
        Auth.Way way,
        Optional<String> clientId,
        List<String> scopes,
        Standing standing,
        Life life) {

    public enum State {
        OK,
        /** Nothing can be read until someone connects again. */
        RECONNECT
    }

    /** Whether it works; {@code reason} says in a few plain words why not. */
    public record Standing(State state, Optional<String> reason) {}

    /**
     * Its instants, UTC.
     *
     * <p>Shape: {@code ends} is when someone must reconnect anyway, where that is known; {@code made} counts how often
     * someone connected, the first time included.
     */
    public record Life(int made, Instant madeAt, Optional<Instant> renewedAt, Optional<Instant> ends) {}

    public Connection {
        scopes = List.copyOf(scopes);
    }

    /** Whether it was made for what this connector needs; of a pasted token nobody can tell. */
    public boolean serves(Auth auth) {
        List<String> needed = auth.oauth().map(Auth.OAuth::scopes).orElse(List.of());
        return provider.equals(auth.provider()) && (way == Auth.Way.TOKEN || scopes.containsAll(needed));
    }
}
