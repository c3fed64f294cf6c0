package vn.nhip.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.nhip.kit.yaml.YamlException;

/** What was decided on the screen stands in the file, and nothing else of the file changes. */
class ChoiceTextTest {

    private static final String HEAD =
            """
            workspace: shop
            name: "Cửa hàng"   # our shop
            zone: Asia/Ho_Chi_Minh
            currency: VND
            language: vi
            """;

    private static final KpiChoice CHOICE = new KpiChoice(
            true,
            false,
            Optional.of("Chị \"Mai\" #1"),
            Optional.of("sales"),
            Optional.of(new BigDecimal("5000000")),
            Map.of(LocalDate.of(2026, 12, 1), new BigDecimal("7000000")));

    private static String with(String text) {
        return ChoiceText.with("nhip.yaml", text, Map.of("sales", CHOICE));
    }

    private static KpiChoice read(String text) {
        return ConfigFile.parse("nhip.yaml", text).choice("sales");
    }

    @Test
    void aFileWithoutKpisGetsThem() {
        assertThat(with(HEAD)).startsWith(HEAD).contains("\nkpis:\n");
        assertThat(read(with(HEAD))).isEqualTo(CHOICE);
        assertThat(read(with(HEAD + "kpis: {}\n"))).isEqualTo(CHOICE);
        assertThat(read(with(HEAD + "kpis:"))).isEqualTo(CHOICE);
    }

    @Test
    void oneKpiChangesAndAllAroundItStaysByteForByte() {
        String before = HEAD + "# ours\nkpis:\n  # leads, per day\n  leads:\n    target: 20\n";
        String after = "\n  # the end\nnightly: {at: \"02:00\"}\n";
        String old = "  sales:\n    show: true\n    # why so much\n    target: 4000000\n";
        String changed = with(before + old + after);
        assertThat(changed).startsWith(before).endsWith(after).doesNotContain("4000000");
        assertThat(read(changed)).isEqualTo(CHOICE);
        assertThat(with(changed)).isEqualTo(changed);
        assertThat(read(with(before + "  sales: {target: 1, owner: \"x\"}\n" + after)))
                .isEqualTo(CHOICE);
    }

    @Test
    void aLayoutThatIsNotKnownIsLeftAlone() {
        String flow = HEAD + "kpis: {sales: {target: 1}, leads: {target: 2}}\n";
        assertThatThrownBy(() -> with(flow)).isInstanceOf(YamlException.class);
        String deep = HEAD + "kpis:\n        sales:\n            target: 1\n";
        assertThatThrownBy(() -> with(deep)).isInstanceOf(YamlException.class);
    }

    @Test
    void theTargetOfAPeriodStandsBeforeTheOneForAll() {
        assertThat(CHOICE.target(LocalDate.of(2026, 12, 1))).contains(new BigDecimal("7000000"));
        assertThat(CHOICE.target(LocalDate.of(2027, 1, 1))).contains(new BigDecimal("5000000"));
    }

    @Test
    void aPeriodIsNamedByTheDayOnWhichItStarts() {
        String monthly = HEAD + "kpis:\n  revenue:\n    targets: {\"2026-11-05\": 5}\n";
        assertThatThrownBy(() -> ConfigFile.check("nhip.yaml", monthly, vn.nhip.catalogue.Shipped.catalogue()))
                .hasMessageContaining("no month starts on 2026-11-05: 2026-11-01");
    }
}
