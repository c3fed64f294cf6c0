package vn.nhip.manifest.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.nhip.kit.expression.ExpressionException;

/** The values that one call of a function, filter or method was given. */
record Call(Token name, List<Object> values, Evaluation evaluation) {

    /** What a callable does with its values. */
    @FunctionalInterface
    interface Body {
        Object of(Call call);
    }

    /** How many values a callable takes, its target included, and what it does. */
    record Shape(int least, int most, Body body) {

        Node node(Token name, List<Node> given) {
            if (given.size() < least || given.size() > most) {
                String wanted = least == most ? least + "" : least + " to " + most;
                throw new ExpressionException(
                        name.column(), "'" + name.text() + "' takes " + wanted + " values, not " + given.size());
            }
            return evaluation -> {
                List<Object> values = new ArrayList<>(given.size());
                given.forEach(node -> values.add(node.value(evaluation)));
                evaluation.spend(1, name.column());
                return body.of(new Call(name, values, evaluation));
            };
        }
    }

    boolean has(int index) {
        return index < values.size();
    }

    Object value(int index) {
        return values.get(index);
    }

    /** The text at this place; its length counts as work. */
    String text(int index) {
        if (value(index) instanceof String text) {
            evaluation.spend(text.length(), name.column());
            return text;
        }
        throw unfit(index, "a text");
    }

    String textOr(int index, String fallback) {
        return has(index) ? text(index) : fallback;
    }

    BigDecimal number(int index) {
        if (value(index) instanceof BigDecimal number) {
            return number;
        }
        throw unfit(index, "a number");
    }

    int whole(int index) {
        try {
            return number(index).intValueExact();
        } catch (ArithmeticException notWhole) {
            throw unfit(index, "a whole number");
        }
    }

    List<?> list(int index) {
        if (value(index) instanceof List<?> list) {
            evaluation.spend(list.size(), name.column());
            return list;
        }
        throw unfit(index, "a list");
    }

    Map<?, ?> map(int index) {
        if (value(index) instanceof Map<?, ?> map) {
            evaluation.spend(map.size(), name.column());
            return map;
        }
        throw unfit(index, "a map");
    }

    String made(String text) {
        return evaluation.made(text, name.column());
    }

    ExpressionException unfit(int index, String wanted) {
        return problem("needs " + wanted + " as value " + (index + 1) + ", not " + Values.name(value(index)));
    }

    ExpressionException problem(String message) {
        return new ExpressionException(name.column(), "'" + name.text() + "' " + message);
    }
}
