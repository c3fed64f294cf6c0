package vn.nhip.manifest.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhip.kit.expression.ExpressionException;

class InterpolationTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T20:30:15.250Z"), ZoneOffset.UTC);
    private static final Map<String, Object> VARIABLES = Map.of(
            "config", Map.of("key", "abc-us6", "start", "2024-02-03", "n", new BigDecimal(3)),
            "record", Map.of("id", "r1", "tags", List.of("a", "b"), "opens", Map.of("unique", BigDecimal.TEN)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '`',
            value = {
                "plain § plain",
                "https://{{ config['key'].split('-')[-1] }}.api.example.com § https://us6.api.example.com",
                "{{ config.key[0:3] }}! § abc!",
                "{{ config['n'] + 1 }} § 4",
                "{{ 7 // 2 }}/{{ 7 % 2 }}/{{ 7 / 2 }} § 3/1/3.5",
                "{{ 'x' if config['n'] > 2 else 'y' }} § x",
                "{{ config.get('none', 'there') }} § there",
                "{{ config['missing'] or 'else' }} § else",
                "{{ config['missing'] }} § ``",
                "{{ record.tags | join(',') }} § a,b",
                "{{ record['tags'] | length }} § 2",
                "{{ 'b' in record.tags and 'c' not in record.tags }} § True",
                "{{ config.missing is defined }} § False",
                "{{ (1 > 2) is false and (1 < 2) is true and config.missing is not false }} § True",
                "{{ 'a/b//'.rstrip('/') ~ '--a'.lstrip('-') ~ ' b '.strip() }} § a/bab",
                "{{ day_delta(-2, format='%Y-%m-%d') }} § 2026-02-27",
                "{{ record.opens.unique | string }} § 10",
                "{{ '12' | int + 1 }} § 13",
                "{{ 'next=abc&x' | regex_search('next=([a-z]+)') }} § abc",
                "{{ 'any:key' | base64encode }} § YW55OmtleQ==",
                "{{ 'a' | hash('md5') }} § 0cc175b9c0f1b6a831c399e269772661",
                "{{ now_utc().strftime('%Y-%m-%d %H:%M') }} § 2026-03-01 20:30",
                "{{ today_utc() }} § 2026-03-01",
                "{{ today_with_timezone('Asia/Ho_Chi_Minh') }} § 2026-03-02",
                "{{ day_delta(-2, '%Y-%m-%d') }} § 2026-02-27",
                "{{ (now_utc() - duration('P1M')).strftime('%d/%m/%y') }} § 01/02/26",
                "{{ format_datetime(config['start'], '%Y%m%dT%H%M%S%z') }} § 20240203T000000+0000",
                "{{ format_datetime('03.02.2024', '%Y-%m-%d', '%d.%m.%Y') }} § 2024-02-03",
                "{{ timestamp('1970-01-02') }} § 86400",
                "{{ str_to_datetime('2024-02-03T04:05:06Z').strftime('%s') }} § 1706933106",
                "{{ max(config['start'], '2023-01-01') }} § 2024-02-03",
                "{{ {'a': [1, 'x']} }} § {'a': [1, 'x']}",
                "{{ '}}' }}{{- 'b' -}} § }}b",
            })
    void expressionsGiveWhatTheLanguageSays(String written, String expected) {
        assertThat(parsed(written).text(VARIABLES, CLOCK)).isEqualTo(expected);
    }

    @Test
    void aTextThatIsWrittenLikeALiteralBecomesItsValue() {
        assertThat(value("{{ '12' }}")).isEqualTo(new BigDecimal(12));
        assertThat(value("{{ 'True' }}")).isEqualTo(true);
        assertThat(value("['a', {{ config['n'] }}]")).isEqualTo(List.of("a", new BigDecimal(3)));
        assertThat(value("007")).isEqualTo("007");
        assertThat(value("2024-10-10")).isEqualTo("2024-10-10");
        assertThat(value("true")).isEqualTo("true");
        assertThat(value("[config]")).isEqualTo("[config]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ ''.__class__.__mro__ }}",
                "{{ config.__class__ }}",
                "{{ config['key'].__init__.__globals__ }}",
                "{{ self }}",
                "{{ cycler.__init__ }}",
                "{{ request.application }}",
                "{{ lipsum.__globals__['os'] }}",
                "{{ namespace() }}",
                "{{ range(999999999) }}",
                "{{ env['HOME'] }}",
                "{{ ''.getClass().forName('java.lang.Runtime') }}",
                "{{ T(java.lang.Runtime).getRuntime().exec('id') }}",
                "{{ ${7*7} }}",
                "{{ config.class.classLoader }}{{ x }}",
                "{{ config['key'].getClass() }}",
                "{{ config['key'] | attr('x') }}",
                "{{ config['key'] | map('x') }}",
                "{{ 'a' * 9 }}{{ import os }}",
                "{% for x in y %}{% endfor %}",
                "{% set x = 1 %}",
                "{# hidden #}",
                "{{ 1 ** 9 }}",
                "{{ lambda: 1 }}",
                "{{ [x for x in config] }}",
                "{{ config['key'] := 1 }}",
                "{{ config",
                "{{ }}",
                "{{ 1 < 2 < 3 }}",
                "{{ stream_state['x'] }}",
                "{{ int(value='1') }}",
                "{{ config['n'].real.imag() }}",
                "{{ #root }}",
                "{{ @bean }}",
                "{{ `id` }}",
                "{{ \u2028 }}",
            })
    void whatIsOutsideTheLanguageIsRefusedWhenParsed(String written) {
        assertThatThrownBy(() -> parsed(written))
                .isInstanceOf(ExpressionException.class)
                .hasMessageStartingWith("character ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ config['missing'].deeper }}",
                "{{ config.key.length }}",
                "{{ config.n.bytes }}",
                "{{ 1 + 'a' }}",
                "{{ 'a' < 1 }}",
                "{{ 1 / 0 }}",
                "{{ 'x' | int }}",
                "{{ 'x' | regex_search('(') }}",
                "{{ now_utc().strftime('%Q') }}",
                "{{ day_delta(2000000000) }}",
                "{{ 9999999999 * 9999999999 * 9999999999 * 9999999999 * 9999999999 * 9999999999 * 9999999999 * 9999999999 * 9999999999 * 9999999999 * 9999999999 }}",
                "{{ ('a' | base64encode).get('x') }}",
                "{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' | regex_search('^(?:(a+)\\1*)+$') }}",
            })
    void whatCannotBeWorkedOutIsSaidAndEnds(String written) {
        Interpolation parsed = parsed(written);
        assertThatThrownBy(() -> parsed.value(VARIABLES, CLOCK)).isInstanceOf(ExpressionException.class);
    }

    @Test
    void depthAndLengthHaveLimits() {
        assertThatThrownBy(() -> parsed("{{ " + "(".repeat(70) + "1" + ")".repeat(70) + " }}"))
                .hasMessageContaining("nested deeper");
        assertThatThrownBy(() -> parsed("{{ 1" + "+1".repeat(600) + " }}")).hasMessageContaining("more than 500");
        assertThatThrownBy(() -> parsed("x".repeat(10_001))).hasMessageContaining("longer than");
        String doubling = "{{ " + "'ab' | replace('ab', '" + "ab".repeat(500) + "')"
                + (" | replace('ab', '" + "ab".repeat(500) + "')").repeat(3) + " }}";
        assertThatThrownBy(() -> parsed(doubling).text(VARIABLES, CLOCK)).isInstanceOf(ExpressionException.class);
    }

    @Test
    void theColumnOfAProblemCountsTheWholeText() {
        assertThatThrownBy(() -> parsed("abc {{ nope }}"))
                .hasMessageStartingWith("character 8: there is no variable 'nope'");
    }

    private static Interpolation parsed(String written) {
        return Interpolation.parse(written, Set.of("config", "record"));
    }

    private static Object value(String written) {
        return parsed(written).value(VARIABLES, CLOCK);
    }
}
