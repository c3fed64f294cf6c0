package vn.nhip.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.kit.yaml.YamlProblems;

/** The manifest connectors of a folder of folders; one without a {@code manifest.yaml} is not one of them. */
public final class ManifestFolders {

    private ManifestFolders() {}

    /**
     * Loads all of them, in the order of their names.
     *
     * @throws YamlException with every problem of every folder at once
     */
    public static List<ManifestFactory> in(Path folder) {
        YamlProblems problems = new YamlProblems();
        List<ManifestFactory> factories = new ArrayList<>();
        for (Path each : folders(folder)) {
            problems.attempt(() -> ManifestFactory.load(each)).ifPresent(factories::add);
        }
        problems.throwIfAny();
        return factories;
    }

    private static List<Path> folders(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> Files.exists(each.resolve("manifest.yaml")))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list " + folder, unreadable);
        }
    }
}
