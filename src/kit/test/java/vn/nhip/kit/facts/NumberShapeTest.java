package vn.nhip.kit.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberShapeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    1234.56  | 0             | 0
                    1234.56  | 2.55          | 2.55
                    1234.56  | -0.50         | -0.50
                    1234.56  | +7            | 7
                    1234.56  | −7            | -7
                    1234.56  | 007           | 7
                    1,234.56 | 1,234,567.89  | 1234567.89
                    1,234.56 | 1234567.89    | 1234567.89
                    1,234.56 | 12            | 12
                    1.234,56 | 1.234.567,89  | 1234567.89
                    1.234,56 | 1.234         | 1234
                    1.234    | 1.234.000     | 1234000
                    1 234,56 | 1 234 567,89  | 1234567.89
                    1'234.56 | 1'234.5       | 1234.5
                    1234,56  | 1,5           | 1.5
                    1234     | -12           | -12
                    1234.56  | 999999999999999999.99 | 999999999999999999.99
                    """)
    void readsWhatIsWrittenLikeTheExample(String example, String text, String expected) {
        assertThat(NumberShape.like(example).ofText(text)).isEqualTo(new BigDecimal(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    1,234.56 | 1.234,56
                    1.234,56 | 1,234.56
                    1234.56  | 1,234.56
                    1,234.56 | 1,23
                    1,234.56 | 1,2345
                    1,234.56 | 1234,567
                    1,234.56 | ,123
                    1,234.56 | 1,,234
                    1,234.56 | 12,345,6
                    1,234.56 | 1.234,567
                    1,234.56 | 1,234.
                    1,234.56 | 1,234.5.6
                    1234.56  | .5
                    1234.56  | 5.
                    1234.56  | -
                    1234.56  | --1
                    1234.56  | 1-
                    1234.56  | (12)
                    1234.56  | 1e5
                    1234.56  | 0x1F
                    1234.56  | 12 ₫
                    1234.56  | 1 234
                    1234.56  | ١٢٣
                    1234     | 12.0
                    1234.56  | NaN
                    1234.56  | 12a
                    """)
    void refusesEveryOtherShape(String example, String text) {
        assertThatThrownBy(() -> NumberShape.like(example).ofText(text))
                .isInstanceOf(Refusal.class)
                .hasMessage("is no number written like " + example);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1234.5", "1,234,56", "1.234.56", "#,##0", "en", "1,23", "2,345.67"})
    void onlyTheDeclaredExamplesAreShapes(String example) {
        assertThatThrownBy(() -> NumberShape.like(example)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 2_000)
    void writtenByALocaleAndReadByItsShapeIsTheSameNumber(
            @ForAll("numbers") BigDecimal number, @ForAll("locales") Spoken spoken) {
        DecimalFormat format = (DecimalFormat) NumberFormat.getNumberInstance(spoken.locale());
        format.setMaximumFractionDigits(12);
        format.setParseBigDecimal(true);
        String written = format.format(number);
        assertThat(NumberShape.like(spoken.shape()).ofText(written)).as(written).isEqualByComparingTo(number);
    }

    @Provide
    Arbitrary<BigDecimal> numbers() {
        Arbitrary<BigInteger> unscaled =
                Arbitraries.bigIntegers().between(BigInteger.TEN.pow(30).negate(), BigInteger.TEN.pow(30));
        return Combinators.combine(unscaled, Arbitraries.integers().between(0, 12))
                .as(BigDecimal::new);
    }

    @Provide
    Arbitrary<Spoken> locales() {
        return Arbitraries.of(
                new Spoken(Locale.forLanguageTag("vi-VN"), "1.234,56"),
                new Spoken(Locale.US, "1,234.56"),
                new Spoken(Locale.FRANCE, "1 234,56"));
    }

    /** A locale and the shape of its numbers. */
    record Spoken(Locale locale, String shape) {}
}
