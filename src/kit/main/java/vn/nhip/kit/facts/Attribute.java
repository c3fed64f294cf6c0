package vn.nhip.kit.facts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhip.kit.expression.Expression;
import vn.nhip.kit.expression.ExpressionException;
import vn.nhip.spi.Money;

/** One attribute of a fact and the expression that gives it; every demand is met or refused with the reason. */
final class Attribute {

    private static final int MONEY_DECIMALS = 6;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);
    private static final Instant FIRST_INSTANT =
            FIRST_DAY.atStartOfDay(ZoneOffset.UTC).minusDays(1).toInstant();
    private static final Instant LAST_INSTANT =
            LAST_DAY.atStartOfDay(ZoneOffset.UTC).plusDays(2).toInstant();

    private final String name;
    private final @Nullable Expression expression;
    private final String origin;

    private Attribute(String name, @Nullable Expression expression, String origin) {
        this.name = name;
        this.expression = expression;
        this.origin = origin;
    }

    static Attribute undeclared(String name) {
        return new Attribute(name, null, name);
    }

    /** Says of a refused value the one column that it comes from, or else the attribute's own name. */
    static Attribute of(String name, Expression expression, Map<String, Field> fields) {
        Field only =
                expression.names().size() == 1 ? fields.get(expression.names().get(0)) : null;
        return new Attribute(name, expression, only == null ? name : only.column());
    }

    boolean declared() {
        return expression != null;
    }

    String text(Group group) {
        return text(group, 0);
    }

    String text(Group group, int row) {
        Object value = require(group, row);
        String text = value instanceof String already ? already : CellText.of(value);
        if (text.isEmpty()) {
            throw refusal(row, "", "is empty");
        }
        return text;
    }

    /** Where nothing stands, the fallback; for texts whose absence is no fault. */
    String textOr(Group group, String fallback) {
        return findText(group).orElse(fallback);
    }

    Optional<String> findText(Group group) {
        Object value = find(group, 0);
        return value == null
                ? Optional.empty()
                : Optional.of(value instanceof String text ? text : CellText.of(value))
                        .filter(text -> !text.isEmpty());
    }

    Instant instant(Group group) {
        return asInstant(group, require(group, 0));
    }

    Optional<Instant> findInstant(Group group) {
        return Optional.ofNullable(find(group, 0)).map(value -> asInstant(group, value));
    }

    private Instant asInstant(Group group, Object value) {
        if (value instanceof LocalDate day) {
            return inRange(day).atStartOfDay(group.zone()).toInstant();
        }
        if (value instanceof Instant instant) {
            return inRange(instant);
        }
        throw refusal(0, CellText.of(value), "must be an instant or a day; declare its field with instant: or day:");
    }

    LocalDate day(Group group) {
        return asDay(group, require(group, 0));
    }

    Optional<LocalDate> findDay(Group group) {
        return Optional.ofNullable(find(group, 0)).map(value -> asDay(group, value));
    }

    private LocalDate asDay(Group group, Object value) {
        if (value instanceof Instant instant) {
            return inRange(instant).atZone(group.zone()).toLocalDate();
        }
        if (value instanceof LocalDate day) {
            return inRange(day);
        }
        throw refusal(0, CellText.of(value), "must be a day; declare its field with day: or instant:");
    }

    /** Days of other years are typing errors, and their text has no fixed width. */
    private LocalDate inRange(LocalDate day) {
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            throw refusal(0, day.toString(), "must lie between " + FIRST_DAY + " and " + LAST_DAY);
        }
        return day;
    }

    Instant inRange(Instant instant) {
        if (instant.isBefore(FIRST_INSTANT) || instant.isAfter(LAST_INSTANT)) {
            throw refusal(0, instant.toString(), "must lie between " + FIRST_DAY + " and " + LAST_DAY);
        }
        return instant;
    }

    BigDecimal number(Group group, int row) {
        Object value = require(group, row);
        if (value instanceof BigDecimal number) {
            return number;
        }
        throw refusal(row, CellText.of(value), "must be a number; declare its field with number:");
    }

    /** A number that the store keeps exactly: at most six decimals, 64 bits of millionths. */
    BigDecimal storable(Group group) {
        BigDecimal number = number(group, 0);
        try {
            Money.millionths(number);
            return number;
        } catch (ArithmeticException unfit) {
            boolean decimals = number.stripTrailingZeros().scale() > MONEY_DECIMALS;
            throw refusal(0, number.toPlainString(), decimals ? "has more than six decimals" : "is too large to keep");
        }
    }

    /** A whole number, of either sign. */
    long whole(Group group) {
        BigDecimal number = number(group, 0);
        try {
            return number.longValueExact();
        } catch (ArithmeticException unfit) {
            throw refusal(0, number.toPlainString(), "must be a whole number");
        }
    }

    /** A count, or 0 where the mapping declares none. */
    long countOrZero(Group group) {
        return declared() ? count(group) : 0;
    }

    long count(Group group) {
        long count = whole(group);
        if (count < 0) {
            throw refusal(0, Long.toString(count), "is a count and cannot be negative");
        }
        return count;
    }

    OptionalLong findCount(Group group) {
        return find(group, 0) == null ? OptionalLong.empty() : OptionalLong.of(count(group));
    }

    /** A yes or no; no where the mapping declares none. */
    boolean yes(Group group) {
        Object value = declared() ? require(group, 0) : (Object) false;
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw refusal(0, CellText.of(value), "must be true or false, such as \"flag == 'yes'\"");
    }

    <E extends Enum<E>> E choice(Group group, Class<E> type) {
        String word = text(group);
        for (E constant : type.getEnumConstants()) {
            if (kebab(constant).equals(word)) {
                return constant;
            }
        }
        String known =
                Arrays.stream(type.getEnumConstants()).map(Attribute::kebab).collect(Collectors.joining(", "));
        throw refusal(0, word, "must be one of " + known);
    }

    private static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Object require(Group group, int row) {
        Object value = find(group, row);
        if (value == null) {
            throw refusal(row, "", "is missing");
        }
        return value;
    }

    @Nullable
    Object find(Group group, int row) {
        if (expression == null) {
            return null;
        }
        try {
            return expression.evaluate(group, row);
        } catch (ExpressionException unfit) {
            throw refusal(row, "", "cannot be worked out: " + unfit.getMessage());
        }
    }

    Refusal refusal(int row, String value, String reason) {
        String how = expression == null ? "" : " (" + name + ": " + expression + ")";
        return Refusal.of(name + " " + reason + how).at(row, origin, value);
    }
}
