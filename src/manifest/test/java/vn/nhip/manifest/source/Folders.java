package vn.nhip.manifest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.nhip.kit.http.HttpLimits;
import vn.nhip.manifest.ManifestFactory;

/** The project's own folders of sources. */
final class Folders {

    private Folders() {}

    static Path of(String id) {
        return Path.of(System.getProperty("nhip.root"), "connectors", id);
    }

    /** The source with pages so small that few records make several. */
    static ManifestFactory smallPages(String id, Path below, int records, HttpLimits limits) {
        try {
            Path folder = Files.createDirectories(below.resolve(records + "/" + id));
            String manifest = Files.readString(of(id).resolve("manifest.yaml"));
            Files.writeString(
                    folder.resolve("manifest.yaml"),
                    manifest.replaceAll("(page_size: |last_page_size < )[0-9]+", "$1" + records));
            Files.writeString(folder.resolve("facts.yaml"), Files.readString(of(id).resolve("facts.yaml")));
            return ManifestFactory.load(folder, limits);
        } catch (IOException e) {
            throw new AssertionError("the folder of " + id + " cannot be copied", e);
        }
    }
}
