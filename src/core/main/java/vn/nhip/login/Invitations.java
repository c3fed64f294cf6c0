package vn.nhip.login;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.nhip.spi.Secret;
import vn.nhip.store.Store;

/** Codes that are good once: whoever has one sets a password and comes in with the role that it names. */
public final class Invitations {

    private static final Duration FIRST = Duration.ofMinutes(30);
    private static final Duration LATER = Duration.ofDays(3);

    private final Store store;
    private final long workspace;
    private final Clock clock;
    private final SecureRandom random;
    private final Passwords passwords;
    private final Users users;

    Invitations(Store store, long workspace, Clock clock, SecureRandom random, Passwords passwords, Users users) {
        this.store = store;
        this.workspace = workspace;
        this.clock = clock;
        this.random = random;
        this.passwords = passwords;
        this.users = users;
    }

    /** An invitation that was not used yet; the name is empty where the person may choose it. */
    public record Invitation(String name, Role role) {}

    /** The code for the first person, who becomes admin; earlier such codes end. Good for half an hour. */
    public Secret first() {
        store.write(handle ->
                handle.execute("DELETE FROM login_invitation WHERE workspace_id = ? AND name = ''", workspace));
        return invite("", Role.ADMIN, FIRST);
    }

    /** The code for one more person. Good for three days. */
    public Secret invite(String name, Role role) {
        return invite(Users.normal(name), role, LATER);
    }

    private Secret invite(String name, Role role, Duration good) {
        Secret code = Token.random(random);
        store.write(handle -> handle.execute(
                "INSERT INTO login_invitation (workspace_id, code, name, role, good_until) VALUES (?, ?, ?, ?, ?)",
                workspace,
                Token.hash(code),
                name,
                role.id(),
                clock.instant().plus(good).toEpochMilli()));
        return code;
    }

    public Optional<Invitation> find(Secret code) {
        return store.read(handle -> handle.createQuery(
                        "SELECT name, role FROM login_invitation WHERE workspace_id = ? AND code = ? AND good_until > ?")
                .bind(0, workspace)
                .bind(1, Token.hash(code))
                .bind(2, clock.millis())
                .map((row, context) -> new Invitation(row.getString("name"), Role.of(row.getString("role"))))
                .findOne());
    }

    /** Uses a code; empty when it was used, is too old, or the name is taken. Of two at once one comes in. */
    public Optional<User> accept(Secret code, String chosenName, Secret password) {
        Optional<Invitation> invitation = find(code);
        if (invitation.isEmpty()) {
            return Optional.empty();
        }
        String named = invitation.get().name();
        String name = named.isEmpty() ? chosenName : named;
        String hash = passwords.hash(password);
        return store.write(handle -> take(handle, code, invitation.get())
                ? users.add(handle, name, invitation.get().role(), hash)
                : Optional.empty());
    }

    private boolean take(Handle handle, Secret code, Invitation invitation) {
        int taken = handle.execute(
                "DELETE FROM login_invitation WHERE workspace_id = ? AND code = ? AND good_until > ?",
                workspace,
                Token.hash(code),
                clock.millis());
        return taken == 1 && (!invitation.name().isEmpty() || isFirst(handle));
    }

    private boolean isFirst(Handle handle) {
        return handle.createQuery("SELECT COUNT(*) FROM login_user WHERE workspace_id = ?")
                        .bind(0, workspace)
                        .mapTo(Long.class)
                        .one()
                == 0;
    }
}
