package vn.nhip.spi;

import java.util.List;
import java.util.Optional;

/**
 * What a connector says of itself: the connect form, the docs table, validation and tests are made from this value.
 *
 * <p>Shape: {@code id} is the folder's name under {@code connectors/}; {@code hosts} are the only hosts it may call;
 * {@code versions} of the source's API, the one that it uses first; {@code auth} is absent where nothing is connected.
 */
public record ConnectorSpec(
        String id,
        String title,
        List<Setting> settings,
        List<StreamSpec> streams,
        List<String> hosts,
        Optional<Auth> auth,
        List<ApiVersion> versions) {

    public ConnectorSpec {
        Names.requireKebab(id, "connector id");
        Names.requireText(title, "title of " + id);
        settings = List.copyOf(settings);
        streams = List.copyOf(streams);
        hosts = List.copyOf(hosts);
        versions = List.copyOf(versions);
    }

    /** Of a source that needs no connection and has no versions. */
    public ConnectorSpec(
            String id, String title, List<Setting> settings, List<StreamSpec> streams, List<String> hosts) {
        this(id, title, settings, streams, hosts, Optional.empty(), List.of());
    }

    /**
     * The declared stream of this name.
     *
     * @throws ConnectorException SETTINGS when the connector has no such stream
     */
    public StreamSpec stream(String name) {
        return streams.stream()
                .filter(stream -> stream.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ConnectorException.settings("connector " + id + " has no stream '" + name + "'"));
    }
}
