package vn.nhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import vn.nhip.kit.docs.SpecTables;

/** Rule 16: the README's tables are the ones that the connector declares, word for word. */
abstract class ReadmeRules extends Rules {

    ReadmeRules(ConnectorContract contract) {
        super(contract);
    }

    @Test
    final void itsSettingsTableIsTheDeclaredOne() throws Exception {
        assertThat(readme()).contains(SpecTables.settings(spec()));
    }

    @Test
    final void itsStreamsTableIsTheDeclaredOne() throws Exception {
        assertThat(readme()).contains(SpecTables.streams(spec()));
    }

    private String readme() throws Exception {
        return Files.readString(contract.home().resolve("README.md")).replace("\r\n", "\n");
    }
}
