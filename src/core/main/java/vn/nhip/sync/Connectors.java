package vn.nhip.sync;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorFactory;

/** The connectors that there are, by id: those in code, and those that are folders of files. */
public final class Connectors {

    private final Map<String, ConnectorFactory> inCode = new TreeMap<>();
    private final ConnectorShelf inFolders;

    public Connectors(Iterable<ConnectorFactory> factories) {
        this(factories, new ConnectorShelf(List.of(), List.of()));
    }

    Connectors(Iterable<ConnectorFactory> factories, ConnectorShelf inFolders) {
        factories.forEach(factory -> inCode.put(factory.spec().id(), factory));
        this.inFolders = inFolders;
    }

    /** Those on the class path. */
    public static Connectors installed() {
        return installed(List.of());
    }

    /**
     * Those on the class path, then those below these folders.
     *
     * <p>A connector in code keeps its id; among the folders the first that has one of an id gives it. A folder is read
     * when it is first asked for, so that one that is wrong stops nobody who does not use it.
     */
    public static Connectors installed(List<Path> folders) {
        return new Connectors(ServiceLoader.load(ConnectorFactory.class), ConnectorShelf.of(folders));
    }

    /** All that can be used, by id; {@link #broken} says which folders cannot. */
    public Collection<ConnectorFactory> all() {
        List<ConnectorFactory> usable = new ArrayList<>(inCode.values());
        usable.addAll(inFolders.usable());
        return usable;
    }

    /** The folders whose files are wrong, by id, and what is wrong. */
    public Map<String, String> broken() {
        return inFolders.broken();
    }

    /** The connector of this id, if it can be used: whoever only looks is not stopped by a folder that is wrong. */
    public Optional<ConnectorFactory> find(String id) {
        return Optional.ofNullable(inCode.get(id)).or(() -> inFolders.findUsable(id));
    }

    /**
     * The connector of this id.
     *
     * @throws ConnectorException SETTINGS, naming those that there are, or what is wrong with its files
     */
    public ConnectorFactory require(String id) {
        Optional<ConnectorFactory> found;
        try {
            found = Optional.ofNullable(inCode.get(id)).or(() -> inFolders.find(id));
        } catch (RuntimeException wrong) {
            throw ConnectorException.settings("connector '" + id + "' cannot be used: " + wrong.getMessage());
        }
        return found.orElseThrow(() -> ConnectorException.settings(
                "there is no connector '" + id + "'; choose one of " + String.join(", ", ids())));
    }

    private Set<String> ids() {
        Set<String> ids = new TreeSet<>(inCode.keySet());
        ids.addAll(inFolders.ids());
        return ids;
    }
}
