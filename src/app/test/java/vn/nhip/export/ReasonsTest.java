package vn.nhip.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.Kpi;
import vn.nhip.config.WorkspaceConfig.Language;
import vn.nhip.kpi.KpiValue;
import vn.nhip.spi.Grain;

class ReasonsTest {

    private final Reasons vi = reasons(Language.VI);
    private final Reasons en = reasons(Language.EN);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no-source: ad-day | chi phí quảng cáo | advertising cost",
                "missing-rate: USD 2026-03-01 | USD 01/03/2026 | USD 01/03/2026",
                "several-sources: order pos, crm | đơn hàng pos, crm | orders pos, crm",
                "not-enough: 12 < 100 | 12 < 100 | 12 < 100",
                "books-not-closed: 2026-10 | Tháng 10/2026 | Month 10/2026",
                "history-incomplete: 2024-01-01 | 01/01/2024 | 01/01/2024"
            })
    void detailsAreSaidInWords(String reason, String vietnamese, String english) {
        assertThat(vi.say(reason)).contains(vietnamese);
        assertThat(en.say(reason)).contains(english);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zero-denominator",
                "no-source",
                "history-incomplete",
                "missing-rate",
                "several-sources",
                "not-enough",
                "no-data",
                "not-reported",
                "books-not-closed",
                "missing-days",
                "needs",
                "no-alternative",
                "no-model",
                "not-a-number",
                "not-additive",
                "not-computable",
                "not-converged"
            })
    void everyCodeIsASentenceThatSaysWhatToDo(String code) {
        assertThat(vi.say(code)).doesNotContain(code).matches("(?s).+\\. .+\\.");
        assertThat(en.say(code)).doesNotContain(code).matches("(?s).+\\. .+\\.");
    }

    @Test
    void labelOfAnAlternativeAndUnknownCodesStayAsTheyAre() {
        assertThat(vi.say("theo đơn hàng, chưa nối kế toán")).isEqualTo("theo đơn hàng, chưa nối kế toán");
        assertThat(vi.say("something-new: 5")).isEqualTo("something-new: 5");
        assertThat(vi.say("")).isEmpty();
    }

    @Test
    void severalReasonsAreSaidOneAfterTheOther() {
        assertThat(vi.say("missing-days: ad-day 3; not-enough: 12 < 100"))
                .isEqualTo(
                        "Số ngày trong kỳ chưa có báo cáo: chi phí quảng cáo 3. Tổng còn thiếu; đồng bộ lại nguồn của"
                                + " những ngày đó. Mẫu còn nhỏ (12 < 100) nên chưa đánh giá. Chờ thêm số liệu hoặc xem kỳ dài hơn.");
        assertThat(vi.say("needs: revenue; no-data: order"))
                .startsWith("Cần \"Doanh thu\", hiện chưa có giá trị.")
                .contains("Kỳ này chưa có đơn hàng");
    }

    @Test
    void alternativeIsSaidByItsLabel() {
        KpiValue value = new KpiValue(
                "revenue",
                1,
                Grain.MONTH,
                LocalDate.of(2026, 2, 1),
                KpiValue.Breakdown.TOTAL,
                Optional.empty(),
                Optional.empty(),
                Optional.of(BigDecimal.ONE),
                "alternative: 2",
                new KpiValue.Standing(KpiValue.State.SETTLED, Optional.empty(), false, Reports.NOW));
        assertThat(vi.say(value)).isEqualTo("Tính theo đơn hàng.");
        assertThat(en.say(value)).isEqualTo("Computed from orders.");
    }

    private static Catalogue catalogue() {
        Map<String, Kpi> kpis = new LinkedHashMap<>();
        Reports.kpis().forEach(line -> kpis.put(line.kpi().id(), line.kpi()));
        return new Catalogue(Map.of(), kpis);
    }

    private static Reasons reasons(Language language) {
        Labels labels = Labels.of(language);
        return new Reasons(labels, Numbers.of(labels, Currency.getInstance("VND")), catalogue());
    }
}
