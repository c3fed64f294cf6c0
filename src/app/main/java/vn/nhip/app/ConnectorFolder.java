package vn.nhip.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import vn.nhip.kit.docs.SpecTables;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.sync.Connectors;

/** A connector that is a folder of files: made from the example, and looked over without calling its source. */
public final class ConnectorFolder {

    private static final String EXAMPLE = "booking-form";

    private final Path folder;

    public ConnectorFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** The folder's name, which is the connector's id. */
    public String id() {
        return Objects.requireNonNull(folder.getFileName(), "a folder has a name")
                .toString();
    }

    public Path path() {
        return folder;
    }

    /**
     * What the connector says of itself.
     *
     * @throws ConnectorException SETTINGS, with every fault of its files by line and column
     */
    public ConnectorSpec spec() {
        if (!Files.isRegularFile(folder.resolve("manifest.yaml"))) {
            throw ConnectorException.settings(folder + " holds no manifest.yaml; name the folder of a connector");
        }
        Path above = Objects.requireNonNull(folder.getParent(), "a connector's folder lies in another");
        return Connectors.installed(List.of(above)).require(id()).spec();
    }

    /** What its README lacks; empty when it is as it should be. */
    public List<String> missingInReadme() throws IOException {
        Path readme = folder.resolve("README.md");
        String text = Files.isRegularFile(readme) ? Files.readString(readme).replace("\r\n", "\n") : "";
        List<String> missing = new ArrayList<>();
        for (String table : List.of(SpecTables.settings(spec()), SpecTables.streams(spec()))) {
            if (!text.contains(table)) {
                missing.add(table);
            }
        }
        return missing;
    }

    /**
     * Makes the folder, with the files of the example under its own name and a README of its own.
     *
     * @throws YamlException when there is something already
     */
    public void make() throws IOException {
        if (Files.exists(folder)) {
            throw new YamlException(List.of(folder + ": is there already; nothing was written"));
        }
        Files.createDirectories(folder);
        try (Stream<Path> files =
                Files.list(Home.install().resolve("config/examples/connectors").resolve(EXAMPLE))) {
            for (Path file : files.sorted().toList()) {
                String text = Files.readString(file).replace(EXAMPLE, id());
                Files.writeString(folder.resolve(file.getFileName().toString()), text);
            }
        }
        Files.writeString(folder.resolve("README.md"), readme());
    }

    private String readme() {
        ConnectorSpec spec = spec();
        return "# " + spec.title() + "\n\nWhat it reads, what it never reads, and how to get its credentials.\n\n"
                + "## Settings\n\n" + SpecTables.settings(spec) + "\n## Streams\n\n" + SpecTables.streams(spec);
    }
}
