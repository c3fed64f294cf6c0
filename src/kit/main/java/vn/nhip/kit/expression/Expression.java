package vn.nhip.kit.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A parsed expression, ready to be evaluated any number of times by any number of threads.
 *
 * <p>Shape: {@code 'text'}, {@code 12.5}, {@code true}, {@code false}, {@code none}, names, {@code + - * / %},
 * {@code == != < <= > >=}, {@code in ('a', 'b')}, {@code and or not}, {@code a if c else b}; over the rows of a group
 * {@code sum count min max first}; and the functions starts_with, ends_with, contains, lower, upper, trim, length,
 * replace, concat, text, number, coalesce, abs, round, min, max, row, day, date, plus_days, month_start, month_end,
 * year_start, year_end.
 *
 * <p>Numbers are exact; division gives 34 digits; rounding is half-up. None never takes part in arithmetic or order: it
 * is an error, so that a missing value cannot become a wrong sum; {@code coalesce(x, 0)} says what it stands for.
 *
 * <p>Limits: 2,000 characters, 64 levels, texts of 65,536 characters, numbers of 1,000 digits.
 */
public final class Expression {

    static final int MAX_LENGTH = 2_000;
    static final int MAX_DEPTH = 64;
    static final int MAX_TEXT = 65_536;

    private final String text;
    private final Slots slots;
    private final Node root;

    private Expression(String text, Slots slots, Node root) {
        this.text = text;
        this.slots = slots;
        this.root = root;
    }

    /**
     * Parses an expression over any names; slot i is {@code names().get(i)}.
     *
     * @throws ExpressionException with the column of the first thing that is wrong
     */
    public static Expression parse(String text) {
        return parse(text, Slots.open());
    }

    /**
     * Parses an expression over these names only; slot i is {@code known.get(i)}.
     *
     * @throws ExpressionException with the column, also of a name that is not known
     */
    public static Expression parse(String text, List<String> known) {
        return parse(text, Slots.closed(known));
    }

    private static Expression parse(String text, Slots slots) {
        if (text.length() > MAX_LENGTH) {
            throw new ExpressionException(MAX_LENGTH, "the expression is longer than " + MAX_LENGTH + " characters");
        }
        return new Expression(text, slots, new Parser(new Tokenizer(text).tokens(), slots).whole());
    }

    /** The names in use, in order of appearance. */
    public List<String> names() {
        return slots.used();
    }

    /** The value when it depends on nothing: a literal. */
    public Optional<Object> constant() {
        return root instanceof Literal literal ? Optional.ofNullable(literal.content()) : Optional.empty();
    }

    /**
     * The value for a group; names outside sum, count, min, max and first mean its first row.
     *
     * @return a {@code BigDecimal}, {@code String}, {@code Boolean}, {@code LocalDate}, {@code Instant}, or null for
     *     none
     * @throws ExpressionException when a value is none or of a type that does not fit
     */
    public @Nullable Object evaluate(Variables variables) {
        return root.value(variables, 0);
    }

    /** The value for one row of a group, from 0; aggregates still see the whole group. */
    public @Nullable Object evaluate(Variables variables, int row) {
        return root.value(variables, row);
    }

    /** The value for one record by name; a name that the map does not hold is none. Only after {@link #parse(String)}. */
    public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> record) {
        List<@Nullable Object> values = new ArrayList<>();
        for (String name : slots.all()) {
            values.add(record.get(name));
        }
        return evaluate(Variables.ofRow(values));
    }

    @Override
    public String toString() {
        return text;
    }
}
