package vn.nhip.cli;

import java.util.List;
import java.util.Locale;
import vn.nhip.connection.Connection;
import vn.nhip.export.Labels;

/** Connections as a table, without anything secret. */
final class ConnectionsText {

    private ConnectionsText() {}

    static String of(List<Connection> connections, Labels labels) {
        if (connections.isEmpty()) {
            return labels.text("connect.none") + System.lineSeparator();
        }
        TextTable table = new TextTable(List.of(
                labels.text("connect.name"),
                labels.text("connect.provider"),
                labels.text("connect.way"),
                labels.text("connect.state"),
                labels.text("connect.ends")));
        for (Connection connection : connections) {
            table.row(
                    connection.name(),
                    connection.provider(),
                    connection.way().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    state(connection.standing(), labels),
                    connection
                            .life()
                            .ends()
                            .map(end -> end.toString().substring(0, 10))
                            .orElse(""));
        }
        return table.render();
    }

    private static String state(Connection.Standing standing, Labels labels) {
        return switch (standing.state()) {
            case OK -> labels.text("connect.ok");
            case RECONNECT -> labels.text("connect.reconnect", standing.reason().orElse(""));
        };
    }
}
