package vn.nhip.kit.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Random expressions: a value of the five types or an error with its column; nothing else, and soon. */
class RandomExpressionTest {

    private static final List<String> NAMES = List.of("number", "text", "flag", "on", "at", "missing");

    /** Counts every access, and fails on any slot that was not given. */
    private static final class Guarded implements Variables {

        private static final List<@Nullable Object> VALUES =
                Arrays.asList(new BigDecimal("12.50"), "hàng", true, LocalDate.of(2024, 2, 29), Instant.EPOCH, null);
        private long reads;

        @Override
        public int rows() {
            return 3;
        }

        @Override
        public @Nullable Object value(int row, int slot) {
            reads++;
            assertThat(row).isBetween(0, 2);
            return VALUES.get(slot);
        }
    }

    @Property(tries = 10_000)
    void wellFormedOnesGiveAValueOrAnErrorWithItsColumn(@ForAll("trees") String text) {
        Guarded variables = new Guarded();
        try {
            Object value = Expression.parse(text, NAMES).evaluate(variables);
            assertThat(value == null
                            || value instanceof BigDecimal
                            || value instanceof String
                            || value instanceof Boolean
                            || value instanceof LocalDate
                            || value instanceof Instant)
                    .isTrue();
        } catch (ExpressionException refused) {
            assertThat(refused.column()).isBetween(1, text.length() + 1);
        }
        assertThat(variables.reads).isLessThanOrEqualTo(3L * text.length());
    }

    @Property(tries = 10_000)
    void arbitraryWordsAreParsedOrRefused(@ForAll("noise") String text) {
        try {
            assertThat(Expression.parse(text, NAMES).names()).allMatch(NAMES::contains);
        } catch (ExpressionException refused) {
            assertThat(refused.column()).isBetween(1, text.length() + 1);
        }
    }

    private static Arbitrary<String> anyOf(String words) {
        return Arbitraries.of(Pattern.compile(" ").splitAsStream(words).toList());
    }

    @Provide
    Arbitrary<String> noise() {
        Arbitrary<String> words = anyOf("( ) [ ] , + - * / % == != < in not and or if else none 'a' 1.5 sum number"
                + " \\ ' \" $ { } _ . __class__ round");
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(3);
        return Arbitraries.frequencyOf(Tuple.of(3, words), Tuple.of(1, any))
                .list()
                .ofMaxSize(30)
                .map(list -> String.join(" ", list));
    }

    @Provide
    Arbitrary<String> trees() {
        return tree(5);
    }

    private static Arbitrary<String> tree(int depth) {
        Arbitrary<String> leaf = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(NAMES)),
                Tuple.of(2, anyOf("0 1 -3 0.1 99999999999999999999 'a' '' true none")));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<String> inner = Arbitraries.lazy(() -> tree(depth - 1));
        return Arbitraries.frequencyOf(Tuple.of(2, leaf), Tuple.of(5, operations(inner)), Tuple.of(3, calls(inner)));
    }

    private static Arbitrary<String> operations(Arbitrary<String> inner) {
        Arbitrary<String> signs = anyOf("+ - * / % == != < <= > >= and or");
        return Arbitraries.frequencyOf(
                Tuple.of(
                        4,
                        Combinators.combine(inner, signs, inner)
                                .as((a, sign, b) -> "(" + a + " " + sign + " " + b + ")")),
                Tuple.of(
                        1,
                        Combinators.combine(inner, inner, inner)
                                .as((a, b, c) -> "(" + a + " if " + b + " else " + c + ")")),
                Tuple.of(1, Combinators.combine(inner, inner).as((a, b) -> a + " in (" + b + ", 'a')")),
                Tuple.of(1, inner.map(a -> "not (" + a + ")")));
    }

    private static Arbitrary<String> calls(Arbitrary<String> inner) {
        Arbitrary<String> one =
                anyOf("sum count min max first lower trim length concat text number coalesce abs round day"
                        + " month_end year_start");
        Arbitrary<String> two = anyOf("starts_with contains min max concat coalesce round plus_days");
        return Arbitraries.frequencyOf(
                Tuple.of(2, Combinators.combine(one, inner).as((name, a) -> name + "(" + a + ")")),
                Tuple.of(
                        1, Combinators.combine(two, inner, inner).as((name, a, b) -> name + "(" + a + ", " + b + ")")));
    }
}
