package vn.nhip.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Secret;
import vn.nhip.store.Dialect;
import vn.nhip.store.Keys;
import vn.nhip.store.Notices;
import vn.nhip.store.Store;

/** The token of one connection in the store; every change is a transaction of its own and loses against a newer token. */
final class TokenRow {

    private static final long ASKING_MILLIS = 90_000;
    private static final String ROW = " WHERE workspace_id = :workspace AND id = :id AND token_version = :version";

    private final Store store;
    private final Clock clock;
    private final Keys keys;
    private final long workspace;
    private final long id;

    TokenRow(Store store, Keys keys, Clock clock, long workspace, long id) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
        this.workspace = workspace;
        this.id = id;
    }

    /**
     * The connection as it is now.
     *
     * @throws ConnectorException SETTINGS when it was removed meanwhile
     */
    Held read() {
        return store.read(handle -> handle.createQuery("SELECT * FROM connection WHERE workspace_id = ? AND id = ?")
                .bind(0, workspace)
                .bind(1, id)
                .map((row, context) -> held(handle, row))
                .findOne()
                .orElseThrow(() -> ConnectorException.settings("the connection was removed; run 'nhip connect'")));
    }

    Optional<Secret> secret(SecretName name) {
        return store.read(handle -> vault().find(handle, name));
    }

    /** Says that this process asks the provider now; false when another does, or the token changed. */
    boolean claim(Held held) {
        // A SQLite file has one process: what another one left behind is a dead one's.
        String free = store.dialect() == Dialect.SQLITE
                ? ""
                : " AND (renewing_by IS NULL OR renewing_by = :owner OR renewing_until < " + now() + ")";
        return update(
                "UPDATE connection SET renewing_by = :owner, renewing_until = " + now() + " + :held" + ROW + free,
                held,
                Map.of("owner", store.instance(), "held", ASKING_MILLIS));
    }

    /** Makes the new pair durable; false when another token came first, which then holds. */
    boolean keep(Held held, Grant grant) {
        Held.Refusal refusal =
                held.refusal() == Held.Refusal.NONE ? Held.Refusal.NONE : Held.Refusal.MADE_AFTER_REFUSAL;
        return store.write(handle -> {
            int changed = handle.createUpdate("UPDATE connection SET token_version = token_version + 1,"
                            + " token_expires_at = :expires, renewed_at = :now, refusal = :refusal, renewing_by = NULL,"
                            + " renewing_until = 0, ends_at = COALESCE(:ends, ends_at)" + ROW)
                    .bind("expires", Connections.millis(grant.expires()))
                    .bind("ends", Connections.millis(grant.ends()))
                    .bind("now", clock.millis())
                    .bind("refusal", refusal.name())
                    .bind("workspace", workspace)
                    .bind("id", id)
                    .bind("version", held.version())
                    .execute();
            if (changed == 1) {
                vault().put(handle, SecretName.ACCESS_TOKEN.id(), grant.token());
                grant.refreshToken().ifPresent(next -> vault().put(handle, SecretName.REFRESH_TOKEN.id(), next));
            }
            return changed == 1;
        });
    }

    /** The provider could not be asked: the next one may. */
    void letGo(Held held) {
        update("UPDATE connection SET renewing_by = NULL, renewing_until = 0" + ROW, held, Map.of());
    }

    void refused(Held held) {
        update("UPDATE connection SET refusal = :refusal" + ROW, held, Map.of("refusal", Held.Refusal.REFUSED.name()));
    }

    /** Nothing helps but a person; whoever notices first leaves one notice. False when the token changed meanwhile. */
    boolean giveUp(Held held, String reason) {
        return store.write(handle -> {
            int changed = handle.createUpdate("UPDATE connection SET state = 'RECONNECT', reason = :reason,"
                            + " renewing_by = NULL, renewing_until = 0" + ROW)
                    .bind("reason", reason)
                    .bind("workspace", workspace)
                    .bind("id", id)
                    .bind("version", held.version())
                    .execute();
            if (changed == 1) {
                new Notices(store, clock)
                        .write(handle, workspace, ConnectionNotice.reconnect(held.connection(), reason));
            }
            return changed == 1;
        });
    }

    private boolean update(String sql, Held held, Map<String, ?> values) {
        return store.write(handle -> handle.createUpdate(sql)
                        .bindMap(values)
                        .bind("workspace", workspace)
                        .bind("id", id)
                        .bind("version", held.version())
                        .execute()
                == 1);
    }

    private Held held(Handle handle, ResultSet row) throws SQLException {
        return new Held(
                Connections.connection(row),
                row.getLong("token_version"),
                Held.Refusal.valueOf(row.getString("refusal")),
                row.getString("renewing_by") != null,
                vault().find(handle, SecretName.ACCESS_TOKEN),
                Connections.instant(row, "token_expires_at"));
    }

    private Vault vault() {
        return new Vault(keys, workspace, id);
    }

    private String now() {
        return store.dialect().nowMillis();
    }
}
