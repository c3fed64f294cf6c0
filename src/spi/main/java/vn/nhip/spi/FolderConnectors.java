package vn.nhip.spi;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Offers connectors that are folders of files and no code. Found by {@link java.util.ServiceLoader}; keeps no state.
 */
public interface FolderConnectors {

    /**
     * The connector that this folder holds; its id is the folder's name. None when the folder holds something else.
     *
     * @throws RuntimeException when its files are wrong; the message names every fault with file and line
     */
    Optional<ConnectorFactory> load(Path folder);
}
