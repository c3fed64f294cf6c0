package vn.nhip.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.nhip.spi.Auth;
import vn.nhip.spi.Secret;
import vn.nhip.store.Keys;
import vn.nhip.store.Store;

/** The connections of one workspace: listed, made anew, removed. */
public final class Connections {

    private final Store store;
    private final Keys keys;
    private final Clock clock;
    private final long workspace;

    public Connections(Store store, Keys keys, Clock clock, long workspace) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
        this.workspace = workspace;
    }

    /** All of them, by name. */
    public List<Connection> list() {
        return store.read(handle -> handle.createQuery("SELECT * FROM connection WHERE workspace_id = ? ORDER BY name")
                .bind(0, workspace)
                .map((row, context) -> connection(row))
                .list());
    }

    public Optional<Connection> find(String name) {
        return list().stream()
                .filter(connection -> connection.name().equals(name))
                .findFirst();
    }

    /** Makes the connection, or replaces the credential of the one that has the name; all or nothing, at once. */
    public Connection put(String name, String provider, Credential credential) {
        store.write(handle -> {
            long id = upsert(handle, name, provider, credential);
            Vault vault = new Vault(keys, workspace, id);
            vault.wipe(handle);
            credential.secrets().forEach((kept, secret) -> vault.put(handle, kept.id(), secret));
            credential
                    .settings()
                    .forEach((setting, secret) -> vault.put(handle, SecretName.ofSetting(setting), secret));
            return id;
        });
        return find(name).orElseThrow();
    }

    /** Forgets the connection and its secrets; false when there is none of this name. */
    public boolean remove(String name) {
        return find(name)
                .map(found -> store.write(handle -> {
                    new Vault(keys, workspace, found.id()).wipe(handle);
                    return handle.execute(
                            "DELETE FROM connection WHERE workspace_id = ? AND id = ?", workspace, found.id());
                }))
                .isPresent();
    }

    /** The secrets that the connector asks for beside the token, by setting. */
    public Map<String, Secret> settings(Connection connection) {
        return store.read(handle -> new Vault(keys, workspace, connection.id()).settings(handle));
    }

    /** The secret of the app through which someone agreed. */
    public Optional<Secret> clientSecret(Connection connection) {
        return secret(connection, SecretName.CLIENT_SECRET);
    }

    /** The address of a service account, to which people give rights as they would to a colleague. */
    public Optional<String> serviceAddress(Connection connection) {
        return secret(connection, SecretName.KEY_FILE)
                .map(file -> ServiceAccountKey.of(file).email());
    }

    Optional<Secret> secret(Connection connection, SecretName name) {
        return store.read(handle -> new Vault(keys, workspace, connection.id()).find(handle, name));
    }

    private long upsert(Handle handle, String name, String provider, Credential credential) {
        return handle.createQuery("INSERT INTO connection (workspace_id, id, name, provider, way, client_id, scopes,"
                        + " state, made_at, ends_at, token_expires_at) SELECT :workspace, COALESCE(MAX(id), 0) + 1, :name,"
                        + " :provider, :way, :client, :scopes, 'OK', :now, :ends, :expires FROM connection"
                        + " WHERE workspace_id = :workspace ON CONFLICT (workspace_id, name) DO UPDATE SET"
                        + " provider = excluded.provider, way = excluded.way, client_id = excluded.client_id,"
                        + " scopes = excluded.scopes, state = 'OK', reason = NULL, made = connection.made + 1,"
                        + " made_at = excluded.made_at, ends_at = excluded.ends_at, renewed_at = NULL, refusal = 'NONE',"
                        + " token_expires_at = excluded.token_expires_at, token_version = connection.token_version + 1,"
                        + " renewing_by = NULL, renewing_until = 0 RETURNING id")
                .bind("workspace", workspace)
                .bind("name", name)
                .bind("provider", provider)
                .bind("way", credential.way().name())
                .bind("client", credential.clientId().orElse(null))
                .bind("scopes", String.join(" ", credential.scopes()))
                .bind("now", clock.millis())
                .bind("ends", millis(credential.ends()))
                .bind("expires", millis(credential.tokenExpires()))
                .mapTo(Long.class)
                .one();
    }

    static @org.jspecify.annotations.Nullable Long millis(Optional<Instant> instant) {
        return instant.map(Instant::toEpochMilli).orElse(null);
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    static Connection connection(ResultSet row) throws SQLException {
        return new Connection(
                row.getLong("id"),
                row.getString("name"),
                row.getString("provider"),
                Auth.Way.valueOf(row.getString("way")),
                Optional.ofNullable(row.getString("client_id")),
                Arrays.stream(row.getString("scopes").split(" ", -1))
                        .filter(scope -> !scope.isEmpty())
                        .toList(),
                new Connection.Standing(
                        Connection.State.valueOf(row.getString("state")), Optional.ofNullable(row.getString("reason"))),
                new Connection.Life(
                        row.getInt("made"),
                        Instant.ofEpochMilli(row.getLong("made_at")),
                        instant(row, "renewed_at"),
                        instant(row, "ends_at")));
    }
}
