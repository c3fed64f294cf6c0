package vn.nhip.connection;

import java.time.Instant;
import java.util.Map;
import vn.nhip.store.Notice;

/** What is told of a connection: once per time that someone connected, however many accounts and nights it concerns. */
final class ConnectionNotice {

    private ConnectionNotice() {}

    static Notice reconnect(Connection connection, String reason) {
        return new Notice(
                Notice.Kind.RECONNECT,
                occasion(connection),
                Map.of("connection", connection.name(), "provider", connection.provider(), "message", reason));
    }

    static Notice ends(Connection connection, Instant end) {
        return new Notice(
                Notice.Kind.CONNECTION_ENDS,
                occasion(connection),
                Map.of("connection", connection.name(), "provider", connection.provider(), "ends", end.toString()));
    }

    /** Ids may come back after a removal; the moment of connecting does not. */
    private static String occasion(Connection connection) {
        return connection.name() + "/" + connection.life().madeAt() + "/"
                + connection.life().made();
    }
}
