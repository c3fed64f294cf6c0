package vn.nhip.login;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.nhip.spi.Secret;
import vn.nhip.store.Store;

/**
 * Who is logged in: a random token in the browser, its hash here.
 *
 * <p>A session ends after eight hours without a request, after seven days anyway, at logout, and when its person gets
 * another role or password or is switched off.
 */
public final class Sessions {

    private static final Duration IDLE = Duration.ofHours(8);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration NOTED = Duration.ofMinutes(5);

    private final Store store;
    private final long workspace;
    private final Clock clock;
    private final SecureRandom random;
    private final Users users;

    Sessions(Store store, long workspace, Clock clock, SecureRandom random, Users users) {
        this.store = store;
        this.workspace = workspace;
        this.clock = clock;
        this.random = random;
        this.users = users;
    }

    /** An open session; {@code formToken} must come back with whatever changes something. */
    public record Session(User user, String formToken) {}

    private record Row(long user, Instant made, Instant seen) {}

    /** A fresh token for the person; forgets sessions that are over. */
    public Secret open(User user) {
        Secret token = Token.random(random);
        long now = clock.millis();
        store.write(handle -> {
            handle.execute(
                    "DELETE FROM login_session WHERE workspace_id = ? AND (seen_at < ? OR made_at < ?)",
                    workspace,
                    now - IDLE.toMillis(),
                    now - LONGEST.toMillis());
            return handle.execute(
                    "INSERT INTO login_session (workspace_id, token, user_id, made_at, seen_at) VALUES (?, ?, ?, ?, ?)",
                    workspace,
                    Token.hash(token),
                    user.id(),
                    now,
                    now);
        });
        return token;
    }

    /** The session of a token, while it lasts. */
    public Optional<Session> find(Secret token) {
        Instant now = clock.instant();
        Optional<Row> row = row(token)
                .filter(found -> now.isBefore(found.seen().plus(IDLE)))
                .filter(found -> now.isBefore(found.made().plus(LONGEST)));
        row.filter(found -> now.isAfter(found.seen().plus(NOTED))).ifPresent(found -> seen(token, now));
        return row.flatMap(found -> users.find(found.user()))
                .filter(User::active)
                .map(user -> new Session(user, Token.derived(token, "form")));
    }

    public void close(Secret token) {
        store.write(handle -> handle.execute(
                "DELETE FROM login_session WHERE workspace_id = ? AND token = ?", workspace, Token.hash(token)));
    }

    private Optional<Row> row(Secret token) {
        return store.read(handle -> handle.createQuery(
                        "SELECT user_id, made_at, seen_at FROM login_session WHERE workspace_id = ? AND token = ?")
                .bind(0, workspace)
                .bind(1, Token.hash(token))
                .map((row, context) -> new Row(
                        row.getLong("user_id"),
                        Instant.ofEpochMilli(row.getLong("made_at")),
                        Instant.ofEpochMilli(row.getLong("seen_at"))))
                .findOne());
    }

    private void seen(Secret token, Instant now) {
        store.write(handle -> handle.execute(
                "UPDATE login_session SET seen_at = ? WHERE workspace_id = ? AND token = ?",
                now.toEpochMilli(),
                workspace,
                Token.hash(token)));
    }
}
