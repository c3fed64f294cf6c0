package vn.nhip.nights;

/** What the engine makes of a fault: the kind of failure that is recorded when it stays, and the calls that are made. */
enum Outcome {
    UNAVAILABLE("unavailable", 6),
    THROTTLED("throttled", 6),
    /** The token is refused: once more with a renewed one, where it can be renewed. */
    REFUSED("access", 2),
    /** The same of a token that nobody can renew. */
    REFUSED_FOR_GOOD("access", 1),
    ACCESS("access", 1),
    SETTINGS("settings", 1),
    DATA("data", 1),
    /** The source names a time, and is left alone until then. */
    WAITS("", 1),
    /** The report is begun anew. */
    ANEW("", 1);

    private final String kind;
    private final int calls;

    Outcome(String kind, int calls) {
        this.kind = kind;
        this.calls = calls;
    }

    /** As it stands with the run; empty where there is no failure. */
    String kind() {
        return kind;
    }

    /** How often a page is asked for before that. */
    int calls() {
        return calls;
    }

    /** Whether one such fault passes within the run. */
    boolean passes() {
        return switch (this) {
            case UNAVAILABLE, THROTTLED, REFUSED, WAITS, ANEW -> true;
            case REFUSED_FOR_GOOD, ACCESS, SETTINGS, DATA -> false;
        };
    }

    /** Whether a person must connect again when it stays. */
    boolean ends() {
        return this == REFUSED || this == REFUSED_FOR_GOOD;
    }
}
