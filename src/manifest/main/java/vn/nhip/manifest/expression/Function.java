package vn.nhip.manifest.expression;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nhip.kit.expression.ExpressionException;

/** The functions of the language. None of them gives another value when the same page is asked for again, but the clock. */
enum Function {
    NOW_UTC(0, 0, call -> now(call, ZoneOffset.UTC)),
    TODAY_UTC(0, 0, call -> now(call, ZoneOffset.UTC).toLocalDate()),
    TODAY_WITH_TIMEZONE(1, 1, call -> now(call, zone(call)).toLocalDate()),
    TIMESTAMP(1, 1, Moments::timestamp),
    DAY_DELTA(
            1,
            2,
            call -> call.made(Strftime.of(call.textOr(1, "%Y-%m-%dT%H:%M:%S.%f%z"))
                    .format(Moments.plusDays(call, now(call, ZoneOffset.UTC))))),
    DURATION(1, 1, Function::duration),
    FORMAT_DATETIME(2, 3, call -> call.made(Strftime.of(call.text(1)).format(Moments.of(call, 0, call.textOr(2, ""))))),
    STR_TO_DATETIME(1, 1, call -> Moments.of(call, 0, "")),
    MAX(1, 20, call -> extreme(call, 1)),
    MIN(1, 20, call -> extreme(call, -1));

    @SuppressWarnings("ImmutableEnumChecker") // the bodies hold no state
    private final Call.Shape shape;

    Function(int least, int most, Call.Body body) {
        shape = new Call.Shape(least, most, body);
    }

    static Function named(Token name) {
        return Arrays.stream(values())
                .filter(function -> function.spelled().equals(name.text()))
                .findFirst()
                .orElseThrow(() -> new ExpressionException(
                        name.column(), "there is no function '" + name.text() + "'; there are: " + all()));
    }

    Node call(Token name, List<Node> given) {
        return shape.node(name, given);
    }

    /** What values may be called, in their order. */
    List<String> names() {
        return switch (this) {
            case DAY_DELTA -> List.of("num_days", "format");
            case FORMAT_DATETIME -> List.of("dt", "format", "input_format");
            default -> List.of();
        };
    }

    private String spelled() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String all() {
        return Stream.of(values()).map(Function::spelled).sorted().collect(Collectors.joining(", "));
    }

    private static ZonedDateTime now(Call call, ZoneId zone) {
        Clock clock = call.evaluation().clock();
        return ZonedDateTime.ofInstant(clock.instant(), zone);
    }

    private static ZoneId zone(Call call) {
        try {
            return ZoneId.of(call.text(0));
        } catch (DateTimeException unknown) {
            throw call.unfit(0, "a zone such as Asia/Ho_Chi_Minh");
        }
    }

    private static Object duration(Call call) {
        String text = call.text(0);
        try {
            return text.contains("T") ? Duration.parse(text) : Period.parse(text);
        } catch (DateTimeException unknown) {
            throw call.unfit(0, "a duration such as P30D or PT1S");
        }
    }

    private static Object extreme(Call call, int direction) {
        List<?> from = call.values().size() == 1 ? call.list(0) : call.values();
        if (from.isEmpty()) {
            throw call.problem("has nothing to choose from");
        }
        Object best = from.get(0);
        for (Object other : from) {
            call.evaluation().spend(1, call.name().column());
            best = Values.order(other, best, call.name().column()) * direction > 0 ? other : best;
        }
        return best;
    }
}
