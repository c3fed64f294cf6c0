package vn.nhip.connection;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.spi.Auth;
import vn.nhip.spi.Secret;
import vn.nhip.store.Keys;
import vn.nhip.store.Store;
import vn.nhip.store.Workspaces;

/** A store with one workspace and a clock that a test moves. */
final class Desk implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-23T02:00:00Z");

    final Store store;
    final Keys keys;
    final long workspace;
    final HandClock clock = new HandClock();

    Desk(Path folder) {
        this(Store.sqlite(folder.resolve("nhip.db")), folder);
    }

    Desk(Store store, Path folder) {
        this.store = store;
        this.keys = Keys.open(folder.resolve("keys"), store);
        this.workspace = new Workspaces(store)
                .ensure(new Workspaces.Workspace("shop", ZoneId.of("Asia/Ho_Chi_Minh"), "VND", ""));
    }

    Connections connections() {
        return new Connections(store, keys, clock, workspace);
    }

    /** A login whose access token has ended. */
    Connection expiredLogin(String name) {
        return connections()
                .put(
                        name,
                        "google",
                        new Credential(
                                Auth.Way.OAUTH_CODE,
                                Optional.of("client-1"),
                                List.of("read"),
                                Map.of(
                                        SecretName.ACCESS_TOKEN,
                                        Secret.of("old-access"),
                                        SecretName.REFRESH_TOKEN,
                                        Secret.of("refresh-0"),
                                        SecretName.CLIENT_SECRET,
                                        Secret.of("client-secret-1")),
                                Map.of("developer-token", Secret.of("developer-1")),
                                Optional.of(clock.instant().minusSeconds(1)),
                                Optional.empty()));
    }

    ConnectionAccess access(Connection connection, Renewal renewal) {
        return new ConnectionAccess(new TokenRow(store, keys, clock, workspace, connection.id()), renewal, clock);
    }

    List<String> rows(String sql) {
        return store.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    List<String> notices() {
        return rows("SELECT kind FROM outbox ORDER BY id");
    }

    @Override
    public void close() {
        store.close();
    }

    /** Stands until it is moved. */
    static final class HandClock extends Clock {

        private volatile Instant now = START;

        synchronized void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }
}
