package vn.nhip.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import vn.nhip.catalogue.Unit;
import vn.nhip.config.WorkspaceConfig.Language;
import vn.nhip.spi.Grain;

class NumbersTest {

    private final Numbers vi = Numbers.of(Labels.of(Language.VI), Currency.getInstance("VND"));
    private final Numbers en = Numbers.of(Labels.of(Language.EN), Currency.getInstance("GBP"));

    @Test
    void dongHasNoDecimalsDotsAndAHardSpaceBeforeItsSign() {
        assertThat(vi.value(new BigDecimal("1234567.5"), Unit.MONEY)).isEqualTo("1.234.568\u00A0₫");
        assertThat(vi.value(new BigDecimal("-1234567.4"), Unit.MONEY)).isEqualTo("-1.234.567\u00A0₫");
        assertThat(en.value(new BigDecimal("1234.5"), Unit.MONEY)).isEqualTo("1,234.50\u00A0GBP");
    }

    @Test
    void ratiosArePerCentWithOneDecimalRoundedHalfUp() {
        assertThat(vi.value(new BigDecimal("0.12345"), Unit.RATIO)).isEqualTo("12,3%");
        assertThat(vi.value(new BigDecimal("0.0125"), Unit.RATIO)).isEqualTo("1,3%");
        assertThat(en.value(BigDecimal.ONE, Unit.RATIO)).isEqualTo("100.0%");
        assertThat(vi.change(new BigDecimal("0.031"))).isEqualTo("+3,1%");
        assertThat(vi.change(new BigDecimal("-0.5"))).isEqualTo("-50,0%");
    }

    @Test
    void countsShowDecimalsOnlyWhereTheyHaveSome() {
        assertThat(vi.count(1_234_567)).isEqualTo("1.234.567");
        assertThat(vi.count(new BigDecimal("12.345"))).isEqualTo("12,35");
        assertThat(en.count(new BigDecimal("12.50"))).isEqualTo("12.5");
    }

    @Test
    void daysAndPeriodsAreVietnameseDatesAndIsoWeeks() {
        assertThat(vi.day(LocalDate.of(2026, 2, 17))).isEqualTo("17/02/2026");
        assertThat(vi.period(Grain.WEEK, LocalDate.of(2026, 2, 16))).isEqualTo("Tuần 08/2026 (16/02–22/02)");
        assertThat(vi.period(Grain.WEEK, LocalDate.of(2024, 12, 30))).isEqualTo("Tuần 01/2025 (30/12–05/01)");
        assertThat(vi.period(Grain.MONTH, LocalDate.of(2026, 2, 1))).isEqualTo("Tháng 02/2026");
        assertThat(en.period(Grain.WEEK, LocalDate.of(2026, 2, 16))).isEqualTo("Week 08/2026 (16/02–22/02)");
        assertThat(vi.moment(Instant.parse("2026-11-22T23:30:00Z"), Reports.ZONE))
                .isEqualTo("23/11/2026 06:30");
    }

    @Test
    void formatCodesAreInvariant() {
        assertThat(vi.formatCode(Unit.MONEY)).isEqualTo("#,##0\" ₫\"");
        assertThat(en.formatCode(Unit.MONEY)).isEqualTo("#,##0.00\" GBP\"");
        assertThat(vi.formatCode(Unit.COUNT)).isEqualTo("#,##0");
        assertThat(vi.formatCode(Unit.RATIO)).isEqualTo("0.0%");
    }
}
