package vn.nhip.manifest.expression;

import java.time.Clock;
import java.util.Map;
import vn.nhip.kit.expression.ExpressionException;

/** One evaluation: what may be looked up, the clock, and how much work is left. For one thread. */
final class Evaluation {

    /** Steps, or characters made or looked at: some tens of milliseconds. */
    private static final int WORK = 5_000_000;

    private final Map<String, ?> variables;
    private final Clock clock;
    private long left = WORK;

    Evaluation(Map<String, ?> variables, Clock clock) {
        this.variables = variables;
        this.clock = clock;
    }

    Object variable(String name) {
        Object value = variables.get(name);
        return value == null ? Nothing.MISSING : value;
    }

    Clock clock() {
        return clock;
    }

    /** @throws ExpressionException when the expression has used up its time */
    void spend(long work, int column) {
        left -= work + 1;
        if (left < 0) {
            throw new ExpressionException(column, "takes too long to work out");
        }
    }

    /** A text that the expression made, when it is short enough to keep. */
    String made(String text, int column) {
        spend(text.length(), column);
        if (text.length() > Interpolation.MAX_TEXT) {
            throw new ExpressionException(column, "makes a text longer than " + Interpolation.MAX_TEXT + " characters");
        }
        return text;
    }
}
