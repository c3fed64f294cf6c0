package vn.nhip.sync;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorFactory;

/** The connectors that there are, by id. */
public final class Connectors {

    private final Map<String, ConnectorFactory> byId = new TreeMap<>();

    public Connectors(Iterable<ConnectorFactory> factories) {
        factories.forEach(factory -> byId.put(factory.spec().id(), factory));
    }

    /** Those on the class path. */
    public static Connectors installed() {
        return new Connectors(ServiceLoader.load(ConnectorFactory.class));
    }

    /** All of them, by id. */
    public Collection<ConnectorFactory> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    public Optional<ConnectorFactory> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The connector of this id.
     *
     * @throws ConnectorException SETTINGS, naming those that there are
     */
    public ConnectorFactory require(String id) {
        return find(id).orElseThrow(() -> ConnectorException.settings(
                "there is no connector '" + id + "'; choose one of " + String.join(", ", byId.keySet())));
    }
}
