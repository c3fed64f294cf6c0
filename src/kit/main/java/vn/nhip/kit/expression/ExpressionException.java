package vn.nhip.kit.expression;

/**
 * An expression that cannot be understood, or a value that it cannot work with.
 *
 * <p>Shape: {@link #column()} counts characters of the expression from 1. Carries no stack trace: it is raised once
 * per bad row.
 */
public final class ExpressionException extends RuntimeException {

    private final int column;

    public ExpressionException(int column, String message) {
        super("character " + column + ": " + message, null, false, false);
        this.column = column;
    }

    public int column() {
        return column;
    }
}
