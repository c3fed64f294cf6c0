package vn.nhip.login;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.nhip.spi.Secret;
import vn.nhip.store.Store;

/** The people of one workspace. */
public final class Users {

    private static final String SELECT =
            "SELECT id, name, role, state, password FROM login_user WHERE workspace_id = ?";
    private static final int LONGEST_NAME = 80;

    private final Store store;
    private final long workspace;
    private final Clock clock;
    private final Passwords passwords;
    private final String nobodysHash;

    Users(Store store, long workspace, Clock clock, Passwords passwords) {
        this.store = store;
        this.workspace = workspace;
        this.clock = clock;
        this.passwords = passwords;
        this.nobodysHash = passwords.unknown();
    }

    private record Row(User user, String password) {}

    public boolean nobody() {
        return list().isEmpty();
    }

    public List<User> list() {
        return store.read(handle -> handle.createQuery(SELECT + " ORDER BY name")
                .bind(0, workspace)
                .map((row, context) -> row(row).user())
                .list());
    }

    public Optional<User> find(long id) {
        return store.read(handle -> handle.createQuery(SELECT + " AND id = ?")
                .bind(0, workspace)
                .bind(1, id)
                .map((row, context) -> row(row).user())
                .findOne());
    }

    public Optional<User> find(String name) {
        return row(name).map(Row::user);
    }

    /** The person, when the password is theirs; an unknown name takes as long as a wrong password. */
    public Optional<User> check(String name, Secret password) {
        Optional<Row> found = row(name);
        boolean right = passwords.matches(password, found.map(Row::password).orElse(nobodysHash));
        if (!right || found.isEmpty() || !found.get().user().active()) {
            return Optional.empty();
        }
        User user = found.get().user();
        if (Passwords.outdated(found.get().password())) {
            setHash(user.id(), passwords.hash(password));
        }
        return Optional.of(user);
    }

    /** The person of this name, added with a password that nobody knows when there is none. */
    public User withoutPassword(String name, Role role) {
        String hash = passwords.unknown();
        return find(name)
                .or(() -> store.write(handle -> add(handle, name, role, hash)))
                .orElseThrow();
    }

    /** Gives a person another role, or switches them off or on; what they have open ends. False where it would leave no admin. */
    public boolean change(long id, Role role, boolean active) {
        return store.write(handle -> {
            long admins = handle.createQuery("SELECT COUNT(*) FROM login_user WHERE workspace_id = ? AND id <> ?"
                            + " AND role = 'admin' AND state = 'active'")
                    .bind(0, workspace)
                    .bind(1, id)
                    .mapTo(Long.class)
                    .one();
            boolean staysAdmin = role == Role.ADMIN && active;
            if (admins == 0 && !staysAdmin) {
                return false;
            }
            handle.execute(
                    "UPDATE login_user SET role = ?, state = ? WHERE workspace_id = ? AND id = ?",
                    role.id(),
                    active ? "active" : "off",
                    workspace,
                    id);
            endSessions(handle, id);
            return true;
        });
    }

    /** Sets a password; all that the person has open ends. */
    public void setPassword(long id, Secret password) {
        setHash(id, passwords.hash(password));
        store.write(handle -> {
            endSessions(handle, id);
            return id;
        });
    }

    private void setHash(long id, String hash) {
        store.write(handle -> handle.execute(
                "UPDATE login_user SET password = ? WHERE workspace_id = ? AND id = ?", hash, workspace, id));
    }

    private void endSessions(Handle handle, long id) {
        handle.execute("DELETE FROM login_session WHERE workspace_id = ? AND user_id = ?", workspace, id);
    }

    /** Adds a person within a transaction; empty when the name is taken. */
    Optional<User> add(Handle handle, String name, Role role, String hash) {
        return handle.createQuery("INSERT INTO login_user (workspace_id, id, name, role, password, state, made_at)"
                        + " SELECT :workspace, COALESCE(MAX(id), 0) + 1, :name, :role, :password, 'active', :now"
                        + " FROM login_user WHERE workspace_id = :workspace"
                        + " ON CONFLICT (workspace_id, name) DO NOTHING RETURNING id")
                .bind("workspace", workspace)
                .bind("name", normal(name))
                .bind("role", role.id())
                .bind("password", hash)
                .bind("now", clock.millis())
                .mapTo(Long.class)
                .findOne()
                .map(id -> new User(id, normal(name), role, true));
    }

    private Optional<Row> row(String name) {
        return store.read(handle -> handle.createQuery(SELECT + " AND name = ?")
                .bind(0, workspace)
                .bind(1, normal(name))
                .map((row, context) -> row(row))
                .findOne());
    }

    private static Row row(ResultSet row) throws SQLException {
        User user = new User(
                row.getLong("id"),
                row.getString("name"),
                Role.of(row.getString("role")),
                row.getString("state").equals("active"));
        return new Row(user, row.getString("password"));
    }

    /** Names are the same however they are typed: case, spaces around, composed or not. */
    static String normal(String name) {
        String text = Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME);
    }
}
