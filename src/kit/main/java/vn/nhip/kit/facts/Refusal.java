package vn.nhip.kit.facts;

/**
 * A value that cannot be taken, on its way to a {@code Rejected}; without stack trace, since it is raised per bad row.
 *
 * <p>The reason never repeats the value, which may be personal.
 */
final class Refusal extends RuntimeException {

    private final int row;
    private final String field;
    private final String value;
    private final String reason;

    private Refusal(int row, String field, String value, String reason) {
        super(reason, null, false, false);
        this.row = row;
        this.field = field;
        this.value = value;
        this.reason = reason;
    }

    /** A refusal whose place the caller adds with {@link #at}. */
    static Refusal of(String reason) {
        return new Refusal(0, "", "", reason);
    }

    Refusal at(int inRow, String inField, String refused) {
        return new Refusal(inRow, inField, refused, reason);
    }

    int row() {
        return row;
    }

    String field() {
        return field;
    }

    String value() {
        return value;
    }

    String reason() {
        return reason;
    }
}
