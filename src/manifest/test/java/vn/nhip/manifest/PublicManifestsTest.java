package vn.nhip.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.kit.yaml.YamlFile;
import vn.nhip.manifest.component.Source;

/** Manifests that others wrote, in a folder that {@code -Dnhip.manifests} names: none of them is kept in the project. */
@Tag("release")
@EnabledIfSystemProperty(named = "nhip.manifests", matches = ".+")
class PublicManifestsTest {

    @Test
    void eachIsLoadedOrRefusedByNameLineAndColumn(TestReporter reporter) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(System.getProperty("nhip.manifests")))) {
            files = all.filter(file -> file.endsWith("manifest.yaml")).toList();
        }
        assertThat(files).isNotEmpty();
        long loaded = files.stream().filter(PublicManifestsTest::loads).count();
        reporter.publishEntry("loaded", loaded + " of " + files.size());
    }

    private static boolean loads(Path file) {
        try {
            Source.load(YamlFile.read(file));
            return true;
        } catch (YamlException refused) {
            assertThat(refused.problems())
                    .isNotEmpty()
                    .allMatch(problem -> problem.matches("(?s).*manifest.yaml(:[0-9]+:[0-9]+)?: .+"));
            return false;
        }
    }
}
