package vn.nhip.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import vn.nhip.catalogue.Unit;

class TypedTest {

    @Property(tries = 300)
    void whatStandsInTheFieldIsReadBack(
            @ForAll @BigRange(min = "-1000000000", max = "1000000000000") @Scale(4) BigDecimal number,
            @ForAll boolean vietnamese) {
        Typed typed = new Typed(vietnamese, Unit.MONEY);
        assertThat(typed.number(typed.shown(number)).orElseThrow()).isEqualByComparingTo(number);
    }

    @Test
    void eachLanguageHasItsOwnMarksAndWhatCouldMeanTwoThingsIsRefused() {
        Typed vietnamese = new Typed(true, Unit.MONEY);
        assertThat(vietnamese.number("1.200.000\u00A0₫")).contains(new BigDecimal("1200000"));
        assertThat(vietnamese.number("1.5")).isEmpty();
        assertThat(vietnamese.number("1,200,000")).isEmpty();
        assertThat(new Typed(false, Unit.COUNT).number("1,200.5")).contains(new BigDecimal("1200.5"));
        assertThat(new Typed(false, Unit.COUNT).number("12abc")).isEmpty();
        assertThat(vietnamese.number("")).isEmpty();
    }

    @Test
    void aRatioIsTypedInPerCentAndIsAtMostOne() {
        Typed ratio = new Typed(true, Unit.RATIO);
        assertThat(ratio.number("2,5%").orElseThrow()).isEqualByComparingTo("0.025");
        assertThat(ratio.shown(new BigDecimal("0.025"))).isEqualTo("2,5");
        assertThat(ratio.number("250")).isEmpty();
    }
}
