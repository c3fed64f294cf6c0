package vn.nhip.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.FolderConnectors;

/** The connectors that lie in folders: the folder's name is the id, the first folder of a name counts. */
final class ConnectorShelf {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final List<FolderConnectors> kinds;
    private final Map<String, Path> byId = new TreeMap<>();
    private final Map<String, Optional<ConnectorFactory>> loaded = new ConcurrentHashMap<>();

    ConnectorShelf(List<FolderConnectors> kinds, List<Path> folders) {
        this.kinds = List.copyOf(kinds);
        folders.stream().flatMap(folder -> below(folder).stream()).forEach(this::keep);
    }

    static ConnectorShelf of(List<Path> folders) {
        List<FolderConnectors> kinds = new ArrayList<>();
        ServiceLoader.load(FolderConnectors.class).forEach(kinds::add);
        return new ConnectorShelf(kinds, folders);
    }

    private void keep(Path folder) {
        String name = Objects.requireNonNull(folder.getFileName(), "a folder has a name")
                .toString();
        if (ID.matcher(name).matches()) {
            byId.putIfAbsent(name, folder);
        }
    }

    private static List<Path> below(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list " + folder, unreadable);
        }
    }

    Set<String> ids() {
        return byId.keySet();
    }

    /** @throws RuntimeException when its files are wrong */
    Optional<ConnectorFactory> find(String id) {
        Path folder = byId.get(id);
        return folder == null ? Optional.empty() : loaded.computeIfAbsent(id, any -> load(folder));
    }

    private Optional<ConnectorFactory> load(Path folder) {
        return kinds.stream().flatMap(kind -> kind.load(folder).stream()).findFirst();
    }

    Optional<ConnectorFactory> findUsable(String id) {
        try {
            return find(id);
        } catch (RuntimeException wrong) {
            return Optional.empty();
        }
    }

    /** Read side by side: a folder takes some tens of milliseconds in a process that has just begun. */
    Collection<ConnectorFactory> usable() {
        return byId.keySet().parallelStream()
                .flatMap(id -> findUsable(id).stream())
                .toList();
    }

    Map<String, String> broken() {
        Map<String, String> broken = new LinkedHashMap<>();
        for (String id : byId.keySet()) {
            try {
                find(id);
            } catch (RuntimeException wrong) {
                broken.put(id, String.valueOf(wrong.getMessage()));
            }
        }
        return broken;
    }
}
