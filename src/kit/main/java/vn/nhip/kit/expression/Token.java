package vn.nhip.kit.expression;

/** One word or sign of an expression; the text of a TEXT token is without quotes. */
record Token(Kind kind, String text, int column) {

    enum Kind {
        NUMBER,
        TEXT,
        NAME,
        SIGN,
        END
    }

    /** True for this sign or keyword. */
    boolean is(String wanted) {
        return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(wanted);
    }

    String shown() {
        return kind == Kind.END ? "the end" : "'" + text + "'";
    }
}
