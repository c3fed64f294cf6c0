package vn.nhip.kit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.Setting;
import vn.nhip.spi.StreamSpec;

class SpecTablesTest {

    private static final ConnectorSpec SPEC = new ConnectorSpec(
            "shelf",
            "Shelf",
            List.of(
                    Setting.required("path", Setting.Type.FOLDER, "where | the files lie"),
                    Setting.optional("pattern", Setting.Type.TEXT, "*", "which files"),
                    Setting.optional("mapping", Setting.Type.FILE, "", "how they are read"),
                    Setting.required("api-key", Setting.Type.SECRET, "key of the shop"),
                    new Setting("sort", Setting.Type.CHOICE, Optional.of("up"), "which way", List.of("up", "down"))),
            List.of(new StreamSpec("orders", Set.of(FactKind.REFUND, FactKind.ORDER), 3, StreamSpec.PageOrder.ID)),
            List.of());

    @Test
    void settingsStandInDeclaredOrderWithTypeDefaultAndHelp() {
        assertThat(SpecTables.settings(SPEC))
                .isEqualTo(
                        """
                        | Setting | Type | Default | What it is |
                        | --- | --- | --- | --- |
                        | `path` | folder | required | where \\| the files lie |
                        | `pattern` | text | `*` | which files |
                        | `mapping` | file | none | how they are read |
                        | `api-key` | secret | required | key of the shop |
                        | `sort` | `up`, `down` | `up` | which way |
                        """);
    }

    @Test
    void streamsStandWithTheirFactsInOneOrder() {
        assertThat(SpecTables.streams(SPEC))
                .isEqualTo(
                        """
                        | Stream | Facts | Restated days | Sorted by |
                        | --- | --- | --- | --- |
                        | `orders` | `order`, `refund` | 3 | id |
                        """);
    }
}
