package vn.nhip.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.spi.FactKind;

/** Which accounts count stands in the file, and nothing else of the file changes. */
class TruthTextTest {

    private static final String HEAD =
            """
            workspace: shop
            name: "Cửa hàng"   # our shop
            zone: Asia/Ho_Chi_Minh
            currency: VND
            language: vi
            accounts:
              pos: {connector: files, settings: {path: a, mapping: b}}
              lead: {connector: files, settings: {path: c, mapping: d}}
            """;

    private static String with(String text, FactKind kind, String... accounts) {
        return TruthText.with("nhip.yaml", text, kind, List.of(accounts));
    }

    private static Map<FactKind, List<String>> read(String text) {
        return ConfigFile.parse("nhip.yaml", text).sourcesOfTruth();
    }

    @Test
    void aFileWithoutChoicesGetsThemAndLosesThemAgain() {
        String chosen = with(HEAD, FactKind.ORDER, "pos", "lead");
        assertThat(chosen).startsWith(HEAD);
        assertThat(read(chosen)).isEqualTo(Map.of(FactKind.ORDER, List.of("pos", "lead")));
        assertThat(read(with(chosen, FactKind.ORDER, "lead"))).isEqualTo(Map.of(FactKind.ORDER, List.of("lead")));
        assertThat(with(chosen, FactKind.ORDER).stripTrailing()).isEqualTo(HEAD.stripTrailing());
        assertThat(read(with(HEAD + "sources-of-truth: {}\n", FactKind.LEAD, "pos")))
                .isEqualTo(Map.of(FactKind.LEAD, List.of("pos")));
    }

    @Test
    void oneKindChangesAndAllAroundItStaysByteForByte() {
        String before = HEAD + "# ours\nsources-of-truth: # the strongest first\n";
        String after = "  customer: [pos]\n\n# the end\nnightly: {at: \"02:00\"}\n";
        String changed = with(before + "  order:\n    - lead\n    - pos\n" + after, FactKind.ORDER, "pos");
        assertThat(changed).isEqualTo(before + "  order: [pos]\n" + after);
        assertThat(with(changed, FactKind.ORDER, "pos")).isEqualTo(changed);
    }

    @Test
    void whatIsLaidOutOtherwiseIsLeftAlone() {
        assertThatThrownBy(() -> with(HEAD + "sources-of-truth: {order: [pos]}\n", FactKind.LEAD, "pos"))
                .isInstanceOf(YamlException.class);
    }
}
