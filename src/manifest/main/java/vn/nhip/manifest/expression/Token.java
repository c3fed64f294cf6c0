package vn.nhip.manifest.expression;

/** One word of an expression; columns count the characters of the whole text from 1. */
record Token(Kind kind, String text, int column) {

    enum Kind {
        NAME,
        NUMBER,
        TEXT,
        SIGN,
        END
    }

    /** Whether it is this keyword or sign; a quoted text never is. */
    boolean is(String wanted) {
        return (kind == Kind.NAME || kind == Kind.SIGN) && text.equals(wanted);
    }

    String shown() {
        return kind == Kind.END ? "the end" : "'" + text + "'";
    }
}
