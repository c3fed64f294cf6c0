package vn.nhip.connection;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import vn.nhip.spi.Secret;
import vn.nhip.store.Keys;
import vn.nhip.store.SecretPlace;
import vn.nhip.store.StoreException;

/** The secrets of one connection, each sealed to its row: what was moved or changed does not open. */
final class Vault {

    private final Keys keys;
    private final long workspace;
    private final long connection;

    Vault(Keys keys, long workspace, long connection) {
        this.keys = keys;
        this.workspace = workspace;
        this.connection = connection;
    }

    void put(Handle handle, String name, Secret secret) {
        handle.execute(
                "INSERT INTO connection_secret (workspace_id, connection_id, name, sealed) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (workspace_id, connection_id, name) DO UPDATE SET sealed = excluded.sealed",
                workspace,
                connection,
                name,
                keys.seal(secret.reveal().getBytes(StandardCharsets.UTF_8), place(name)));
    }

    /**
     * One secret, if it is kept.
     *
     * @throws StoreException when it was moved, changed or sealed with another key
     */
    Optional<Secret> find(Handle handle, SecretName name) {
        return handle.createQuery("SELECT sealed FROM connection_secret WHERE workspace_id = ? AND connection_id = ?"
                        + " AND name = ?")
                .bind(0, workspace)
                .bind(1, connection)
                .bind(2, name.id())
                .mapTo(byte[].class)
                .findOne()
                .map(bytes -> open(bytes, name.id()));
    }

    /** The connector's own secrets, by setting. */
    Map<String, Secret> settings(Handle handle) {
        return handle.createQuery(
                        "SELECT name, sealed FROM connection_secret WHERE workspace_id = ?" + " AND connection_id = ?")
                .bind(0, workspace)
                .bind(1, connection)
                .reduceRows(new TreeMap<>(), (secrets, row) -> {
                    String name = row.getColumn("name", String.class);
                    if (SecretName.isSetting(name)) {
                        secrets.put(SecretName.setting(name), open(row.getColumn("sealed", byte[].class), name));
                    }
                    return secrets;
                });
    }

    void wipe(Handle handle) {
        handle.execute(
                "DELETE FROM connection_secret WHERE workspace_id = ? AND connection_id = ?", workspace, connection);
    }

    private Secret open(byte[] sealed, String name) {
        return Secret.of(new String(keys.open(sealed, place(name)), StandardCharsets.UTF_8));
    }

    private String place(String name) {
        return SecretPlace.of(workspace, connection, name);
    }
}
