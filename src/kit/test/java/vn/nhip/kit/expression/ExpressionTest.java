package vn.nhip.kit.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    private static final Map<String, Object> RECORD = Map.of(
            "quantity",
            new BigDecimal("3"),
            "price",
            new BigDecimal("2.55"),
            "invoice",
            "C536379",
            "at",
            Instant.parse("2024-02-28T18:00:00Z"),
            "on",
            LocalDate.parse("2024-02-10"),
            "paid",
            true);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    1 + 2 * 3                                   | 7
                    (1 + 2) * 3                                 | 9
                    -quantity * price                           | -7.65
                    - - 2                                       | 2
                    10 / 4                                      | 2.5
                    1 / 3                                       | 0.3333333333333333333333333333333333
                    7 % 3                                       | 1
                    -7 % 3                                      | 2
                    0.1 + 0.2                                   | 0.3
                    quantity * price                            | 7.65
                    'a' + 'b'                                   | ab
                    "it's" + ' \\'x\\''                     | it's 'x'
                    starts_with(invoice, 'C')                   | true
                    not starts_with(invoice, 'C') or paid       | true
                    false and 1 / 0 == 1                        | false
                    true or 1 / 0 == 1                          | true
                    ends_with(invoice, '9') and contains(invoice, '36') | true
                    'gone' if paid else 1 / 0                   | gone
                    1 if false else 2 if false else 3           | 3
                    quantity in (1, 2, 3.0)                     | true
                    invoice not in ['A', 'B']                   | true
                    quantity >= 3 and quantity < 4              | true
                    1.0 == 1.00                                 | true
                    missing == none                             | true
                    invoice != none                             | true
                    coalesce(missing, none, 'x')                | x
                    coalesce(quantity, 1 / 0)                   | 3
                    lower('ĐƠN') + upper('hàng')                | đơnHÀNG
                    lower(missing) == none                      | true
                    trim('  x ')                                | x
                    length('abc')                               | 3
                    replace('1.000', '.', '')                   | 1000
                    concat(invoice, '-', quantity, '-', on)     | C536379-3-2024-02-10
                    number('12.50') + 1                         | 13.50
                    text(12.50)                                 | 12.50
                    abs(0 - 5)                                  | 5
                    round(2.5)                                  | 3
                    round(-2.345, 2)                            | -2.35
                    round(1250, -2)                             | 1300
                    min(3, 1, 2) + max(3, 1, 2)                 | 4
                    row()                                       | 1
                    day(at)                                     | 2024-02-28
                    day('2020-01-31')                           | 2020-01-31
                    date(2012, 5, quantity)                     | 2012-05-03
                    plus_days(on, 20)                           | 2024-03-01
                    month_start(on)                             | 2024-02-01
                    month_end(on)                               | 2024-02-29
                    year_start(on)                              | 2024-01-01
                    year_end(on)                                | 2024-12-31
                    on < date(2024, 2, 11)                      | true
                    sum(quantity * price)                       | 7.65
                    count()                                     | 1
                    """)
    void givesTheKnownValue(String expression, String expected) {
        assertThat(shown(Expression.parse(expression).evaluate(RECORD))).isEqualTo(expected);
    }

    private static String shown(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    1 +                      | 4  | a value is missing
                    (1                       | 3  | expected ')'
                    1 2                      | 3  | unexpected '2'
                    'open                    | 1  | no closing
                    a = 1                    | 3  | equality is ==
                    1 < 2 < 3                | 7  | cannot be chained
                    nosuch(1)                | 1  | there is no function 'nosuch'
                    starts_with('a')         | 1  | takes 2 values, not 1
                    sum(1, 2)                | 1  | takes one value
                    sum(count())             | 1  | cannot hold another
                    1.                       | 3  | a digit must follow
                    12x                      | 3  | cannot be followed
                    a if b                   | 7  | expected 'else'
                    a in b                   | 6  | expected '('
                    if                       | 1  | expected a value
                    'a\\q'                 | 3  | only
                    """)
    void refusesAtTheColumn(String expression, int column, String reason) {
        assertThatThrownBy(() -> Expression.parse(expression))
                .isInstanceOfSatisfying(ExpressionException.class, refused -> assertThat(refused.column())
                        .as(refused.getMessage())
                        .isEqualTo(column))
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    quantity + missing       | 10 | found none
                    quantity + invoice       | 10 | found a text
                    invoice == 5             | 9  | cannot compare a text with a number
                    missing < 1              | 9  | found none
                    1 / (quantity - 3)       | 3  | division by zero
                    not quantity             | 1  | expected true or false
                    paid < true              | 6  | has no order
                    starts_with(missing, 'a')| 1  | expected a text
                    date(2023, 2, 29)        | 1  | Invalid date
                    round(1, 101)            | 1  | whole number
                    number('1,5')            | 1  | expected digits
                    concat('a', missing)     | 1  | found none
                    """)
    void refusesValuesThatDoNotFit(String expression, int column, String reason) {
        Expression parsed = Expression.parse(expression);
        assertThatThrownBy(() -> parsed.evaluate(RECORD))
                .isInstanceOfSatisfying(ExpressionException.class, refused -> assertThat(refused.column())
                        .as(refused.getMessage())
                        .isEqualTo(column))
                .hasMessageContaining(reason);
    }

    @Test
    void aggregatesEvaluateTheirArgumentForEachRow() {
        Variables group = group(row("4", "1.50", "b"), row("2", "0.25", null), row("-1", "8", "a"));
        assertThat(value("sum(q * p)", group)).isEqualTo(new BigDecimal("-1.50"));
        assertThat(value("count()", group)).isEqualTo(BigDecimal.valueOf(3));
        assertThat(value("count(q > 0)", group)).isEqualTo(BigDecimal.valueOf(2));
        assertThat(value("count(t)", group)).isEqualTo(BigDecimal.valueOf(2));
        assertThat(value("min(t)", group)).isEqualTo("a");
        assertThat(value("max(q)", group)).isEqualTo(new BigDecimal("4"));
        assertThat(value("first(t)", group)).isEqualTo("b");
        assertThat(value("t", group)).as("outside an aggregate: the first row").isEqualTo("b");
        assertThat(value("max(sum(q), count())", group)).isEqualTo(new BigDecimal("5"));
    }

    @Test
    void aSumNeverSkipsAMissingValue() {
        Variables group = group(row("4", null, "b"), row("2", "1", "b"));
        assertThatThrownBy(() -> value("sum(p)", group)).hasMessageContaining("found none");
        assertThat(value("sum(coalesce(p, 0))", group)).isEqualTo(BigDecimal.ONE);
    }

    @Test
    void aRowOfAGroupCanBeAskedAlone() {
        Variables group = group(row("4", "1", "b"), row("2", "3", "c"));
        Expression share = Expression.parse("q / sum(q)", List.of("q", "p", "t"));
        assertThat(share.evaluate(group, 1))
                .isEqualTo(new BigDecimal("2").divide(new BigDecimal("6"), java.math.MathContext.DECIMAL128));
        assertThat(Expression.parse("row()").evaluate(group, 1)).isEqualTo(BigDecimal.valueOf(2));
    }

    @Test
    void daysAreTakenInTheZoneOfTheVariables() {
        Variables vietnam = new Variables() {
            @Override
            public int rows() {
                return 1;
            }

            @Override
            public Object value(int row, int slot) {
                return Instant.parse("2024-02-28T18:00:00Z");
            }

            @Override
            public ZoneId zone() {
                return ZoneId.of("Asia/Ho_Chi_Minh");
            }
        };
        assertThat(Expression.parse("day(at)").evaluate(vietnam)).isEqualTo(LocalDate.parse("2024-02-29"));
    }

    @Test
    void anUnknownNameIsRefusedWhenTheNamesAreKnown() {
        assertThatThrownBy(() -> Expression.parse("quantity * prize", List.of("quantity", "price")))
                .hasMessage("character 12: unknown name 'prize'; known: quantity, price; a text stands in quotes");
    }

    @Test
    void namesAreListedInOrderOfAppearance() {
        assertThat(Expression.parse("b + a * b").names()).containsExactly("b", "a");
        assertThat(Expression.parse("b", List.of("a", "b", "c")).names()).containsExactly("b");
        assertThat(Expression.parse("'GBP'").constant()).contains("GBP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "__class__",
                "''.__class__.__mro__",
                "{{ 7*7 }}",
                "{% for x in y %}",
                "${jndi:ldap://127.0.0.1/a}",
                "#{T(java.lang.Runtime).getRuntime().exec('id')}",
                "T(java.lang.Runtime)",
                "@java.lang.Runtime@getRuntime()",
                "new java.io.File('/')",
                "a.b",
                "a[0]",
                "quantity|attr('x')",
                "lambda: 1",
                "eval('1')",
                "import os",
                "quantity; price",
                "quantity = 1",
                "getClass()",
                "quantity\u0000",
                "`id`",
                "$quantity",
                "../../etc/passwd",
                "1e9",
                "0x10",
                "2 ** 9",
                "'a' 'b'",
            })
    void injectionIsRefusedWhenParsed(String attack) {
        assertThatThrownBy(() -> Expression.parse(attack, List.of("quantity", "price", "a", "b")))
                .isInstanceOf(ExpressionException.class);
    }

    @Test
    void lengthAndDepthAreLimited() {
        assertThatThrownBy(() -> Expression.parse("1" + "+1".repeat(1000))).hasMessageContaining("longer than 2000");
        assertThatThrownBy(() -> Expression.parse("(".repeat(65) + "1" + ")".repeat(65)))
                .hasMessageContaining("64 levels");
        assertThatThrownBy(() -> Expression.parse("not ".repeat(400) + "true")).hasMessageContaining("64 levels");
        assertThatThrownBy(() -> Expression.parse("-".repeat(400) + "1")).hasMessageContaining("64 levels");
        assertThat(Expression.parse("1" + "+1".repeat(999)).evaluate(Map.of())).isEqualTo(BigDecimal.valueOf(1000));
    }

    @Test
    void nothingGrowsWithoutBound() {
        Map<String, Object> large = Map.of("t", "x".repeat(60_000), "n", new BigDecimal("1E+900"));
        assertThatThrownBy(() -> Expression.parse("concat(t, t)").evaluate(large))
                .hasMessageContaining("65536 characters");
        assertThatThrownBy(() -> Expression.parse("t + t").evaluate(large)).hasMessageContaining("65536 characters");
        assertThatThrownBy(() -> Expression.parse("replace(t, 'x', 'xx')").evaluate(large))
                .hasMessageContaining("65536 characters");
        assertThatThrownBy(() -> Expression.parse("n * n").evaluate(large)).hasMessageContaining("1000 digits");
        assertThatThrownBy(() -> Expression.parse("n + 1").evaluate(Map.of("n", new BigDecimal("1E+2147483647"))))
                .hasMessageContaining("1000 digits");
        String nested = "lower(".repeat(60) + "t" + ")".repeat(60);
        assertThat(Expression.parse(nested).evaluate(Map.of("t", "A"))).isEqualTo("a");
    }

    private static @Nullable Object value(String expression, Variables group) {
        return Expression.parse(expression, List.of("q", "p", "t")).evaluate(group);
    }

    private static @Nullable Object[] row(String quantity, @Nullable String price, @Nullable String text) {
        return new @Nullable Object[] {new BigDecimal(quantity), price == null ? null : new BigDecimal(price), text};
    }

    private static Variables group(@Nullable Object[]... rows) {
        List<@Nullable Object[]> all = Arrays.asList(rows);
        return new Variables() {
            @Override
            public int rows() {
                return all.size();
            }

            @Override
            public @Nullable Object value(int row, int slot) {
                return all.get(row)[slot];
            }
        };
    }
}
