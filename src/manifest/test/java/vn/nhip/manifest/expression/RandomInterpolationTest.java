package vn.nhip.manifest.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.jspecify.annotations.Nullable;
import vn.nhip.kit.expression.ExpressionException;

class RandomInterpolationTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
    private static final String SECRET = "never-to-be-seen";
    private static final Duration LONGEST = Duration.ofSeconds(2);

    @Property(tries = 1_000)
    void noExpressionCrashesHangsOrSeesMoreThanItsVariables(@ForAll("expressions") String expression) {
        holds(expression);
    }

    @Property(tries = 10_000)
    @Tag("release")
    void manyExpressionsDoNotEither(@ForAll("expressions") String expression) {
        holds(expression);
    }

    @Property(tries = 500)
    void noCharactersCrashTheParser(@ForAll String text) {
        holds(text);
        holds("x" + text + "y");
    }

    private static void holds(String expression) {
        Set<String> asked = new TreeSet<>();
        long start = System.nanoTime();
        try {
            Interpolation parsed = Interpolation.parse("{{ " + expression + " }}", Set.of("config", "record"));
            String text = parsed.text(new Watched(asked).variables(), CLOCK);
            assertThat(text).doesNotContain(SECRET);
        } catch (ExpressionException refused) {
            assertThat(refused.column()).isPositive();
            assertThat(refused.getMessage()).doesNotContain(SECRET);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
        assertThat(asked).isSubsetOf("config", "record");
    }

    /** Variables that hold more than the place declares: what is not declared must never be asked for. */
    private record Watched(Set<String> asked) {

        Map<String, Object> variables() {
            return new HashMap<>(Map.of(
                    "config", Map.of("a", "1", "n", new BigDecimal(7), "l", List.of("x", BigDecimal.ONE)),
                    "record", Map.of("id", "r", "m", Map.of("k", true)),
                    "hidden", SECRET)) {
                @Override
                public @Nullable Object get(Object name) {
                    asked.add(String.valueOf(name));
                    return super.get(name);
                }
            };
        }
    }

    @Provide
    Arbitrary<String> expressions() {
        return nested(4);
    }

    private Arbitrary<String> nested(int depth) {
        return depth == 0
                ? leaf()
                : Arbitraries.oneOf(leaf(), binary(depth - 1), called(depth - 1), looked(depth - 1), choice(depth - 1));
    }

    private Arbitrary<String> leaf() {
        return Arbitraries.of(
                "1",
                "0",
                "-3",
                "2.5",
                "'a'",
                "'2024-01-31'",
                "''",
                "true",
                "none",
                "config",
                "record",
                "config['a']",
                "config.n",
                "config.l",
                "record.m.k",
                "config['x']",
                "now_utc()",
                "today_utc()",
                "hidden",
                "[1, 'b']",
                "{'k': 1}",
                "duration('P1D')",
                "self",
                "''.__class__",
                "9999999999999999999999");
    }

    private Arbitrary<String> binary(int depth) {
        Arbitrary<String> signs = Arbitraries.of(
                "+", "-", "*", "/", "//", "%", "~", "==", "!=", "<", ">=", "and", "or", "in", "not in", "is", "|", ".");
        return Combinators.combine(nested(depth), signs, nested(depth))
                .as((left, sign, right) -> "(" + left + " " + sign + " " + right + ")");
    }

    private Arbitrary<String> called(int depth) {
        Arbitrary<String> shapes = Arbitraries.of(
                "%s | length",
                "%s | string",
                "%s | int",
                "%s | join(',')",
                "%s | hash",
                "%s | regex_search('(a|b)*c')",
                "%s.get('k')",
                "%s.split('-')",
                "%s.strftime('%%Y-%%m')",
                "max(%s)",
                "format_datetime(%s, '%%s')",
                "timestamp(%s)",
                "day_delta(%s)",
                "%s | replace('a', 'aaaaaaaaaa')",
                "not %s",
                "-%s",
                "%s.keys()");
        return Combinators.combine(shapes, nested(depth)).as((shape, inner) -> String.format(shape, inner));
    }

    private Arbitrary<String> looked(int depth) {
        Arbitrary<String> shapes =
                Arbitraries.of("%s[%s]", "%s[%s:]", "%s[:%s]", "[%s, %s]", "max(%s, %s)", "{%s: %s}");
        return Combinators.combine(shapes, nested(depth), nested(depth))
                .as((shape, one, other) -> String.format(shape, one, other));
    }

    private Arbitrary<String> choice(int depth) {
        return Combinators.combine(nested(depth), nested(depth), nested(depth))
                .as((yes, condition, no) -> "(" + yes + " if " + condition + " else " + no + ")");
    }
}
