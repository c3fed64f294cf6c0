package vn.nhip.manifest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.FolderConnectors;

/** Offers every folder with a {@code manifest.yaml} as a connector. */
public final class ManifestFolders implements FolderConnectors {

    @Override
    public Optional<ConnectorFactory> load(Path folder) {
        return Files.isRegularFile(folder.resolve("manifest.yaml"))
                ? Optional.of(ManifestFactory.load(folder))
                : Optional.empty();
    }
}
