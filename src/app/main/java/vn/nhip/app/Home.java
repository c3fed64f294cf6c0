package vn.nhip.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where one installation keeps its things: configuration, data and keys apart, and what it exports. */
public record Home(Path folder) {

    /** The folder that was named, else {@code NHIP_HOME}, else {@code .nhip} in the user's home. */
    public static Home find(Optional<Path> named, Map<String, String> environment) {
        return new Home(named.or(() -> Optional.ofNullable(environment.get("NHIP_HOME"))
                        .filter(text -> !text.isBlank())
                        .map(Path::of))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".nhip"))
                .toAbsolutePath()
                .normalize());
    }

    public Path configFile() {
        return folder.resolve("config/nhip.yaml");
    }

    public Path operatorFile() {
        return folder.resolve("config/operator.yaml");
    }

    public Path database() {
        return folder.resolve("data/nhip.db");
    }

    public Path keys() {
        return folder.resolve("keys");
    }

    public Path exports() {
        return folder.resolve("exports");
    }

    /** The shipped catalogue, then the user's own additions to it. */
    public List<Path> catalogueFolders() {
        return Stream.of(install().resolve("config/kpis"), folder.resolve("config/kpis"))
                .filter(Files::isDirectory)
                .toList();
    }

    /** The operator's own connectors, then those that come along. */
    public List<Path> connectorFolders() {
        return List.of(ownConnectors(), install().resolve("connectors"));
    }

    /** Where an operator puts connectors. */
    public Path ownConnectors() {
        return folder.resolve("config/connectors");
    }

    /** The checkout that this program was built from. */
    public static Path install() {
        return Path.of(System.getProperty("nhip.install", System.getProperty("nhip.root", ".")))
                .toAbsolutePath()
                .normalize();
    }
}
