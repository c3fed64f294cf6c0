package vn.nhip.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.Settings;

class ConnectorShelfTest {

    @TempDir
    Path folder;

    @Test
    void theFirstFolderOfAnIdCountsAndCodeCountsBeforeFolders() throws IOException {
        put("own/shop", "mine");
        put("shipped/shop", "theirs");
        put("shipped/mail", "theirs");
        Connectors connectors = new Connectors(List.of(new Titled("mail", "code")), shelf());
        assertThat(connectors.require("shop").spec().title()).isEqualTo("mine");
        assertThat(connectors.require("mail").spec().title()).isEqualTo("code");
    }

    @Test
    void aFolderThatIsWrongStopsOnlyWhoNeedsIt() throws IOException {
        put("own/bad", "wrong");
        put("own/good", "fine");
        Connectors connectors = new Connectors(List.of(), shelf());
        assertThat(connectors.require("good").spec().title()).isEqualTo("fine");
        assertThat(connectors.all()).extracting(factory -> factory.spec().id()).containsExactly("good");
        assertThat(connectors.broken()).containsOnlyKeys("bad").containsValue("line 1 is wrong");
        assertThat(connectors.find("bad"))
                .as("whoever only looks is not stopped")
                .isEmpty();
        assertThatThrownBy(() -> connectors.require("bad"))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("line 1 is wrong");
    }

    @Test
    void whatIsNoConnectorIsNone() throws IOException {
        Files.createDirectories(folder.resolve("own/empty"));
        Connectors connectors = new Connectors(List.of(), shelf());
        assertThat(connectors.find("empty")).isEmpty();
        assertThat(connectors.find("../own/empty")).isEmpty();
        assertThatThrownBy(() -> connectors.require("nowhere")).hasMessageContaining("there is no connector");
    }

    private void put(String path, String title) throws IOException {
        Files.createDirectories(folder.resolve(path));
        Files.writeString(folder.resolve(path).resolve("title"), title);
    }

    private ConnectorShelf shelf() {
        return new ConnectorShelf(
                List.of(ConnectorShelfTest::load), List.of(folder.resolve("own"), folder.resolve("shipped")));
    }

    private static Optional<ConnectorFactory> load(Path folder) {
        try {
            Path title = folder.resolve("title");
            if (!Files.exists(title)) {
                return Optional.empty();
            }
            String text = Files.readString(title);
            if (text.equals("wrong")) {
                throw new IllegalStateException("line 1 is wrong");
            }
            return Optional.of(
                    new Titled(Objects.requireNonNull(folder.getFileName()).toString(), text));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private record Titled(String id, String title) implements ConnectorFactory {

        @Override
        public ConnectorSpec spec() {
            return new ConnectorSpec(id, title, List.of(), List.of(), List.of());
        }

        @Override
        public Connector open(Settings settings, ConnectorContext context) {
            throw new AssertionError("is never opened");
        }
    }
}
