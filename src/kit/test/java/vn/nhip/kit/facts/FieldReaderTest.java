package vn.nhip.kit.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldReaderTest {

    private static @Nullable Object read(String declaration, @Nullable Object cell) {
        return Mappings.field(declaration).read(new RawRow(2, new @Nullable Object[] {cell}));
    }

    @Test
    void textIsTrimmedAndComposed() {
        assertThat(read("", " \u00a0Đơn hàng\ufeff ")).isEqualTo("Đơn hàng");
        assertThat(read("", "ho\u0300a")).isEqualTo("hòa");
        assertThatThrownBy(() -> read("", "a\0b")).hasMessageContaining("NUL");
        assertThatThrownBy(() -> read("", "a".repeat(32_768))).hasMessageContaining("32767 characters");
    }

    @Test
    void anEmptyCellIsNoneOnlyWhereDeclaredOptional() {
        assertThat(read("optional: true", " ")).isNull();
        assertThat(read("optional: true, number: \"1234\"", null)).isNull();
        assertThatThrownBy(() -> read("", "")).hasMessageContaining("is empty");
        assertThatThrownBy(() -> read("day: yyyyMMdd", null)).hasMessageContaining("is empty");
    }

    @Test
    void suffixAndTranslationComeBeforeTheShape() {
        assertThat(read("strip-suffix: \" ₫\", number: \"1.234\"", "12.000 ₫")).isEqualTo(new BigDecimal("12000"));
        String score = "number: \"1234\", optional: true, values: {\"6\": \"\", \"five\": 5}";
        assertThat(read(score, "6")).isNull();
        assertThat(read(score, new BigDecimal("6.0"))).isNull();
        assertThat(read(score, "five")).isEqualTo(new BigDecimal("5"));
        assertThat(read(score, "4")).isEqualTo(new BigDecimal("4"));
        String status = "values: {\"Đã giao\": delivered}, values-else: refuse";
        assertThat(read(status, "Đã giao")).isEqualTo("delivered");
        assertThatThrownBy(() -> read(status, "Khác")).hasMessage("is none of the declared values: Đã giao");
    }

    @Test
    void cellsThatTheSourceHasTypedAreTakenAsTheyAre() {
        assertThat(read("number: \"1.234,56\"", new BigDecimal("1.5"))).isEqualTo(new BigDecimal("1.5"));
        assertThat(read("", new BigDecimal("536365.0"))).isEqualTo("536365");
        assertThat(read("", new BigDecimal("1E+999999999"))).isEqualTo("1E+999999999");
        assertThat(read("", true)).isEqualTo("true");
        assertThat(read("day: dd/MM/yyyy", LocalDateTime.of(2024, 2, 3, 0, 0))).isEqualTo(LocalDate.of(2024, 2, 3));
        assertThat(read("instant: dd/MM/yyyy", LocalDate.of(2024, 2, 3)))
                .isEqualTo(Instant.parse("2024-02-02T17:00:00Z"));
        assertThat(read("instant: dd/MM/yyyy", LocalDateTime.of(2024, 2, 3, 8, 30)))
                .isEqualTo(Instant.parse("2024-02-03T01:30:00Z"));
        assertThatThrownBy(() -> read("day: dd/MM/yyyy", new BigDecimal("45000")))
                .hasMessage("is no date cell");
        assertThatThrownBy(() -> read("number: \"1234\"", true)).hasMessage("is no number cell");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    yyyy-MM-dd HH:mm:ss        | 2024-02-29 08:26:00       | 2024-02-29T01:26:00Z
                    uuuu-MM-dd HH:mm           | 2024-02-29 08:26          | 2024-02-29T01:26:00Z
                    dd/MM/yyyy                 | 01/03/2024                | 2024-02-29T17:00:00Z
                    d/M/yyyy H:mm              | 1/3/2024 7:05             | 2024-03-01T00:05:00Z
                    MM/dd/yyyy hh:mm:ss a      | 05/11/2016 12:00:00 am    | 2016-05-10T17:00:00Z
                    dd-MMM-yy                  | 03-feb-24                 | 2024-02-02T17:00:00Z
                    yyyyMMdd                   | 19970101                  | 1996-12-31T17:00:00Z
                    yyyy-MM-dd'T'HH:mm:ssXXX   | 2024-02-29T08:26:00+01:00 | 2024-02-29T07:26:00Z
                    yyyy-MM-dd'T'HH:mm:ss.SSSX | 2024-02-29T08:26:00.500Z  | 2024-02-29T08:26:00.500Z
                    'Day' yyyy-MM-dd           | Day 2024-01-01            | 2023-12-31T17:00:00Z
                    """)
    void instantsFollowTheirPattern(String pattern, String text, Instant expected) {
        assertThat(read("instant: \"" + pattern + "\"", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    yyyy-MM-dd HH:mm:ss   | 2023-02-29 08:26:00
                    yyyy-MM-dd HH:mm:ss   | 2024-02-29 24:00:00
                    yyyy-MM-dd HH:mm:ss   | 2024-02-29T08:26:00
                    yyyy-MM-dd HH:mm:ss   | 2024-02-29 08:26
                    yyyy-MM-dd HH:mm:ss   | 2024-2-29 08:26:00
                    dd/MM/yyyy            | 12/31/2024
                    dd/MM/yyyy            | 31/04/2024
                    d/M/yyyy              | 30/2/2024
                    dd/MM/yyyy            | ٠١/٠٣/2024
                    MM/dd/yyyy hh:mm:ss a | 05/11/2016 13:00:00 AM
                    """)
    void datesThatDoNotExistOrAreWrittenOtherwiseAreRefused(String pattern, String text) {
        assertThatThrownBy(() -> read("instant: \"" + pattern + "\"", text))
                .hasMessage("is no date written like " + pattern);
    }

    @Test
    void aTimeThatTheClockSkipsIsShiftedForwardAndOneItHasTwiceIsTheEarlier() {
        String london = "instant: \"yyyy-MM-dd HH:mm\", zone: Europe/London";
        assertThat(read(london, "2024-03-31 01:30")).isEqualTo(Instant.parse("2024-03-31T01:30:00Z"));
        assertThat(read(london, "2024-10-27 01:30")).isEqualTo(Instant.parse("2024-10-27T00:30:00Z"));
    }

    @Property(tries = 2_000)
    void theFastWayReadsWhatTheFormatterReads(
            @ForAll @LongRange(min = -2_208_988_800L, max = 7_258_118_399L) long second) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, java.time.ZoneOffset.UTC);
        String pattern = "dd/MM/uuuu HH:mm:ss";
        String text = DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(time);
        assertThat(FixedPattern.of(pattern))
                .hasValueSatisfying(fast -> assertThat(fast.read(text)).isEqualTo(time));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0912 345 678        | +84912345678
                    0912.345.678        | +84912345678
                    912345678           | +84912345678
                    84912345678         | +84912345678
                    +84 (0)912 345 678  | +84912345678
                    0084912345678       | +84912345678
                    01681234567         | +84381234567
                    +84 168 123 4567    | +84381234567
                    0120 123 4567       | +84701234567
                    01211234567         | +84791234567
                    01221234567         | +84771234567
                    01261234567         | +84761234567
                    01281234567         | +84781234567
                    01231234567         | +84831234567
                    01241234567         | +84841234567
                    01251234567         | +84851234567
                    01271234567         | +84811234567
                    01291234567         | +84821234567
                    01861234567         | +84561234567
                    01881234567         | +84581234567
                    01991234567         | +84591234567
                    024 3825 1234       | +842438251234
                    +44 20 7031 3000    | +442070313000
                    """)
    void phoneNumbersBecomeInternational(String text, String expected) {
        assertThat(read("phone: VN", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    123
                    0912 345 67
                    (+84)******12
                    không có
                    01911234567
                    0912345678 0987654321
                    """)
    void whatIsNoPhoneNumberIsRefusedUnlessDeclaredAbsent(String text) {
        assertThatThrownBy(() -> read("phone: VN", text)).hasMessageStartingWith("is no phone number");
        assertThat(read("phone: VN, if-bad: absent", text)).isNull();
    }

    @Test
    void emailAddressesAreLowerCasedAndChecked() {
        assertThat(read("email: true", " Khach.Hang+Tet@Example.COM ")).isEqualTo("khach.hang+tet@example.com");
        for (String bad :
                new String[] {"a", "a@b", "@b.vn", "a b@c.vn", "a@b..vn", "A <a@b.vn>", "a@b.vn,c@d.vn", "a@-b.vn"}) {
            assertThatThrownBy(() -> read("email: true", bad)).as(bad).hasMessage("is no e-mail address");
        }
        assertThat(read("email: true, if-bad: absent", "none")).isNull();
    }

    @Test
    void aRememberedTextGivesTheSameValueAgain() {
        FieldReader reader = Mappings.field("day: dd/MM/yyyy, optional: true");
        for (String text : new String[] {"01/02/2024", "01/02/2024", "", "02/02/2024", "01/02/2024"}) {
            LocalDate expected = text.isEmpty() ? null : LocalDate.of(2024, 2, Integer.parseInt(text.substring(0, 2)));
            assertThat(reader.read(Mappings.row(2, text))).isEqualTo(expected);
        }
        assertThatThrownBy(() -> reader.read(Mappings.row(2, "x"))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> reader.read(Mappings.row(3, "x"))).isInstanceOf(Refusal.class);
    }
}
