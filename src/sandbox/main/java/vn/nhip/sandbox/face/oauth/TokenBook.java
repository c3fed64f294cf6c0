package vn.nhip.sandbox.face.oauth;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The tokens that were given out; a login is a family of them that is revoked as a whole. */
final class TokenBook {

    private final OAuthRules rules;
    private final Clock clock;
    private final Map<String, Access> accesses = new HashMap<>();
    private final Map<String, Refresh> refreshes = new HashMap<>();
    private final Set<String> revoked = new HashSet<>();
    private int renewals;

    TokenBook(OAuthRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    private record Access(String login, Instant ends) {}

    private record Refresh(String login, Optional<Instant> usedAt) {}

    /** An access token, and a refresh token where there is one. */
    record Pair(String access, Optional<String> refresh) {}

    synchronized Pair login() {
        String login = UUID.randomUUID().toString();
        return new Pair(access(login), Optional.of(refresh(login)));
    }

    synchronized Pair accessOnly(String account) {
        return new Pair(access(account), Optional.empty());
    }

    /** The next pair; nothing when the refresh token is worth nothing, or was used too long ago. */
    synchronized Optional<Pair> renew(String token) {
        Refresh refresh = refreshes.get(token);
        if (refresh == null || revoked.contains(refresh.login())) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (refresh.usedAt().filter(at -> at.plus(rules.grace()).isBefore(now)).isPresent()) {
            revoked.add(refresh.login());
            return Optional.empty();
        }
        renewals++;
        if (!rules.rotates()) {
            return Optional.of(new Pair(access(refresh.login()), Optional.empty()));
        }
        refreshes.put(token, new Refresh(refresh.login(), refresh.usedAt().or(() -> Optional.of(now))));
        return Optional.of(new Pair(access(refresh.login()), Optional.of(refresh(refresh.login()))));
    }

    synchronized boolean accepts(String token) {
        Access access = accesses.get(token);
        return access != null
                && !revoked.contains(access.login())
                && clock.instant().isBefore(access.ends());
    }

    /** Revokes the login that the token belongs to; false when it is unknown. */
    synchronized boolean revoke(String token) {
        Optional<String> login = Optional.ofNullable(refreshes.get(token))
                .map(Refresh::login)
                .or(() -> Optional.ofNullable(accesses.get(token)).map(Access::login));
        login.ifPresent(revoked::add);
        return login.isPresent();
    }

    synchronized void revokeAll() {
        refreshes.values().forEach(refresh -> revoked.add(refresh.login()));
        accesses.values().forEach(access -> revoked.add(access.login()));
    }

    synchronized int renewals() {
        return renewals;
    }

    long lifeSeconds() {
        return rules.accessLife().toSeconds();
    }

    private String access(String login) {
        String token = "access-" + UUID.randomUUID();
        accesses.put(token, new Access(login, clock.instant().plus(rules.accessLife())));
        return token;
    }

    private String refresh(String login) {
        String token = "refresh-" + UUID.randomUUID();
        refreshes.put(token, new Refresh(login, Optional.empty()));
        return token;
    }
}
