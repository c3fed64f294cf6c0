package vn.nhip.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.kit.yaml.YamlFile;
import vn.nhip.spi.ConnectorException;
import vn.nhip.testkit.FakeSource;

/** Small manifests, one for each component and option: what is asked for, and what comes of the answers. */
class ConformanceTest {

    private static final Path CASES = Path.of(System.getProperty("nhip.root"), "src/manifest/test/conformance");

    @TempDir
    private Path folder;

    static Stream<ConformanceCase> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.sorted().toList().stream().flatMap(file -> YamlFile.read(file).list("cases").stream()
                    .map(node -> new ConformanceCase(file.getFileName() + ": ", node.map())));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachComponentAsksAndAnswersAsTheLanguageHasIt(ConformanceCase one) throws IOException {
        Path own = one.written(folder);
        if (one.refusal().isPresent()) {
            assertThatThrownBy(() -> ManifestFactory.load(own))
                    .isInstanceOf(YamlException.class)
                    .hasMessageContaining(one.refusal().get());
            return;
        }
        try (FakeSource source = FakeSource.silent();
                ManifestConnector connector = one.opened(own, source)) {
            one.answers().forEach(source::next);
            if (one.failure().isPresent()) {
                ConnectorException failure =
                        catchThrowableOfType(ConnectorException.class, () -> one.records(connector));
                assertThat(one.shown(failure)).contains(one.failure().get());
            } else {
                List<String> records = one.records(connector);
                assertThat(records).isEqualTo(one.expected());
            }
            if (!one.requests().isEmpty()) {
                assertThat(source.requests().stream().map(one::shown))
                        .zipSatisfy(one.requests(), ConformanceTest::isAsked)
                        .hasSameSizeAs(one.requests());
            }
        }
    }

    /** A star at the end stands for what is another one each time. */
    private static void isAsked(String request, String wanted) {
        if (wanted.endsWith("*")) {
            assertThat(request).startsWith(wanted.substring(0, wanted.length() - 1));
        } else {
            assertThat(request).isEqualTo(wanted);
        }
    }
}
