package vn.nhip.kit.expression;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fixed list of functions of one row. One that changes a single value gives none for none. */
enum Function {
    STARTS_WITH(2, 2, args -> args.text(0).startsWith(args.text(1))),
    ENDS_WITH(2, 2, args -> args.text(0).endsWith(args.text(1))),
    CONTAINS(2, 2, args -> args.text(0).contains(args.text(1))),
    LOWER(1, 1, args -> args.text(0).toLowerCase(Locale.ROOT)),
    UPPER(1, 1, args -> args.text(0).toUpperCase(Locale.ROOT)),
    TRIM(1, 1, args -> args.text(0).strip()),
    LENGTH(1, 1, args -> BigDecimal.valueOf(args.text(0).length())),
    REPLACE(3, 3, Function::replace),
    CONCAT(1, 20, Function::concat),
    TEXT(1, 1, args -> Values.asText(args.value(0), args.column())),
    NUMBER(1, 1, Function::number),
    COALESCE(1, 20, args -> args.value(0)),
    ABS(1, 1, args -> args.number(0).abs()),
    ROUND(1, 2, Function::round),
    MIN(2, 20, args -> extreme(args, -1)),
    MAX(2, 20, args -> extreme(args, 1)),
    ROW(0, 0, Arguments::line),
    DAY(1, 1, Function::day),
    DATE(3, 3, Function::date),
    PLUS_DAYS(2, 2, args -> args.day(0).plusDays(args.number(1).longValueExact())),
    MONTH_START(1, 1, args -> args.day(0).withDayOfMonth(1)),
    MONTH_END(1, 1, args -> args.day(0).withDayOfMonth(args.day(0).lengthOfMonth())),
    YEAR_START(1, 1, args -> args.day(0).withDayOfYear(1)),
    YEAR_END(1, 1, args -> args.day(0).withDayOfYear(args.day(0).lengthOfYear()));

    private interface Body {
        @Nullable
        Object apply(Arguments args);
    }

    private final int fewest;
    private final int most;

    @SuppressWarnings("ImmutableEnumChecker") // the bodies hold no state
    private final Body body;

    Function(int fewest, int most, Body body) {
        this.fewest = fewest;
        this.most = most;
        this.body = body;
    }

    static Optional<Function> named(String name) {
        for (Function function : values()) {
            if (function.word().equals(name)) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Node call(List<Node> nodes, int column) {
        if (nodes.size() < fewest || nodes.size() > most) {
            String range = fewest == most ? "" + fewest : fewest + " to " + most;
            throw new ExpressionException(column, word() + " takes " + range + " values, not " + nodes.size());
        }
        if (this == COALESCE) {
            return new Fallback(nodes);
        }
        boolean passesNone = fewest == 1 && this != CONCAT;
        return (variables, row) -> {
            Arguments args = new Arguments(nodes, variables, row, column);
            return passesNone && args.value(0) == null ? null : guarded(args);
        };
    }

    private @Nullable Object guarded(Arguments args) {
        try {
            return body.apply(args);
        } catch (DateTimeParseException noDay) {
            throw args.problem(word() + ": expected a day such as 2024-01-31");
        } catch (DateTimeException | ArithmeticException outOfRange) {
            throw args.problem(word() + ": " + outOfRange.getMessage());
        }
    }

    private static Object replace(Arguments args) {
        String text = args.text(0);
        String from = args.text(1);
        String to = args.text(2);
        if ((long) text.length() * Math.max(1, to.length()) > 16L * Expression.MAX_TEXT) {
            throw args.problem("replace: the texts are too long");
        }
        return from.isEmpty() ? text : Values.limited(text.replace(from, to), args.column());
    }

    private static Object concat(Arguments args) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < args.size(); i++) {
            text.append(Values.asText(args.value(i), args.column()));
        }
        return Values.limited(text.toString(), args.column());
    }

    private static Object number(Arguments args) {
        Object value = args.value(0);
        if (value instanceof String text && text.matches("-?\\d{1,100}(\\.\\d{1,100})?")) {
            return new BigDecimal(text);
        }
        if (value instanceof BigDecimal) {
            return value;
        }
        throw args.problem("number: expected digits such as 12 or -3.5");
    }

    private static Object round(Arguments args) {
        BigDecimal places = args.size() == 2 ? args.number(1) : BigDecimal.ZERO;
        return Numbers.round(args.number(0), places, args.column());
    }

    private static Object extreme(Arguments args, int sign) {
        Object best = args.value(0);
        for (int i = 1; i < args.size(); i++) {
            Object value = args.value(i);
            if (Values.order(value, best, args.column()) * sign > 0) {
                best = value;
            }
        }
        if (best == null) {
            throw Values.unfit(null, "a value to compare", args.column());
        }
        return best;
    }

    private static Object day(Arguments args) {
        Object value = args.value(0);
        if (value instanceof Instant instant) {
            return instant.atZone(args.zone()).toLocalDate();
        }
        return value instanceof String text ? LocalDate.parse(text) : args.day(0);
    }

    private static Object date(Arguments args) {
        return LocalDate.of(
                args.number(0).intValueExact(),
                args.number(1).intValueExact(),
                args.number(2).intValueExact());
    }
}
