package vn.nhip.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nhip.kit.yaml.YamlException;

/** The answers of the screen stand in the file, and nothing else of the file changes. */
class SetupTextTest {

    private static final String HEAD = "workspace: shop\nname: \"Shop\"   # ours\nzone: Asia/Ho_Chi_Minh\n";
    private static final String REST = "currency: VND\nlanguage: vi\nkpis:\n  # ours\n  sales: {target: 5}\n";
    private static final Setup SETUP = new Setup(
            List.of(Setup.Goal.GROW_REVENUE, Setup.Goal.WIN_CUSTOMERS),
            Setup.Industry.SERVICES,
            List.of(Setup.Department.SALES),
            "\"Mai\" # 1",
            List.of("crm", "Sổ tay: [của tôi]"));

    private static String with(String text) {
        return SetupText.with("nhip.yaml", text, SETUP);
    }

    @Test
    void answersAreAddedOrReplacedAndAllAroundThemStays() {
        String added = with(HEAD + REST);
        assertThat(added).startsWith(HEAD + REST);
        assertThat(ConfigFile.parse("nhip.yaml", added).setup()).contains(SETUP);
        String old =
                """
                setup:
                  goal: [work-efficiently]
                  industry: retail
                  departments:
                  - marketing
                  responsible: "x"
                  tools: [pos,
                    crm]
                """;
        String replaced = with(HEAD + old + REST);
        assertThat(replaced).startsWith(HEAD).endsWith(REST).doesNotContain("retail", "pos");
        assertThat(ConfigFile.parse("nhip.yaml", replaced).setup()).contains(SETUP);
        assertThat(with(replaced)).isEqualTo(replaced);
    }

    @Test
    void aLayoutThatIsNotKnownIsLeftAlone() {
        String between =
                """
                setup:
                  goal: [work-efficiently]
                # between
                  industry: retail
                  departments: []
                  responsible: ""
                  tools: []
                """;
        String broken = HEAD + between + REST;
        assertThat(ConfigFile.parse("nhip.yaml", broken).setup()).isPresent();
        assertThatThrownBy(() -> with(broken)).isInstanceOf(YamlException.class);
    }
}
